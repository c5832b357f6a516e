-- What tests expect of values. Each matcher returns whether a value is so, and what "so" is.
local error, next, pcall, rawequal, rawget, rawlen = error, next, pcall, rawequal, rawget, rawlen
local setmetatable, tostring, type, math, table = setmetatable, tostring, type, math, table
local show = require "tests:show"

local matchers = {}

-- Where two values differ: nil if they don't, or the way to the place.
local function difference(a, b, way, known)
  if rawequal(a, b) then return nil end
  if type(a) ~= "table" or type(b) ~= "table" then return a ~= b and way or nil end
  if known[a] == b then return nil end
  known[a] = b
  for key, value in next, a do
    local step = type(key) == "string" and "." .. key or "[" .. tostring(key) .. "]"
    local found = difference(value, rawget(b, key), way .. step, known)
    if found then return found end
  end
  for key in next, b do
    if rawget(a, key) == nil then
      return way .. (type(key) == "string" and "." .. key or "[" .. tostring(key) .. "]")
    end
  end
  return nil
end

local function equal(a, b)
  return difference(a, b, "", {}) == nil
end

local function message(err)
  local said, text = pcall(tostring, err)
  return said and type(err) ~= "table" and text or show(err)
end

-- Whether a function has failed, as handlers do: by an error, or by nil and an error.
local function failure(call)
  if type(call) ~= "function" then
    error("to_fail is for functions, but this is " .. show(call), 0)
  end
  local returned, value, err = pcall(call)
  if not returned then return true, value end
  if value == nil and err ~= nil then return true, err end
  return false
end

function matchers.to_be(value, wanted)
  local is = rawequal(value, wanted)
  if not is and type(value) == "table" and type(wanted) == "table" and equal(value, wanted) then
    return false, "the same table (to_equal compares what is in two tables)"
  end
  return is, show(wanted)
end

function matchers.to_equal(value, wanted)
  local way = difference(value, wanted, "", {})
  local got = way and way ~= "" and show(value) .. ", which differs at " .. way:gsub("^%.", "")
  return way == nil, show(wanted), got
end

function matchers.to_be_nil(value)
  return value == nil, "nil"
end

function matchers.to_be_truthy(value)
  return not not value, "a true value"
end

function matchers.to_contain(value, part)
  local what = "something that contains " .. show(part)
  if type(value) == "string" then
    return type(part) == "string" and value:find(part, 1, true) ~= nil, what
  end
  if type(value) == "table" then
    for _, each in next, value do
      if equal(each, part) then return true, what end
    end
  end
  return false, what
end

function matchers.to_match(value, pattern)
  return type(value) == "string" and value:find(pattern) ~= nil, "a text that matches " .. show(pattern)
end

function matchers.to_be_near(value, wanted, tolerance)
  local what = show(wanted) .. " ± " .. show(tolerance or 1e-9)
  return type(value) == "number" and math.abs(value - wanted) <= (tolerance or 1e-9), what
end

function matchers.to_have_length(value, length)
  local what = "something of length " .. show(length)
  if type(value) ~= "string" and type(value) ~= "table" then return false, what end
  local is = type(value) == "table" and rawlen(value) or #value
  return is == length, what, show(value) .. " of length " .. is
end

function matchers.to_fail(call, pattern)
  local what = pattern == nil and "a failure" or "a failure that matches " .. show(pattern)
  local failed, err = failure(call)
  if not failed then return false, what, "none" end
  local text = message(err)
  return pattern == nil or text:find(pattern) ~= nil, what, show(text)
end

function matchers.to_fail_with_kind(call, kind)
  local what = "a failure of kind " .. show(kind)
  local failed, err = failure(call)
  if not failed then return false, what, "none" end
  local asked, is = pcall(function() return err:kind() end)
  return asked and is == kind, what, (asked and show(is) or "no kind") .. ": " .. message(err)
end

local names = {}
for name in next, matchers do names[#names + 1] = name end
table.sort(names)
names = table.concat(names, ", ")

local function judged(matcher, never, value, ...)
  local went, is, what, got = pcall(matcher, value, ...)
  if not went then
    return (message(is):gsub("^tests:expect%.lua:%d+: ", ""))
  end
  if is == never then
    return ("expected %s%s, got %s"):format(never and "anything but " or "", what, got or show(value))
  end
  return nil
end

local function expectation(value, never)
  local self = {}
  return setmetatable(self, {
    __metatable = false,
    __index = function(_, name)
      if name == "never" and not never then return expectation(value, true) end
      local matcher = matchers[name]
      if not matcher then
        error(("expect has no '%s'; it has %s, and never"):format(tostring(name), names), 2)
      end
      return function(...)
        if rawequal(..., self) then
          error(("write expect(value).%s(…) with a dot"):format(name), 2)
        end
        local wrong = judged(matcher, never, value, ...)
        if wrong then error(wrong, 2) end
      end
    end,
  })
end

return expectation
