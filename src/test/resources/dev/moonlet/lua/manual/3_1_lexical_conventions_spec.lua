-- 3.1: names, strings, numerals and comments.

local function value_of(expression)
  return assert(load("return " .. expression, "=code"))()
end

describe("names", function()
  it("are letters, digits and underscores, and do not begin with a digit", function()
    local a1, _, _x, X_9 = 1, 2, 3, 4
    expect(a1, _, _x, X_9).to_be(1, 2, 3, 4)
    expect("local 1a = 1").to_fail_with("code:1: malformed number near '1a'")
  end)

  it("are case-sensitive", function()
    local And, AND, aNd = 1, 2, 3
    expect(And, AND, aNd).to_be(1, 2, 3)
  end)

  it("can't be keywords", function()
    local keywords = {
      "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if",
      "in", "local", "nil", "not", "or", "repeat", "return", "then", "true", "until", "while",
    }
    for _, keyword in ipairs(keywords) do
      expect("goto " .. keyword).to_fail_with(
        "code:1: <name> expected near '" .. keyword .. "'")
    end
  end)

  it("have no letters beyond ASCII", function()
    expect("local \u{e4} = 1").to_fail_like("^code:1: ")
  end)
end)

describe("quoted strings", function()
  it("have either quotes", function()
    expect('a"b', "a'b", "a\"b", 'a\'b').to_be("a\034b", "a\039b", "a\034b", "a\039b")
  end)

  it("have escapes for control characters", function()
    expect(("\a\b\f\n\r\t\v\\"):byte(1, -1)).to_be(7, 8, 12, 10, 13, 9, 11, 92)
  end)

  it("have bytes by up to three decimal digits", function()
    expect("\65\066\0679\0", "\255").to_be("ABC9\x00", "\xff")
    expect([[return "\256"]]).to_fail_with([[code:1: decimal escape too large near '"\256"']])
  end)

  it("have bytes by two hexadecimal digits", function()
    expect("\x41\x7e\xFf").to_be("A~\255")
    expect([[return "\x4"]]).to_fail_with([[code:1: hexadecimal digit expected near '"\x4"']])
  end)

  it("have characters by code point, in UTF-8", function()
    expect("\u{41}\u{e4}\u{20AC}\u{1F600}").to_be("A\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80")
    expect("\u{0000000041}").to_be("A")
  end)

  it("have code points up to 2^31", function()
    expect("\u{7FFFFFFF}").to_be("\xfd\xbf\xbf\xbf\xbf\xbf")
    expect("\u{D800}").to_be("\xed\xa0\x80")
    expect([[return "\u{80000000}"]]).to_fail_with(
      [[code:1: UTF-8 value too large near '"\u{80000000']])
  end)

  it("ask for the braces of a code point", function()
    expect([[return "\u41"]]).to_fail_with([[code:1: missing '{' near '"\u4']])
    expect([[return "\u{41"]]).to_fail_with([[code:1: missing '}' near '"\u{41"']])
    expect([[return "\u{}"]]).to_fail_with([[code:1: hexadecimal digit expected near '"\u{}']])
  end)

  it("skip white space and line ends after \\z", function()
    expect("a\z
            b\z  c").to_be("abc")
  end)

  it("go on in the next line after a backslash", function()
    expect("a\
b").to_be("a\nb")
    expect(value_of("'a\\\r\nb'"), value_of("'a\\\rb'")).to_be("a\nb", "a\nb")
  end)

  it("end in their line", function()
    expect("return 'a\nb'").to_fail_with("code:1: unfinished string near ''a'")
    expect("return 'a").to_fail_with("code:1: unfinished string near <eof>")
  end)

  it("know no other escapes", function()
    expect([[return "\q"]]).to_fail_with([[code:1: invalid escape sequence near '"\q']])
  end)
end)

describe("long strings", function()
  it("have no escapes", function()
    expect([[a\nb]], [[\]]).to_be("a\\nb", "\\")
  end)

  it("lose a line end that comes first", function()
    expect([[
a
]]).to_be("a\n")
    expect(value_of("[[\r\na]]"), value_of("[[\n\na]]")).to_be("a", "\na")
  end)

  it("have levels, so that they may contain brackets", function()
    expect([==[a]]b]=]c]==]).to_be("a]" .. "]b]=]c")
    expect([=[[[nested]]]=]).to_be("[" .. "[nested]" .. "]")
  end)

  it("make one newline of each line end", function()
    expect(value_of("[[a\rb\r\nc\n\rd]]")).to_be("a\nb\nc\nd")
  end)

  it("hold any byte", function()
    expect(value_of("[[a\0b\255]]")).to_be("a\0b\255")
  end)

  it("must end", function()
    expect("return [[a").to_fail_with("code:1: unfinished long string (starting at line 1) near <eof>")
    expect("return [==a").to_fail_with("code:1: invalid long string delimiter near '[=='")
  end)
end)

describe("numerals", function()
  it("are integers without a point or an exponent", function()
    expect(3, 345, 0xff, 0xBEBADA, 007).to_be(3, 345, 255, 12499674, 7)
  end)

  it("are floats with one", function()
    expect(3.0, 3.1416, .5, 3., 1e1, 314.16e-2, 0.31416E1, 34e+1).to_be(
      3.0, 3.1416, 0.5, 3.0, 10.0, 3.1416, 3.1416, 340.0)
  end)

  it("may be hexadecimal floats", function()
    expect(0x0.1E, 0xA23p-4, 0X1.921FB54442D18P+1, 0x.8, 0x1p4).to_be(
      0.1171875, 162.1875, 3.141592653589793, 0.5, 16.0)
  end)

  it("become floats if a decimal is no integer of 64 bits", function()
    expect(9223372036854775807).to_be(math.maxinteger)
    expect(9223372036854775808).to_be(2.0 ^ 63)
    expect(-9223372036854775808).to_be(-2.0 ^ 63)
    expect(1e400, 100000000000000000000000).to_be(math.huge, 1e23)
  end)

  it("wrap around if a hexadecimal is no integer of 64 bits", function()
    expect(0xffffffffffffffff, 0x7fffffffffffffff).to_be(-1, math.maxinteger)
    expect(0x123456789abcdef01).to_be(0x23456789abcdef01)
  end)

  it("keep every digit of a float that counts", function()
    expect(4.9406564584124654e-324 > 0, 2.2250738585072014e-308).to_be(true, 0x1p-1022)
    expect(0.1).to_be(0x1.999999999999ap-4)
    expect(1e-400).to_be(0.0)
  end)

  it("may be malformed", function()
    for _, text in ipairs { "3x", "0x", "1e", "1e+", "0x1p", "1..2", "1.2.3", "0xg", "3_" } do
      expect("return " .. text).to_fail_with("code:1: malformed number near '" .. text .. "'")
    end
  end)
end)

describe("comments", function()
  it("go to the end of the line", function()
    local x = 1 -- = 2
    --x = 3
    expect(x).to_be(1)
  end)

  it("go over lines in brackets of any level", function()
    local x = --[[ two
    lines ]] 1 --[==[ ]] ]=] ]==] + 1
    expect(x).to_be(2)
  end)

  it("are short when the brackets do not open", function()
    local x = 1 --[ x = 2
    --[=x = 3
    expect(x).to_be(1)
  end)

  it("need no line end at the end of the chunk", function()
    expect(load("return 1 --")()).to_be(1)
  end)

  it("must end if they are long", function()
    expect("--[[ a\nb").to_fail_with("code:2: unfinished long comment (starting at line 1) near <eof>")
  end)
end)

describe("the text of a chunk", function()
  it("may have white space of any kind between its parts", function()
    expect(load("return\t1\v+\f2\r\n+3")()).to_be(6)
  end)

  it("needs none where parts can be told apart", function()
    expect(load("local a,b=1,2 return(a)..(b)..'c'..#'d'")()).to_be("12c1")
    expect(load("return 0xand 1")).to_be(nil, "[string \"return 0xand 1\"]:1: malformed number near '0xan'")
  end)

  it("takes the longest operator", function()
    expect(7 // 2, 1 << 2, 8 >> 1, 1 ~= 2, 1 <= 1).to_be(3, 4, 4, true, true)
    expect("return 1 = 1").to_fail_with("code:1: <eof> expected near '='")
  end)

  it("names what it did not expect", function()
    expect("x = @").to_fail_with("code:1: unexpected symbol near '@'")
    expect("x = \1").to_fail_with("code:1: unexpected symbol near '<\\1>'")
    expect("x = }").to_fail_with("code:1: unexpected symbol near '}'")
    expect("x = ").to_fail_with("code:1: unexpected symbol near <eof>")
    expect("x = 'a' 'b'").to_fail_with("code:1: unexpected symbol near ''b''")
  end)
end)
