-- Specs in plain Lua 5.4.
--
--   describe("a list", function()
--     it("counts its items", function()
--       expect(#{ "a", "b" }).to_be(2)
--     end)
--   end)
--
-- `it` only notes what is to be run: whoever loads a spec finds it in `children` and calls `run`.

local spec = { children = {} }
local group = spec

function spec.describe(name, body)
  local outer = group
  group = { name = name, children = {} }
  table.insert(outer.children, group)
  body()
  group = outer
end

function spec.it(name, body)
  local function run()
    local passed, failure = pcall(body)
    return not passed and tostring(failure) or nil
  end
  table.insert(group.children, { name = name, run = run })
end

-- The very same value: 1 is not 1.0, 0.0 is not -0.0, and NaN is NaN.
local function same(one, other)
  if math.type(one) == "float" and math.type(other) == "float" then
    return one == other and 1 / one == 1 / other or one ~= one and other ~= other
  end
  return math.type(one) == math.type(other) and rawequal(one, other)
end

local function alike(one, other)
  if type(one) ~= "table" or type(other) ~= "table" or rawequal(one, other) then
    return same(one, other)
  end
  for key, value in next, one do
    if not alike(value, rawget(other, key)) then
      return false
    end
  end
  for key in next, other do
    if rawget(one, key) == nil then
      return false
    end
  end
  return true
end

local function shown(value, depth)
  if type(value) == "string" then
    return '"' .. value .. '"'
  elseif math.type(value) == "float" then
    return string.format("%.17g", value) .. (value == math.floor(value) and ".0" or "")
  elseif type(value) ~= "table" or depth == 3 then
    return tostring(value)
  end
  local fields = {}
  for key, field in next, value do
    table.insert(fields, "[" .. shown(key, 3) .. "] = " .. shown(field, (depth or 0) + 1))
  end
  return "{" .. table.concat(fields, ", ") .. "}"
end

local function all_shown(values)
  local texts = {}
  for i = 1, values.n do
    texts[i] = shown(values[i])
  end
  return values.n == 0 and "nothing" or table.concat(texts, ", ")
end

local function unless(holds, actual, relation, expected)
  if not holds then
    return "expected " .. all_shown(actual) .. " " .. relation .. " " .. all_shown(expected)
  end
end

local function all(are, actual, expected)
  for i = 1, math.max(actual.n, expected.n) do
    if not are(actual[i], expected[i]) then
      return false
    end
  end
  return actual.n == expected.n
end

-- The error of a function, or of a text: that is a chunk called `code`, with globals of its own.
local function failure_of(body, ...)
  if type(body) == "string" then
    local chunk, problem = load(body, "=code", "t", setmetatable({}, { __index = _G }))
    if not chunk then
      return true, problem
    end
    body = chunk
  end
  local passed, failure = pcall(body, ...)
  return not passed, failure
end

local function without_position(message)
  return type(message) == "string" and message:gsub("^[^\n:]+:%d+: ", "", 1) or message
end

local matchers = {}

-- All the values, one by one: expect(pcall(f)).to_be(true, 1).
function matchers.to_be(actual, ...)
  local expected = table.pack(...)
  return unless(all(same, actual, expected), actual, "to be", expected)
end

function matchers.not_to_be(actual, ...)
  local expected = table.pack(...)
  return unless(not all(same, actual, expected), actual, "not to be", expected)
end

-- As to_be, but tables by what is in them.
function matchers.to_equal(actual, ...)
  local expected = table.pack(...)
  return unless(all(alike, actual, expected), actual, "to equal", expected)
end

function matchers.to_match(actual, pattern)
  local holds = type(actual[1]) == "string" and actual[1]:find(pattern)
  return unless(holds, actual, "to match", table.pack(pattern))
end

function matchers.to_be_near(actual, number)
  local holds = math.abs(actual[1] - number) <= 1e-14 * math.max(1, math.abs(number))
  return unless(holds, actual, "to be near", table.pack(number))
end

-- A function, with the arguments behind it, or a text fails with just this value, or with this
-- message behind a position.
function matchers.to_fail_with(actual, expected)
  local failed, failure = failure_of(table.unpack(actual, 1, actual.n))
  local holds = same(failure, expected) or same(without_position(failure), expected)
  local outcome = failed and table.pack(failure) or { n = 0 }
  return unless(failed and holds, outcome, "to be the error", table.pack(expected))
end

function matchers.to_fail_like(actual, pattern)
  local failed, failure = failure_of(table.unpack(actual, 1, actual.n))
  local holds = failed and type(failure) == "string" and failure:find(pattern)
  local outcome = failed and table.pack(failure) or { n = 0 }
  return unless(holds, outcome, "to be an error like", table.pack(pattern))
end

function spec.expect(...)
  local actual = table.pack(...)
  local function checked(_, name)
    local matcher = matchers[name] or error("there is no matcher " .. name, 2)
    return function(...)
      local failure = matcher(actual, ...)
      if failure then
        error(failure, 2)
      end
    end
  end
  return setmetatable({}, { __index = checked })
end

return spec
