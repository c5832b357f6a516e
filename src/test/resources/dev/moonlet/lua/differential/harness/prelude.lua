-- What programs show their values with: one line a call, the same in every implementation.
local format, kind, raw, text = string.format, math.type, rawget, tostring
local pairs, type, concat, sort, pack, print = next, type, table.concat, table.sort, table.pack, print

local shown

local function fields(value, depth)
  local items, others = {}, {}
  while raw(value, #items + 1) ~= nil do
    items[#items + 1] = shown(raw(value, #items + 1), depth + 1)
  end
  for key, field in pairs, value do
    local item = kind(key) == "integer" and key >= 1 and key <= #items
    if not item then
      others[#others + 1] = "[" .. shown(key, depth + 1) .. "]=" .. shown(field, depth + 1)
    end
  end
  sort(others)
  items[#items + 1] = #others > 0 and concat(others, ",") or nil
  return "{" .. concat(items, ",") .. "}"
end

function shown(value, depth)
  local of = type(value)
  if of == "string" then
    return format("%q", value)
  elseif of == "table" then
    return depth > 3 and "{...}" or fields(value, depth)
  elseif of == "number" then
    return kind(value) == "float" and format("%.17g", value) .. "f" or text(value)
  end
  return of == "function" and of or text(value)
end

function show(...)
  local values = pack(...)
  for i = 1, values.n do
    values[i] = shown(values[i], 0)
  end
  print(concat(values, " "))
end

function note(label, ...)
  print("note " .. label)
  return ...
end
