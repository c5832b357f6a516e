-- 2.4: metamethods of operators.

-- A metatable whose handlers tell their event and what they got.
local telling = {}
local events = {
  "add", "sub", "mul", "div", "mod", "pow", "unm", "idiv", "band", "bor", "bxor", "shl", "shr",
  "bnot", "concat",
}
for _, event in ipairs(events) do
  telling["__" .. event] = function(...) return { event, ... } end
end
local function value()
  return setmetatable({}, telling)
end

describe("arithmetic metamethods", function()
  it("are called with both operands", function()
    local a, b = value(), value()
    expect(a + b).to_equal({ "add", a, b })
    expect(a - b).to_equal({ "sub", a, b })
    expect(a * b).to_equal({ "mul", a, b })
    expect(a / b).to_equal({ "div", a, b })
    expect(a % b).to_equal({ "mod", a, b })
    expect(a ^ b).to_equal({ "pow", a, b })
    expect(a // b).to_equal({ "idiv", a, b })
  end)

  it("get numbers and strings as they are", function()
    local a = value()
    expect(a + 1, 1 + a).to_equal({ "add", a, 1 }, { "add", 1, a })
    expect(a + "2", "2" - a).to_equal({ "add", a, "2" }, { "sub", "2", a })
    expect(2.5 * a, a // 0).to_equal({ "mul", 2.5, a }, { "idiv", a, 0 })
  end)

  it("get the operand of a negation twice", function()
    local a = value()
    local result = -a
    expect(result[1], result[2] == a, result[3] == a).to_be("unm", true, true)
  end)

  it("are taken from the first operand if it has one", function()
    local one = setmetatable({}, { __add = function() return "one" end })
    local other = setmetatable({}, { __add = function() return "other" end })
    expect(one + other, other + one, {} + other, 1 + other).to_be("one", "other", "other", "other")
  end)

  it("give one result", function()
    local t = setmetatable({}, { __add = function() return 1, 2 end, __unm = function() end })
    expect(t + 1).to_be(1)
    expect(-t).to_be(nil)
  end)

  it("may be any value that can be called", function()
    local handler = setmetatable({}, { __call = function(_, a, b) return a.n + b end })
    expect(setmetatable({ n = 1 }, { __add = handler }) + 5).to_be(6)
  end)

  it("fail if they can't be called", function()
    expect("return setmetatable({}, {__add = 1}) + 1").to_fail_like(
      "^code:1: attempt to call a number value")
  end)

  it("are not asked about numbers and strings that are numbers", function()
    expect(1 + 2, "10" + 5, "0x10" * "2").to_be(3, 15, 32)
  end)

  it("are asked about strings that are no numbers", function()
    local a = value()
    expect("x" + a).to_equal({ "add", "x", a })
  end)
end)

describe("bitwise metamethods", function()
  it("are called with both operands", function()
    local a, b = value(), value()
    expect(a & b).to_equal({ "band", a, b })
    expect(a | b).to_equal({ "bor", a, b })
    expect(a ~ b).to_equal({ "bxor", a, b })
    expect(a << b).to_equal({ "shl", a, b })
    expect(a >> b).to_equal({ "shr", a, b })
  end)

  it("get numbers as they are, on either side", function()
    local a = value()
    expect(a & 1, 1 & a).to_equal({ "band", a, 1 }, { "band", 1, a })
    expect(a | 1.5, 1.5 ~ a).to_equal({ "bor", a, 1.5 }, { "bxor", 1.5, a })
    expect(a << 1, 1 >> a).to_equal({ "shl", a, 1 }, { "shr", 1, a })
  end)

  it("get the operand of a complement twice", function()
    local a = value()
    local result = ~a
    expect(result[1], result[2] == a, result[3] == a).to_be("bnot", true, true)
  end)
end)

describe("__concat", function()
  it("is called if an operand is neither string nor number", function()
    local a = value()
    expect(a .. "x").to_equal({ "concat", a, "x" })
    expect(1 .. a).to_equal({ "concat", 1, a })
    expect(nil .. a).to_equal({ "concat", nil, a })
  end)

  it("is called from the right", function()
    local function handler(a, b)
      return (type(a) == "table" and "T" or a) .. "+" .. (type(b) == "table" and "T" or b)
    end
    local t = setmetatable({}, { __concat = handler })
    expect("a" .. "b" .. t).to_be("a" .. "b+T")
    expect(t .. "a" .. "b").to_be("T+ab")
    expect("a" .. t .. "b").to_be("a" .. "T+b")
  end)
end)

describe("__len", function()
  it("gives a length of any type, and one", function()
    expect(#setmetatable({}, { __len = function() return "long", 2 end })).to_be("long")
  end)

  it("gets the operand", function()
    expect(#setmetatable({ n = 5 }, { __len = function(t) return t.n end })).to_be(5)
  end)

  it("is not asked by rawlen", function()
    expect(rawlen(setmetatable({ 1, 2 }, { __len = function() return 9 end }))).to_be(2)
  end)
end)

describe("__eq", function()
  local same = { __eq = function() return "yes" end }

  it("compares two tables, and what it says becomes a boolean", function()
    local a, b = setmetatable({}, same), setmetatable({}, same)
    expect(a == b, a ~= b).to_be(true, false)
    local unlike = { __eq = function() return nil end }
    expect(setmetatable({}, unlike) == setmetatable({}, unlike)).to_be(false)
  end)

  it("is not asked about a table and itself", function()
    local t = setmetatable({}, { __eq = function() error("asked") end })
    expect(t == t).to_be(true)
  end)

  it("is not asked about values of different types", function()
    local t = setmetatable({}, { __eq = function() error("asked") end })
    expect(t == 1, t == "x", 1 == t, t == nil).to_be(false, false, false, false)
  end)

  it("is taken from either operand, the first one's first", function()
    local first = setmetatable({}, { __eq = function() return true end })
    local second = setmetatable({}, { __eq = function() return false end })
    expect(first == second, second == first, {} == first, first == {}).to_be(true, false, true, true)
  end)

  it("is not asked by rawequal", function()
    expect(rawequal(setmetatable({}, same), setmetatable({}, same))).to_be(false)
  end)
end)

describe("__lt and __le", function()
  local by_n = {
    __lt = function(a, b)
      return (type(a) == "table" and a.n or a) < (type(b) == "table" and b.n or b)
    end,
    __le = function(a, b)
      return (type(a) == "table" and a.n or a) <= (type(b) == "table" and b.n or b)
    end,
  }
  local function number(n)
    return setmetatable({ n = n }, by_n)
  end

  it("order tables", function()
    local one, two = number(1), number(2)
    expect(one < two, two < one, one <= one, two <= one).to_be(true, false, true, false)
  end)

  it("serve > and >= with the operands turned round", function()
    local one, two = number(1), number(2)
    expect(two > one, one > two, one >= one, one >= two).to_be(true, false, true, false)
  end)

  it("order a table and a value of another type", function()
    expect(number(1) < 2, 2 < number(1), 2 <= number(2), number(3) >= 2.5).to_be(
      true, false, true, true)
  end)

  it("give booleans", function()
    local t = setmetatable({}, { __lt = function() return 1 end, __le = function() return nil end })
    expect(t < t, t <= t).to_be(true, false)
  end)

  it("are not asked about two numbers or two strings", function()
    expect(1 < 1.5, "a" < "b", "a" <= "a").to_be(true, true, true)
  end)

  it("are missed", function()
    expect("return {} < {}").to_fail_with("code:1: attempt to compare two table values")
    expect("return {} < 1").to_fail_with("code:1: attempt to compare table with number")
    expect("return {} > 1").to_fail_with("code:1: attempt to compare number with table")
    expect("return nil >= 'x'").to_fail_with("code:1: attempt to compare string with nil")
  end)
end)
