-- Shows values to people: tables sorted, and not too much of them.
local next, pcall, rawlen, tostring, type = next, pcall, rawlen, tostring, type
local math, table = math, table

local LONGEST_TEXT = 120
local LONGEST = 400
local DEEPEST = 5
local MOST_KEYS = 1000

local show

local function text(value)
  local part = value
  if #value > LONGEST_TEXT then
    part = value:sub(1, LONGEST_TEXT):gsub("[\xC2-\xF4][\x80-\xBF]*$", "") .. "…"
  end
  return '"' .. part:gsub('[%c"\\]', function(char)
    return char == "\n" and "\\n" or char == "\t" and "\\t" or char:byte() < 32 and "\\" .. char:byte() or "\\" .. char
  end) .. '"'
end

local function name(key)
  if type(key) == "string" and #key <= LONGEST_TEXT and key:find("^[%a_][%w_]*$") then
    return key
  end
  return "[" .. show(key) .. "]"
end

local function rest_keys(value, length)
  local keys = {}
  for key in next, value do
    if not (math.type(key) == "integer" and key >= 1 and key <= length) then
      keys[#keys + 1] = { key = key, name = type(key) == "table" and "[table]" or name(key) }
    end
    if #keys == MOST_KEYS then break end
  end
  table.sort(keys, function(a, b)
    if type(a.key) == "number" and type(b.key) == "number" then return a.key < b.key end
    return a.name < b.name
  end)
  return keys
end

local function fields(value, out, within)
  local length = rawlen(value)
  local separator = ""
  local function add(prefix, item)
    if out.size >= LONGEST then
      out.add(separator .. "…")
      return false
    end
    out.add(separator .. prefix)
    out.value(item, within)
    separator = ", "
    return true
  end
  for i = 1, length do
    if not add("", value[i]) then return end
  end
  for _, each in next, rest_keys(value, length) do
    if not add(each.name .. " = ", value[each.key]) then return end
  end
end

local function other(value)
  local said, result = pcall(tostring, value)
  return said and type(value) == "userdata" and text(result) or "a " .. type(value)
end

local function add_table(value, out, within)
  if within[value] then
    out.add("{its own outer table}")
  elseif #within == DEEPEST then
    out.add("{…}")
  else
    within[value] = true
    within[#within + 1] = value
    out.add("{")
    fields(value, out, within)
    out.add("}")
    within[#within] = nil
    within[value] = nil
  end
end

function show(value)
  local out = { size = 0 }
  function out.add(part)
    out[#out + 1] = part
    out.size = out.size + #part
  end
  function out.value(each, within)
    local kind = type(each)
    if kind == "string" then
      out.add(text(each))
    elseif kind == "table" then
      add_table(each, out, within)
    elseif kind == "nil" or kind == "boolean" or kind == "number" then
      out.add(tostring(each))
    else
      out.add(other(each))
    end
  end
  out.value(value, {})
  return table.concat(out)
end

return show
