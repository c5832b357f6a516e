-- 6.5: UTF-8.

local text = "a\u{e4}\u{20ac}\u{1f600}"

describe("utf8.char", function()
  it("encodes code points", function()
    expect(utf8.char(97, 0xe4, 0x20ac, 0x1f600), utf8.char()).to_be(text, "")
    expect(utf8.char(0x7FFFFFFF)).to_be("\xfd\xbf\xbf\xbf\xbf\xbf")
  end)

  it("refuses what is none", function()
    expect("utf8.char(-1)").to_fail_with("code:1: bad argument #1 to 'char' (value out of range)")
    expect("utf8.char(1, 0x80000000)").to_fail_with("code:1: bad argument #2 to 'char' (value out of range)")
  end)
end)

describe("utf8.charpattern", function()
  it("matches a character", function()
    local count = 0
    for _ in text:gmatch(utf8.charpattern) do count = count + 1 end
    expect(count, utf8.charpattern).to_be(4, "[\0-\x7F\xC2-\xFD][\x80-\xBF]*")
  end)
end)

describe("utf8.codes", function()
  it("goes through positions and code points", function()
    local seen = {}
    for position, code in utf8.codes(text) do
      seen[#seen + 1] = { position, code }
    end
    expect(seen).to_equal({ { 1, 97 }, { 2, 0xe4 }, { 4, 0x20ac }, { 7, 0x1f600 } })
  end)

  it("fails where the string is no UTF-8", function()
    expect("for _ in utf8.codes('a\\xff') do end").to_fail_with("code:1: invalid UTF-8 code")
    expect("for _ in utf8.codes('\\xed\\xa0\\x80') do end").to_fail_with("code:1: invalid UTF-8 code")
    expect("for _ in utf8.codes('\\xc0\\x80') do end").to_fail_with("code:1: invalid UTF-8 code")
  end)

  it("takes surrogates and large codes if it is lax", function()
    local codes = {}
    for _, code in utf8.codes("\u{d800}\u{7fffffff}", true) do codes[#codes + 1] = code end
    expect(codes).to_equal({ 0xd800, 0x7fffffff })
  end)
end)

describe("utf8.codepoint", function()
  it("gives the code points of a range", function()
    expect(utf8.codepoint(text)).to_be(97)
    expect(utf8.codepoint(text, 1, -1)).to_be(97, 0xe4, 0x20ac, 0x1f600)
    expect(utf8.codepoint(text, 4)).to_be(0x20ac)
    expect(utf8.codepoint(text, 3, 2)).to_be()
  end)

  it("fails outside of the string and within a character", function()
    expect("utf8.codepoint('abc', 0)").to_fail_with("code:1: bad argument #2 to 'codepoint' (out of bounds)")
    expect("utf8.codepoint('abc', 1, 4)").to_fail_with("code:1: bad argument #3 to 'codepoint' (out of bounds)")
    expect("utf8.codepoint('\\u{e4}', 2)").to_fail_with("code:1: invalid UTF-8 code")
  end)
end)

describe("utf8.len", function()
  it("counts characters", function()
    expect(utf8.len(text), utf8.len(""), utf8.len("abc")).to_be(4, 0, 3)
    expect(utf8.len(text, 2), utf8.len(text, 4, 4), utf8.len(text, -4)).to_be(3, 1, 1)
  end)

  it("gives nil and the place where the string is no UTF-8", function()
    expect(utf8.len("ab\xffc")).to_be(nil, 3)
    expect(utf8.len("\u{e4}", 2)).to_be(nil, 2)
    expect(utf8.len("\u{d800}")).to_be(nil, 1)
    expect(utf8.len("\u{d800}", 1, -1, true)).to_be(1)
  end)

  it("fails outside of the string", function()
    expect("utf8.len('abc', 5)").to_fail_with(
      "code:1: bad argument #2 to 'len' (initial position out of bounds)")
    expect("utf8.len('abc', 1, 4)").to_fail_with(
      "code:1: bad argument #3 to 'len' (final position out of bounds)")
  end)
end)

describe("utf8.offset", function()
  it("finds where a character begins", function()
    expect(utf8.offset(text, 1), utf8.offset(text, 3), utf8.offset(text, 5)).to_be(1, 4, 11)
    expect(utf8.offset(text, -1), utf8.offset(text, -4)).to_be(7, 1)
    expect(utf8.offset(text, 6), utf8.offset(text, -5)).to_be(nil, nil)
  end)

  it("finds the character around a byte", function()
    expect(utf8.offset(text, 0, 6), utf8.offset(text, 0, 4), utf8.offset(text, 0, #text + 1)).to_be(4, 4, 11)
  end)

  it("counts from where it is told", function()
    expect(utf8.offset(text, 2, 4), utf8.offset(text, -1, 4)).to_be(7, 2)
  end)

  it("fails within a character and outside of the string", function()
    expect("utf8.offset('\\u{e4}', 1, 2)").to_fail_with("code:1: initial position is a continuation byte")
    expect("utf8.offset('abc', 1, 5)").to_fail_with(
      "code:1: bad argument #3 to 'offset' (position out of bounds)")
  end)
end)
