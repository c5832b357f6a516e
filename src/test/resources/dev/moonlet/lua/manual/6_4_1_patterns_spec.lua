-- 6.4.1: patterns, and the functions that match them.

local function match(text, pattern)
  return text:match(pattern)
end

describe("a character class", function()
  it("stands for the characters of a kind", function()
    expect(match("ab1", "%a+"), match("a1", "%d"), match("aB", "%u"), match("Ab", "%l")).to_be(
      "ab", "1", "B", "b")
    expect(match("a b", "%s"), match("a,b", "%p"), match("a-b1", "%w+"), match("xyzF0g", "%x+")).to_be(
      " ", ",", "a", "F0")
    expect(match("a\1b", "%c"), match(" a", "%g"), match("x", ".")).to_be("\1", "a", "x")
  end)

  it("in upper case stands for all others", function()
    expect(match("a1", "%A"), match("a1", "%D"), match(" a", "%S"), match("a.b", "%W")).to_be(
      "1", "a", "a", ".")
  end)

  it("knows no letters beyond ASCII", function()
    expect(match("\u{e4}", "%a"), match("\xff", "%w")).to_be(nil, nil)
  end)

  it("may be a character that is escaped", function()
    expect(match("a.b", "%."), match("50%", "%%"), match("a]b", "%]")).to_be(".", "%", "]")
  end)
end)

describe("a set", function()
  it("holds characters, ranges and classes", function()
    expect(match("hello", "[aeiou]"), match("x7", "[0-9]"), match("a_1 b", "[%w_]+")).to_be(
      "e", "7", "a_1")
  end)

  it("may be turned round", function()
    expect(match("hello", "[^h]+"), match("123abc", "[^%d]")).to_be("ello", "a")
  end)

  it("may hold brackets, hyphens and carets", function()
    expect(match("a]b", "[]]"), match("a-b", "[a-]+"), match("x^", "[x^]+"), match("[", "[[]")).to_be(
      "]", "a-", "x^", "[")
  end)
end)

describe("repetition", function()
  it("is greedy with * and +", function()
    expect(match("aaa", "a*"), match("aaa", "a+"), match("bbb", "a*"), match("bbb", "a+")).to_be(
      "aaa", "aaa", "", nil)
    expect(match("<a><b>", "<.*>")).to_be("<a><b>")
  end)

  it("is as short as possible with -", function()
    expect(match("<a><b>", "<.->"), match("aaa", "a-"), match("aaab", "a-b")).to_be("<a>", "", "aaab")
  end)

  it("is at most one with ?", function()
    expect(match("color", "colou?r"), match("colour", "colou?r")).to_be("color", "colour")
  end)

  it("gives characters back where it must", function()
    expect(match("aaab", "a*ab"), match("key = value", "(%w+)%s*=%s*(%w+)")).to_be(
      "aaab", "key", "value")
  end)
end)

describe("anchors", function()
  it("hold a pattern to the beginning and the end", function()
    expect(match("hello", "^h"), match("hello", "^e"), match("hello", "o$"), match("hello", "l$")).to_be(
      "h", nil, "o", nil)
  end)

  it("are ordinary elsewhere", function()
    expect(match("a^b$c", "a^b$c")).to_be("a^b$c")
  end)
end)

describe("captures", function()
  it("are given in the order of their opening", function()
    expect(match("hello world", "((h)%w+) (w)")).to_be("hello", "h", "w")
  end)

  it("may be positions", function()
    expect(match("hello", "()ll()")).to_be(3, 5)
  end)

  it("may be matched again", function()
    expect(match([[say "it's"]], [[(["'])(.-)%1]])).to_be('"', "it's")
  end)

  it("may be empty", function()
    expect(match("abc", "(x*)")).to_be("")
  end)
end)

describe("%b and %f", function()
  it("match what is balanced", function()
    expect(match("f(a(b)c)d", "%b()"), match("if x if y end end", "%bie")).to_be("(a(b)c)", "if x if y end e")
  end)

  it("match where a set begins", function()
    expect(match("THE (quick) fox", "%f[%l]%l+"), (("one two"):gsub("%f[%w]%w+", "X"))).to_be("quick", "X X")
    expect(("hello"):find("%f[%z]")).to_be(6, 5)
  end)
end)

describe("string.find", function()
  it("gives the positions and the captures", function()
    expect(("hello"):find("l")).to_be(3, 3)
    expect(("hello"):find("(l)(l)")).to_be(3, 4, "l", "l")
    expect(("hello"):find("x")).to_be(nil)
  end)

  it("begins where it is told", function()
    expect(("hello"):find("l", 4)).to_be(4, 4)
    expect(("hello"):find("l", -1)).to_be(nil)
    expect(("hello"):find("", 6)).to_be(6, 5)
    expect(("hello"):find("", 7)).to_be(nil)
    expect(("hello"):find("h", -100)).to_be(1, 1)
  end)

  it("finds plain text", function()
    expect(("a.b"):find(".", 1, true)).to_be(2, 2)
    expect(("a%b"):find("%b", 1, true)).to_be(2, 3)
    expect((""):find("", 1, true)).to_be(1, 0)
  end)

  it("finds zeros", function()
    expect(("a\0b"):find("\0")).to_be(2, 2)
    expect(("a\0b"):find("%z")).to_be(2, 2)
  end)
end)

describe("string.match", function()
  it("gives the captures, or all that matched", function()
    expect(("2024-05-06"):match("(%d+)-(%d+)-(%d+)")).to_be("2024", "05", "06")
    expect(("key=value"):match("%w+", 4)).to_be("value")
    expect(("x"):match("y")).to_be(nil)
  end)

  it("is anchored at where it begins", function()
    expect(("hello"):match("^l", 3)).to_be("l")
  end)
end)

describe("string.gmatch", function()
  it("goes through all matches", function()
    local words = {}
    for word in ("one two  three"):gmatch("%a+") do words[#words + 1] = word end
    expect(words).to_equal({ "one", "two", "three" })
  end)

  it("gives captures", function()
    local t = {}
    for key, value in ("a=1, b=2"):gmatch("(%w+)=(%w+)") do t[key] = value end
    expect(t).to_equal({ a = "1", b = "2" })
  end)

  it("matches the empty string between characters", function()
    local count = 0
    for _ in ("abc"):gmatch("") do count = count + 1 end
    expect(count).to_be(4)
  end)

  it("begins where it is told", function()
    expect(("abc"):gmatch("%a", 3)()).to_be("c")
  end)

  it("takes no caret for an anchor", function()
    expect(("^a"):gmatch("^a")()).to_be("^a")
  end)
end)

describe("string.gsub", function()
  it("replaces all matches and counts them", function()
    expect(("hello"):gsub("l", "L")).to_be("heLLo", 2)
    expect(("hello"):gsub("x", "y")).to_be("hello", 0)
  end)

  it("replaces so many at most", function()
    expect(("aaa"):gsub("a", "b", 2)).to_be("bba", 2)
    expect(("aaa"):gsub("a", "b", 0)).to_be("aaa", 0)
  end)

  it("puts captures in", function()
    expect(("hello world"):gsub("(%w+)", "<%1>")).to_be("<hello> <world>", 2)
    expect(("hello"):gsub("l", "[%0%0]")).to_be("he[ll][ll]o", 2)
    expect(("a b"):gsub("(%w) (%w)", "%2 %1")).to_be("b a", 1)
    expect(("x"):gsub("x", "%%")).to_be("%", 1)
  end)

  it("looks replacements up in a table", function()
    expect(("$name is $age"):gsub("%$(%w+)", { name = "Bob", age = 42 })).to_be("Bob is 42", 2)
    expect(("$x"):gsub("%$(%w+)", {})).to_be("$x", 1)
  end)

  it("calls a function", function()
    expect(("abc"):gsub("%w", string.upper)).to_be("ABC", 3)
    expect(("abc"):gsub("(a)(b)", function(a, b) return b .. a end)).to_be("bac", 1)
    expect(("abc"):gsub("%w", function(c) if c == "b" then return false end return c .. c end)).to_be("aabcc", 3)
  end)

  it("matches the empty string", function()
    expect(("abc"):gsub("", "-")).to_be("-a-b-c-", 4)
    expect(("abc"):gsub("%w*", "x")).to_be("x", 1)
    expect(("hello world"):gsub("o*", "x")).to_be("xhxexlxlx xwxrxlxdx", 10)
  end)

  it("is anchored once", function()
    expect(("aaa"):gsub("^a", "b")).to_be("baa", 1)
  end)

  it("takes strings, numbers, tables and functions", function()
    expect(("a"):gsub("a", 1)).to_be("1", 1)
    expect("string.gsub('a', 'a', true)").to_fail_with(
      "code:1: bad argument #3 to 'gsub' (string/function/table expected, got boolean)")
    expect("string.gsub('a', 'a', function() return {} end)").to_fail_with(
      "code:1: invalid replacement value (a table)")
    expect("string.gsub('a', 'a', '%2')").to_fail_like("invalid capture index %%2")
    expect("string.gsub('a', 'a', '%x')").to_fail_like("invalid use of '%%' in replacement string")
  end)
end)

describe("a pattern", function()
  it("may be malformed", function()
    expect("string.find('a', '[a')").to_fail_with("code:1: malformed pattern (missing ']')")
    expect("string.find('a', '%')").to_fail_with("code:1: malformed pattern (ends with '%')")
    expect("string.find('a', '(a')").to_fail_with("code:1: unfinished capture")
    expect("string.find('a', '%1')").to_fail_like("invalid capture index")
    expect("string.find('a', '%b')").to_fail_with("code:1: malformed pattern (missing arguments to '%b')")
    expect("string.find('a', '%f')").to_fail_with("code:1: missing '[' after '%f' in pattern")
  end)

  it("may have 32 captures", function()
    expect(#{ (("x"):rep(32)):match(("(x)"):rep(32)) }).to_be(32)
    expect("string.match(('x'):rep(33), ('(x)'):rep(33))").to_fail_with("code:1: too many captures")
  end)
end)
