-- 3.4.2: bitwise operators.

local function band(a, b) return a & b end
local function bor(a, b) return a | b end
local function bxor(a, b) return a ~ b end
local function shl(a, b) return a << b end
local function shr(a, b) return a >> b end
local function bnot(a) return ~a end

describe("and, or, exclusive or and complement", function()
  it("work on the bits of integers", function()
    expect(0xF0 & 0x3C, 0xF0 | 0x3C, 0xF0 ~ 0x3C, ~0).to_be(0x30, 0xFC, 0xCC, -1)
    expect(band(0xF0, 0x3C), bor(0xF0, 0x3C), bxor(0xF0, 0x3C), bnot(0)).to_be(0x30, 0xFC, 0xCC, -1)
  end)

  it("work on all 64 bits", function()
    expect(band(-1, math.maxinteger), bor(math.mininteger, 1)).to_be(math.maxinteger, math.mininteger + 1)
    expect(bxor(-1, 0), bnot(math.maxinteger)).to_be(-1, math.mininteger)
  end)
end)

describe("shifts", function()
  it("fill with zeros", function()
    expect(1 << 4, 0x80 >> 4, -1 >> 60).to_be(16, 8, 15)
    expect(shl(1, 63), shr(-1, 1), shr(math.mininteger, 63)).to_be(math.mininteger, math.maxinteger, 1)
  end)

  it("go the other way for negative counts", function()
    expect(shl(8, -2), shr(2, -2), 1 << -1).to_be(2, 8, 0)
  end)

  it("give zero for 64 bits and more", function()
    expect(shl(-1, 64), shr(-1, 64), shl(-1, 1000), shr(-1, -64)).to_be(0, 0, 0, 0)
    expect(shl(1, math.mininteger), shr(1, math.mininteger), shl(1, math.maxinteger)).to_be(0, 0, 0)
  end)
end)

describe("operands", function()
  it("may be floats with an integer's value", function()
    expect(band(7.0, 3), bor(4.0, 1.0), bnot(-1.0), shl(1.0, 2.0)).to_be(3, 5, 0, 4)
    expect(bor(-2.0 ^ 63, 0)).to_be(math.mininteger)
  end)

  it("can't have a fraction, or be too large", function()
    expect("return 1.5 & 1").to_fail_with("code:1: number has no integer representation")
    expect("return 1 | 2^63").to_fail_with("code:1: number has no integer representation")
    expect("local x = 1.5 return ~x").to_fail_with(
      "code:1: number (local 'x') has no integer representation")
    expect("local t = {x = 0/0} return 1 << t.x").to_fail_with(
      "code:1: number (field 'x') has no integer representation")
  end)

  it("can't be anything else", function()
    expect("local x = {} return x & 1").to_fail_with(
      "code:1: attempt to perform bitwise operation on a table value (local 'x')")
    expect("return 1 ~ nothing").to_fail_with(
      "code:1: attempt to perform bitwise operation on a nil value (global 'nothing')")
    expect("return ~true").to_fail_with("code:1: attempt to perform bitwise operation on a boolean value")
  end)

  it("can't be strings, though they may be numbers", function()
    expect("return 'x' & 1").to_fail_with(
      "code:1: attempt to perform bitwise operation on a string value (constant 'x')")
    expect("local x = '1' return 1 | x").to_fail_with(
      "code:1: attempt to perform bitwise operation on a string value (local 'x')")
  end)
end)
