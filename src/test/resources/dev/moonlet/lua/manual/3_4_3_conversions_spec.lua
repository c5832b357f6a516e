-- 3.4.3: coercions and conversions.

local function add(a, b) return a + b end

describe("an integer becomes a float", function()
  it("beside a float", function()
    expect(add(1, 0.5), add(1, 0.0)).to_be(1.5, 1.0)
  end)

  it("as the nearest one", function()
    expect(add(math.maxinteger, 0.0)).to_be(2.0 ^ 63)
    expect(add((1 << 53) + 1, 0.0)).to_be(2.0 ^ 53)
    expect(add((1 << 53) + 3, 0.0)).to_be(2.0 ^ 53 + 4)
  end)
end)

describe("a float becomes an integer", function()
  it("if it has the value of one", function()
    expect(3.0 | 0, ("x"):rep(2.0), ({ 10, 20 })[2.0]).to_be(3, "xx", 20)
  end)

  it("or it is an error", function()
    expect("return ('x'):rep(1.5)").to_fail_like("number has no integer representation")
    expect("return 2^63 | 0").to_fail_like("number has no integer representation")
    expect("return math.huge | 0").to_fail_with(
      "code:1: number (field 'huge') has no integer representation")
  end)
end)

describe("a string becomes a number", function()
  it("in arithmetic, an integer or a float as it is written", function()
    expect(add("10", 1), add("10.0", 1), add("0x10", 1), add("1e1", 1)).to_be(11, 11.0, 17, 11.0)
    expect("10" * "2", "7" // "2", "7" / "2", "2" ^ "3", "7" % "4", -"2").to_be(20, 3, 3.5, 8.0, 3, -2)
  end)

  it("with white space and a sign around it", function()
    expect(add(" 10 ", 1), add("\t-10\n", 1), add("+10", 1), add("-0x10", 1)).to_be(11, -9, 11, -15)
  end)

  it("a float if it is too large for an integer", function()
    expect(add("9223372036854775807", 0)).to_be(math.maxinteger)
    expect(add("9223372036854775808", 0)).to_be(2.0 ^ 63)
    expect(add("0xffffffffffffffff", 0)).to_be(-1)
  end)

  it("or it is an error that names both types", function()
    for _, text in ipairs { "", " ", "x", "1x", "1 2", "- 1", "0x", "1e", "nan", "inf", "1\0", "--1" } do
      expect(add, text, 1).to_fail_with("attempt to add a 'string' with a 'number'")
    end
    expect("return 'x' - {}").to_fail_with("code:1: attempt to sub a 'string' with a 'table'")
    expect("return -'x'").to_fail_with("code:1: attempt to unm a 'string' with a 'string'")
  end)

  it("never in comparisons", function()
    expect(10 == "10", "10" == 10, 0 == "").to_be(false, false, false)
    expect("return 1 < '2'").to_fail_with("code:1: attempt to compare number with string")
  end)

  it("never as a key", function()
    expect(({ "a" })["1"]).to_be(nil)
  end)
end)

describe("a number becomes a string", function()
  it("in concatenation", function()
    expect(1 .. 2, 1.5 .. "", -0.0 .. "", 2 ^ 53 .. "").to_be("12", "1.5", "-0.0", "9.007199254741e+15")
  end)

  it("with a point if it is a float", function()
    expect(tostring(1), tostring(1.0), tostring(-1.0), tostring(1e15)).to_be("1", "1.0", "-1.0", "1e+15")
  end)

  it("with 14 digits", function()
    expect(tostring(0.1), tostring(1 / 3), tostring(math.pi)).to_be(
      "0.1", "0.33333333333333", "3.1415926535898")
    expect(tostring(1e14), tostring(123456789012345.0)).to_be("1e+14", "1.2345678901234e+14")
    expect(tostring(1e100), tostring(1e-5), tostring(0.0001)).to_be("1e+100", "1e-05", "0.0001")
  end)

  it("whole if it is an integer", function()
    expect(tostring(math.maxinteger), tostring(math.mininteger)).to_be(
      "9223372036854775807", "-9223372036854775808")
  end)

  it("by name if it is infinite or NaN", function()
    expect(tostring(math.huge), tostring(-math.huge)).to_be("inf", "-inf")
    expect(tostring(0 / 0)).to_match("^%-?nan$")
  end)

  it("where the library wants one", function()
    expect(string.len(12), string.rep(1.5, 2), table.concat({ 1, 2.0 })).to_be(2, "1.51.5", "12.0")
  end)
end)
