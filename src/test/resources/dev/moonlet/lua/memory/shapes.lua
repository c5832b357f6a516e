-- Ten ways to hold memory: each adds about as many bytes as it is told to what it returns.
local shapes = {}

function shapes.array(bytes)
  local t = {}
  for i = 1, bytes // 4 do t[i] = true end
  return t
end

function shapes.map(bytes)
  local t = {}
  for i = 1, bytes // 90 do t["key" .. i] = true end
  return t
end

function shapes.linked(bytes)
  local list
  for _ = 1, bytes // 120 do list = {next = list} end
  return list
end

function shapes.long_strings(bytes)
  local t = {}
  for i = 1, bytes // 1e5 do t[i] = ("x"):rep(1e5 - 9) .. i end
  return t
end

function shapes.short_strings(bytes)
  local t = {}
  for i = 1, bytes // 76 do t[i] = "short" .. i end
  return t
end

function shapes.closures(bytes)
  local t = {}
  for i = 1, bytes // 88 do
    local n = 1000 + i
    t[i] = function() n = n + 1 return n end
  end
  return t
end

function shapes.coroutines(bytes)
  local t = {}
  for i = 1, bytes // 30000 do
    local co = coroutine.wrap(function()
      local mine = {}
      for k = 1, 7000 do mine[k] = true end
      coroutine.yield()
      return mine
    end)
    co()
    t[i] = co
  end
  return t
end

function shapes.varargs(bytes)
  local values = {}
  for i = 1, 1e5 do values[i] = true end
  local t = {}
  for i = 1, bytes // 4e5 do
    t[i] = coroutine.wrap(function(...)
      coroutine.yield()
      return ...
    end)
    t[i](table.unpack(values))
  end
  return t
end

local function document(depth)
  if depth == 0 then return {id = 12345, name = "leaf", tags = {"a", "b"}} end
  return {left = document(depth - 1), right = document(depth - 1), depth = depth}
end

function shapes.nesting(bytes)
  local t = {}
  for i = 1, bytes // 15000 do t[i] = document(5) end
  return t
end

function shapes.mix(bytes)
  local part = bytes // 5
  return {
    shapes.array(part), shapes.map(part), shapes.linked(part), shapes.short_strings(part),
    shapes.closures(part),
  }
end

return shapes
