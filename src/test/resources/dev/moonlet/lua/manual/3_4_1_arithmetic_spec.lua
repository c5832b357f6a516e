-- 3.4.1: arithmetic on integers and floats. Each operator is tried on constants, which may be
-- folded, and on values that nobody knows beforehand.

local function add(a, b) return a + b end
local function sub(a, b) return a - b end
local function mul(a, b) return a * b end
local function div(a, b) return a / b end
local function idiv(a, b) return a // b end
local function mod(a, b) return a % b end
local function pow(a, b) return a ^ b end
local function negate(a) return -a end

local huge, nan = math.huge, 0 / 0
local max, min = math.maxinteger, math.mininteger

describe("addition, subtraction and multiplication", function()
  it("give integers for integers", function()
    expect(1 + 2, 1 - 2, 3 * 4).to_be(3, -1, 12)
    expect(add(1, 2), sub(1, 2), mul(3, 4)).to_be(3, -1, 12)
  end)

  it("give floats if one operand is a float", function()
    expect(1 + 2.0, 1.0 - 2, 3 * 4.0).to_be(3.0, -1.0, 12.0)
    expect(add(1, 2.0), sub(1.0, 2), mul(3, 4.0)).to_be(3.0, -1.0, 12.0)
  end)

  it("wrap integers around", function()
    expect(max + 1, min - 1, max * max, min * -1).to_be(min, max, 1, min)
    expect(add(max, 1), sub(min, 1), mul(max, max), mul(min, -1)).to_be(min, max, 1, min)
    expect(add(max, max), mul(1 << 32, 1 << 32)).to_be(-2, 0)
  end)

  it("follow IEEE 754 for floats", function()
    expect(add(1e308, 1e308), sub(huge, huge), mul(0.0, huge)).to_be(huge, nan, nan)
    expect(add(0.0, -0.0), add(-0.0, -0.0), mul(0.0, -1)).to_be(0.0, -0.0, -0.0)
    expect(add(2.0 ^ 53, 1)).to_be(2.0 ^ 53)
  end)

  it("keep integers exact that floats can't hold", function()
    expect(add(1 << 53, 1)).to_be(9007199254740993)
  end)
end)

describe("division", function()
  it("gives a float always", function()
    expect(6 / 2, 1 / 2, 6.0 / 2).to_be(3.0, 0.5, 3.0)
    expect(div(6, 2), div(1, 2), div(6.0, 2)).to_be(3.0, 0.5, 3.0)
  end)

  it("by zero is infinite, or NaN", function()
    expect(div(1, 0), div(-1, 0), div(1, -0.0), div(0, 0)).to_be(huge, -huge, -huge, nan)
  end)
end)

describe("floor division", function()
  it("rounds towards minus infinity", function()
    expect(7 // 2, -7 // 2, 7 // -2, -7 // -2).to_be(3, -4, -4, 3)
    expect(idiv(7, 2), idiv(-7, 2), idiv(7, -2), idiv(-7, -2)).to_be(3, -4, -4, 3)
    expect(idiv(7.5, 2), idiv(-7.5, 2), idiv(7, -2.0)).to_be(3.0, -4.0, -4.0)
  end)

  it("of integers gives an integer", function()
    expect(idiv(6, 3), idiv(6.0, 3), idiv(0, 5)).to_be(2, 2.0, 0)
  end)

  it("of integers by zero is an error", function()
    expect("return 1 // 0").to_fail_with("code:1: attempt to divide by zero")
    expect(idiv, 1, 0).to_fail_with("attempt to divide by zero")
  end)

  it("of floats by zero is infinite, or NaN", function()
    expect(idiv(1, 0.0), idiv(-1.0, 0), idiv(0.0, 0)).to_be(huge, -huge, nan)
  end)

  it("of the least integer by -1 wraps around", function()
    expect(idiv(min, -1), min // -1).to_be(min, min)
  end)

  it("keeps the sign of zero and of infinity", function()
    expect(idiv(-0.0, 1), idiv(1, huge), idiv(-1, huge), idiv(huge, 2)).to_be(-0.0, 0.0, -0.0, huge)
  end)
end)

describe("modulo", function()
  it("is what floor division leaves", function()
    expect(7 % 3, -7 % 3, 7 % -3, -7 % -3).to_be(1, 2, -2, -1)
    expect(mod(7, 3), mod(-7, 3), mod(7, -3), mod(-7, -3)).to_be(1, 2, -2, -1)
    expect(mod(5.5, 2), mod(-5.5, 2), mod(5.5, -2)).to_be(1.5, 0.5, -0.5)
    for _, a in ipairs { 7, -7, 7.25, -7.25 } do
      for _, b in ipairs { 2, -2, 2.5, -2.5 } do
        expect(a - (a // b) * b).to_be(mod(a, b))
      end
    end
  end)

  it("of integers by zero is an error", function()
    expect("return 1 % 0").to_fail_with("code:1: attempt to perform 'n%0'")
    expect(mod, 1, 0).to_fail_with("attempt to perform 'n%0'")
  end)

  it("of floats by zero is NaN", function()
    expect(mod(1, 0.0), mod(1.0, 0), mod(huge, 1)).to_be(nan, nan, nan)
  end)

  it("by infinity gives the dividend or infinity", function()
    expect(mod(1, huge), mod(-1, huge), mod(1, -huge), mod(-1, -huge)).to_be(1.0, huge, -huge, -1.0)
  end)

  it("of the least integer by -1 is zero", function()
    expect(mod(min, -1), min % -1).to_be(0, 0)
  end)

  it("has the sign of the divisor, for zero the dividend's", function()
    expect(mod(6.0, -2), mod(-6.0, 2), mod(-6, 2)).to_be(0.0, -0.0, 0)
  end)
end)

describe("exponentiation", function()
  it("gives a float always", function()
    expect(2 ^ 3, 2.0 ^ 2, 4 ^ 0.5).to_be(8.0, 4.0, 2.0)
    expect(pow(2, 3), pow(2, -1), pow(27, 1 / 3)).to_be(8.0, 0.5, 3.0)
  end)

  it("follows C's pow", function()
    expect(pow(0, 0), pow(nan, 0), pow(1, nan), pow(1, huge)).to_be(1.0, 1.0, 1.0, 1.0)
    expect(pow(-1, huge), pow(-8, 1 / 3), pow(0, -1)).to_be(1.0, nan, huge)
    expect(pow(2, 1024), pow(2, -1075)).to_be(huge, 0.0)
  end)
end)

describe("negation", function()
  it("keeps the kind of number", function()
    expect(negate(3), negate(3.0), negate(0), negate(0.0)).to_be(-3, -3.0, 0, -0.0)
  end)

  it("of the least integer wraps around", function()
    expect(negate(min), -min).to_be(min, min)
  end)
end)

describe("arithmetic on something else", function()
  it("names the local, upvalue, global, field or constant", function()
    expect("local x; return x + 1").to_fail_with(
      "code:1: attempt to perform arithmetic on a nil value (local 'x')")
    expect("local x; return (function() return 1 - x end)()").to_fail_with(
      "code:1: attempt to perform arithmetic on a nil value (upvalue 'x')")
    expect("return nothing * 2").to_fail_with(
      "code:1: attempt to perform arithmetic on a nil value (global 'nothing')")
    expect("local t = {} return 2 / t.x").to_fail_with(
      "code:1: attempt to perform arithmetic on a nil value (field 'x')")
    expect("return -{}").to_fail_with("code:1: attempt to perform arithmetic on a table value")
  end)

  it("blames the second operand if the first is a number", function()
    expect("local a, b = 1, {} return a + b").to_fail_with(
      "code:1: attempt to perform arithmetic on a table value (local 'b')")
    expect("local a, b = {}, {} return a % b").to_fail_with(
      "code:1: attempt to perform arithmetic on a table value (local 'a')")
    expect("local a, b = {}, 1 return a ^ b").to_fail_with(
      "code:1: attempt to perform arithmetic on a table value (local 'a')")
  end)

  it("has no name for a result", function()
    expect("return (function() end)() + 1").to_fail_like("attempt to perform arithmetic on a nil value$")
  end)
end)
