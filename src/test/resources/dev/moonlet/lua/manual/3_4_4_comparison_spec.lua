-- 3.4.4 and 3.4.5: relational and logical operators.

local max, min = math.maxinteger, math.mininteger
local function less(a, b) return a < b end
local function at_most(a, b) return a <= b end
local function same(a, b) return a == b end

describe("equality", function()
  it("compares types first", function()
    expect(same(0, "0"), same(0, false), same(nil, false), same({}, {})).to_be(
      false, false, false, false)
  end)

  it("compares numbers by value", function()
    expect(same(1, 1.0), same(2 ^ 53, 1 << 53), same(0.0, -0.0)).to_be(true, true, true)
    expect(same(max, max + 0.0), same((1 << 53) + 1, 2.0 ^ 53)).to_be(false, false)
  end)

  it("compares strings by their bytes", function()
    expect(same("a\0b", "a\0b"), same("a", "A"), same("", "\0")).to_be(true, false, false)
    local long = ("x"):rep(1000)
    expect(same(long, ("x"):rep(1000)), same(long, long .. "x")).to_be(true, false)
  end)

  it("compares tables and functions by identity", function()
    local t, f = {}, function() end
    expect(same(t, t), same(f, f), same(t, {}), same(print, print)).to_be(true, true, false, true)
  end)

  it("is turned round by ~=", function()
    expect(1 ~= 1, 1 ~= 2, "a" ~= "a", 0 / 0 ~= 0 / 0).to_be(false, true, false, true)
  end)
end)

describe("order", function()
  it("compares numbers by value, whatever their kinds", function()
    expect(less(1, 2), less(1.5, 2), less(1, 1.0), at_most(1, 1.0)).to_be(true, true, false, true)
    expect(less(-1, 0.0), less(-0.0, 0), at_most(0, -0.0)).to_be(true, false, true)
  end)

  it("compares exactly where a float can't hold the integer", function()
    expect(less(max, 2 ^ 63), less(2 ^ 63, max), at_most(2 ^ 63, max)).to_be(true, false, false)
    expect(less(2 ^ 53, (1 << 53) + 1), less((1 << 53) + 1, 2 ^ 53)).to_be(true, false)
    expect(at_most(min, -2 ^ 63), less(min, -2 ^ 63)).to_be(true, false)
    expect(less(max, math.huge), less(-math.huge, min)).to_be(true, true)
  end)

  it("never holds for NaN", function()
    local nan = 0 / 0
    expect(less(nan, 1), less(1, nan), at_most(nan, nan), 1 > nan, 1 >= nan).to_be(
      false, false, false, false, false)
    expect(less(max, nan), at_most(nan, min), not (nan < 1)).to_be(false, false, true)
  end)

  it("compares strings byte by byte", function()
    expect(less("a", "b"), less("Z", "a"), less("a", "ab"), less("", "a")).to_be(true, true, true, true)
    expect(less("a\0a", "a\0b"), less("a", "a\0"), at_most("b", "a")).to_be(true, true, false)
  end)

  it("does not mix types", function()
    expect("return 1 < 'x'").to_fail_with("code:1: attempt to compare number with string")
    expect("return {} <= {}").to_fail_with("code:1: attempt to compare two table values")
    expect("return nil > 1").to_fail_with("code:1: attempt to compare number with nil")
    expect("return true < false").to_fail_with("code:1: attempt to compare two boolean values")
    expect("return print < print").to_fail_with("code:1: attempt to compare two function values")
  end)

  it("turns > round to <", function()
    local log = {}
    local function value(n) log[#log + 1] = n return n end
    expect(value(1) > value(2), value(3) >= value(4)).to_be(false, false)
    expect(log).to_equal({ 1, 2, 3, 4 })
  end)
end)

describe("and, or and not", function()
  it("give one of their operands", function()
    expect(10 or 20, nil or "a", false or nil, nil or false).to_be(10, "a", nil, false)
    expect(10 and 20, nil and 10, false and nil, 0 and "").to_be(20, nil, false, "")
  end)

  it("evaluate the second operand only if need be", function()
    local calls = 0
    local function call() calls = calls + 1 return calls end
    local _ = true or call()
    local _ = nil and call()
    expect(calls).to_be(0)
    expect(false or call(), 1 and call()).to_be(1, 2)
  end)

  it("make a choice together", function()
    local function sign(n) return n < 0 and "minus" or n > 0 and "plus" or "none" end
    expect(sign(-1), sign(0), sign(1)).to_be("minus", "none", "plus")
  end)

  it("give one value of a call", function()
    local function two() return 1, 2 end
    expect((nil or two()), nil or two()).to_be(1, 1)
    expect(1 and two()).to_be(1)
  end)

  it("give a boolean for not", function()
    expect(not nil, not 0, not not 1, not not nil).to_be(true, false, true, false)
  end)

  it("serve as conditions", function()
    local function test(a, b, c)
      if a and (b or not c) then return "yes" else return "no" end
    end
    expect(test(1, nil, nil), test(1, 1, 1), test(1, nil, 1), test(nil, 1, nil)).to_be(
      "yes", "yes", "no", "no")
  end)
end)
