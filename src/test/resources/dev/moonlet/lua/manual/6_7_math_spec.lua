-- 6.7: mathematics.

local huge, nan = math.huge, 0 / 0
local max, min = math.maxinteger, math.mininteger

describe("constants", function()
  it("are the limits of numbers, and pi", function()
    expect(math.huge, math.pi).to_be(1 / 0, 3.141592653589793)
    expect(max, min).to_be(0x7fffffffffffffff, 0x8000000000000000)
  end)
end)

describe("math.abs", function()
  it("keeps the kind of number", function()
    expect(math.abs(-3), math.abs(-3.5), math.abs(-0.0), math.abs(-huge)).to_be(3, 3.5, 0.0, huge)
  end)

  it("of the least integer wraps around", function()
    expect(math.abs(min)).to_be(min)
  end)
end)

describe("math.ceil and math.floor", function()
  it("give integers", function()
    expect(math.ceil(1.2), math.ceil(-1.2), math.floor(1.8), math.floor(-1.2)).to_be(2, -1, 1, -2)
    expect(math.ceil(5), math.floor(5), math.floor(-0.0)).to_be(5, 5, 0)
    expect(math.floor("1.5")).to_be(1)
  end)

  it("give floats that no integer can hold", function()
    expect(math.floor(1e100), math.ceil(-1e100), math.floor(huge), math.floor(nan)).to_be(
      1e100, -1e100, huge, nan)
    expect(math.floor(2.0 ^ 63), math.floor(-2.0 ^ 63)).to_be(2.0 ^ 63, min)
  end)

  it("need a number", function()
    expect("math.floor()").to_fail_with(
      "code:1: bad argument #1 to 'floor' (number expected, got no value)")
    expect("math.floor('x')").to_fail_with(
      "code:1: bad argument #1 to 'floor' (number expected, got string)")
  end)
end)

describe("math.fmod and math.modf", function()
  it("round towards zero", function()
    expect(math.fmod(7, 3), math.fmod(-7, 3), math.fmod(7, -3), math.fmod(-7, -3)).to_be(1, -1, 1, -1)
    expect(math.fmod(5.5, 2), math.fmod(-5.5, 2), math.fmod(1, huge)).to_be(1.5, -1.5, 1.0)
    expect(math.modf(3.7)).to_be(3, 3.7 - 3)
    expect(math.modf(-3.5)).to_be(-3, -0.5)
  end)

  it("take whole and infinite numbers", function()
    expect(math.modf(5)).to_be(5, 0.0)
    expect(math.modf(huge)).to_be(huge, 0.0)
    expect(math.modf(-huge)).to_be(-huge, 0.0)
    expect(math.fmod(min, -1), math.fmod(1, 0.0)).to_be(0, nan)
  end)

  it("refuse the integer zero", function()
    expect("math.fmod(1, 0)").to_fail_with("code:1: bad argument #2 to 'fmod' (zero)")
  end)
end)

describe("math.max and math.min", function()
  it("give the greatest and the least as they are", function()
    expect(math.max(1, 3, 2), math.min(3, 1, 2), math.max(1, 2.5), math.max(7)).to_be(3, 1, 2.5, 7)
    expect(math.max(1, 1.0), math.min(1.0, 1)).to_be(1, 1.0)
    expect(math.max(max, huge), math.min(min, -huge)).to_be(huge, -huge)
  end)

  it("need a value", function()
    expect("math.max()").to_fail_with("code:1: bad argument #1 to 'max' (value expected)")
  end)
end)

describe("math.tointeger and math.type", function()
  it("give the integer of a float that has its value", function()
    expect(math.tointeger(3.0), math.tointeger(3), math.tointeger(-0.0)).to_be(3, 3, 0)
    expect(math.tointeger(3.5), math.tointeger(huge), math.tointeger(2.0 ^ 63)).to_be(nil, nil, nil)
  end)

  it("give nil for what is no number", function()
    expect(math.tointeger({}), math.tointeger("x"), math.type("1"), math.type({})).to_be(
      nil, nil, nil, nil)
    expect(math.type(nil)).to_be(nil)
  end)

  it("need a value", function()
    expect("math.type()").to_fail_with("code:1: bad argument #1 to 'type' (value expected)")
    expect("math.tointeger()").to_fail_with("code:1: bad argument #1 to 'tointeger' (value expected)")
  end)
end)

describe("math.ult", function()
  it("compares integers without sign", function()
    expect(math.ult(1, 2), math.ult(-1, 1), math.ult(1, -1), math.ult(1, 1)).to_be(
      true, false, true, false)
    expect("math.ult(1.5, 2)").to_fail_with(
      "code:1: bad argument #1 to 'ult' (number has no integer representation)")
  end)
end)

describe("roots, powers and logarithms", function()
  it("are C's", function()
    expect(math.sqrt(9), math.sqrt(-1), math.exp(0)).to_be(3.0, nan, 1.0)
    expect(math.exp(1)).to_be_near(2.718281828459045)
  end)

  it("take a base", function()
    expect(math.log(8, 2), math.log(1000, 10), math.log(1), math.log(0)).to_be(3.0, 3.0, 0.0, -huge)
    expect(math.log(27, 3)).to_be_near(3.0)
    expect(math.log(2)).to_be_near(0.6931471805599453)
  end)
end)

describe("angles", function()
  it("are in radians", function()
    expect(math.sin(0), math.cos(0), math.tan(0)).to_be(0.0, 1.0, 0.0)
    expect(math.sin(math.pi / 2), math.cos(math.pi)).to_be(1.0, -1.0)
    expect(math.asin(1)).to_be_near(math.pi / 2)
    expect(math.acos(-1)).to_be_near(math.pi)
    expect(math.asin(2)).to_be(nan)
  end)

  it("are found from two sides", function()
    expect(math.atan(1)).to_be_near(math.pi / 4)
    expect(math.atan(1, -1)).to_be_near(3 * math.pi / 4)
    expect(math.atan(0, -1)).to_be_near(math.pi)
    expect(math.atan(-0.0, 1)).to_be(-0.0)
  end)

  it("are converted to degrees and back", function()
    expect(math.deg(math.pi), math.rad(180)).to_be(180.0, math.pi)
  end)
end)

describe("math.random", function()
  it("gives floats from 0 to 1", function()
    for _ = 1, 100 do
      local x = math.random()
      expect(math.type(x), x >= 0 and x < 1).to_be("float", true)
    end
  end)

  it("gives integers of a range", function()
    local seen = {}
    for _ = 1, 200 do
      local n = math.random(3)
      seen[n] = true
      expect(math.type(n)).to_be("integer")
    end
    expect(seen).to_equal({ true, true, true })
    for _ = 1, 100 do
      local n = math.random(-2, 2)
      expect(n >= -2 and n <= 2).to_be(true)
    end
    expect(math.random(5, 5)).to_be(5)
    expect(math.type(math.random(min, max)), math.type(math.random(0))).to_be("integer", "integer")
  end)

  it("begins again with a seed", function()
    math.randomseed(42)
    local first = { math.random(1000), math.random(1000), math.random() }
    math.randomseed(42)
    expect({ math.random(1000), math.random(1000), math.random() }).to_equal(first)
  end)

  it("gives the same numbers everywhere for a seed", function()
    math.randomseed(123)
    expect(math.random(100), math.random(100), math.random(100)).to_be(37, 41, 89)
  end)

  it("refuses empty ranges", function()
    expect("math.random(2, 1)").to_fail_with("code:1: bad argument #1 to 'random' (interval is empty)")
    expect("math.random(-1)").to_fail_with("code:1: bad argument #1 to 'random' (interval is empty)")
    expect("math.random(1, 2, 3)").to_fail_with("code:1: wrong number of arguments")
  end)
end)
