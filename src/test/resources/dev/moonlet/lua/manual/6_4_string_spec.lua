-- 6.4: string manipulation without patterns, format and pack.

describe("string.byte and string.char", function()
  it("turn bytes to numbers and back", function()
    expect(("ABC"):byte(), ("ABC"):byte(2), ("ABC"):byte(-1)).to_be(65, 66, 67)
    expect(("ABC"):byte(1, -1)).to_be(65, 66, 67)
    expect(string.char(72, 105), string.char(), string.char(0, 255)).to_be("Hi", "", "\0\xff")
  end)

  it("give nothing outside of the string", function()
    expect(("ABC"):byte(4)).to_be()
    expect(("ABC"):byte(0)).to_be()
    expect((""):byte()).to_be()
    expect(("ABC"):byte(3, 2)).to_be()
    expect(("ABC"):byte(2, 100)).to_be(66, 67)
  end)

  it("refuse what is no byte", function()
    expect("string.char(256)").to_fail_with("code:1: bad argument #1 to 'char' (value out of range)")
    expect("string.char(1, -1)").to_fail_with("code:1: bad argument #2 to 'char' (value out of range)")
  end)
end)

describe("string.len, lower, upper and reverse", function()
  it("work byte by byte", function()
    expect(("a\0b"):len(), ("AbC1"):lower(), ("AbC1"):upper(), ("abc"):reverse()).to_be(
      3, "abc1", "ABC1", "cba")
    expect((""):reverse(), (""):upper()).to_be("", "")
  end)

  it("change no letters beyond ASCII", function()
    expect(("\u{e4}"):upper(), ("\u{c4}"):lower()).to_be("\u{e4}", "\u{c4}")
  end)

  it("take numbers", function()
    expect(string.len(123), string.upper(1e100)).to_be(3, "1E+100")
  end)
end)

describe("string.rep", function()
  it("repeats", function()
    expect(("ab"):rep(3), ("ab"):rep(1), ("ab"):rep(0), ("ab"):rep(-1)).to_be("ababab", "ab", "", "")
  end)

  it("has a separator", function()
    expect(("a"):rep(3, ", "), ("a"):rep(1, ", "), (""):rep(3, "-")).to_be("a, a, a", "a", "--")
  end)

  it("refuses a string that is too large", function()
    expect("return string.rep('x', 1 << 62)").to_fail_with("code:1: resulting string too large")
  end)
end)

describe("string.sub", function()
  it("counts from 1, and from the end", function()
    local s = "hello"
    expect(s:sub(2, 4), s:sub(2), s:sub(-3), s:sub(-3, -2), s:sub(1, 1)).to_be(
      "ell", "ello", "llo", "ll", "h")
  end)

  it("keeps to the string", function()
    local s = "hello"
    expect(s:sub(0), s:sub(-100, 2), s:sub(4, 100), s:sub(6), s:sub(4, 2)).to_be(
      "hello", "he", "lo", "", "")
    expect(s:sub(math.mininteger, math.maxinteger), s:sub(math.maxinteger)).to_be("hello", "")
  end)

  it("takes numbers for strings and floats for integers", function()
    expect(string.sub(12345, 2, 3), ("abc"):sub(2.0)).to_be("23", "bc")
    expect("string.sub('x', 1.5)").to_fail_with(
      "code:1: bad argument #2 to 'sub' (number has no integer representation)")
    expect("string.sub('x', {})").to_fail_with(
      "code:1: bad argument #2 to 'sub' (number expected, got table)")
    expect("string.sub()").to_fail_with(
      "code:1: bad argument #1 to 'sub' (string expected, got no value)")
  end)
end)

describe("string.format", function()
  it("writes integers", function()
    expect(("%d %i %5d|%-5d|%05d|%+d"):format(1, 2, 3, 4, 5, 6)).to_be("1 2     3|4    |00005|+6")
    expect(("%x %X %#x %o"):format(255, 255, 255, 8)).to_be("ff FF 0xff 10")
    expect(("%x"):format(-1)).to_be("ffffffffffffffff")
    expect(("%.3d|%5.2d"):format(5, 7)).to_be("005|   07")
    expect(("%d"):format(3.0), ("%d"):format("10")).to_be("3", "10")
  end)

  it("writes floats", function()
    expect(("%f %.2f %8.3f|%e"):format(1, 1.005, math.pi, 12345.678)).to_be(
      "1.000000 1.00    3.142|1.234568e+04")
    expect(("%g %g %g"):format(1e20, 0.1, 100000)).to_be("1e+20 0.1 100000")
    expect(("%.14g %.3g"):format(1 / 3, 2 / 3)).to_be("0.33333333333333 0.667")
    expect(("%f %.1f %g"):format(math.huge, -math.huge, 1 / 0)).to_be("inf -inf inf")
  end)

  it("writes hexadecimal floats", function()
    expect(("%a"):format(1.0), ("%a"):format(0.5)).to_be("0x1p+0", "0x1p-1")
  end)

  it("writes characters and strings", function()
    expect(("%c%c"):format(72, 0)).to_be("H\0")
    expect(("%s|%5s|%-5s|%.2s"):format("a", "b", "c", "def")).to_be("a|    b|c    |de")
    expect(("%s %s %s"):format(nil, true, 1.0)).to_be("nil true 1.0")
  end)

  it("writes what can be read again with %q", function()
    expect(("%q"):format('a"b\\c\nd\0e\r')).to_be('"a\\"b\\\\c\\\nd\\0e\\13"')
    expect(("%q %q %q"):format(1, true, nil)).to_be("1 true nil")
    expect(("%q"):format(math.mininteger), ("%q"):format(0.5)).to_be("0x8000000000000000", "0x1p-1")
    expect(("%q"):format(1 / 0), ("%q"):format(0 / 0)).to_be("1e9999", "(0/0)")
    expect("return ('%q'):format({})").to_fail_like("value has no literal form")
  end)

  it("writes a percent sign", function()
    expect(("100%%"):format()).to_be("100%")
  end)

  it("takes __tostring for %s", function()
    expect(("%s"):format(setmetatable({}, { __tostring = function() return "mine" end }))).to_be("mine")
  end)

  it("names what is wrong with an argument", function()
    expect("string.format('%d', 1.5)").to_fail_with(
      "code:1: bad argument #2 to 'format' (number has no integer representation)")
    expect("string.format('%d', 'x')").to_fail_with(
      "code:1: bad argument #2 to 'format' (number expected, got string)")
    expect("string.format('%s')").to_fail_with("code:1: bad argument #2 to 'format' (no value)")
    expect("string.format('%d')").to_fail_with("code:1: bad argument #2 to 'format' (no value)")
  end)

  it("knows no other conversions", function()
    expect("string.format('%y', 1)").to_fail_with("code:1: invalid conversion '%y' to 'format'")
    expect("string.format('%', 1)").to_fail_with("code:1: invalid conversion '%' to 'format'")
    expect("string.format('%10q', 1)").to_fail_with("code:1: specifier '%q' cannot have modifiers")
  end)
end)

describe("a library function that is called as a method", function()
  it("does not count the object among its arguments", function()
    expect("local s = 'x' s:rep({})").to_fail_with(
      "code:1: bad argument #1 to 'rep' (number expected, got table)")
    expect("return ('x'):rep()").to_fail_with(
      "code:1: bad argument #1 to 'rep' (number expected, got no value)")
    expect("return ('%d %d'):format(1, 'x')").to_fail_with(
      "code:1: bad argument #2 to 'format' (number expected, got string)")
    expect("local t = setmetatable({}, { __index = table })\nt:insert(5, 1)").to_fail_with(
      "code:2: bad argument #1 to 'insert' (position out of bounds)")
  end)

  it("tells a wrong object from a wrong argument", function()
    expect("string:upper()").to_fail_with(
      "code:1: calling 'upper' on bad self (string expected, got table)")
  end)

  it("counts all arguments where it is called as a function", function()
    expect("local s = 'x'\ns = s:rep(1)\ns.rep(s, {})").to_fail_with(
      "code:3: bad argument #2 to 'rep' (number expected, got table)")
    expect("('x'):gsub('x', function() return string.rep('x', {}) end)").to_fail_with(
      "code:1: bad argument #2 to 'rep' (number expected, got table)")
    expect("local s = ('x'):rep(1) .. string.rep('x', {})").to_fail_with(
      "code:1: bad argument #2 to 'rep' (number expected, got table)")
  end)
end)
