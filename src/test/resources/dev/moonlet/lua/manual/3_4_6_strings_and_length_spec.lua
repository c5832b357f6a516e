-- 3.4.6 to 3.4.8: concatenation, length and precedence.

describe("concatenation", function()
  it("joins strings and numbers", function()
    expect("a" .. "b", "a" .. 1, 1 .. "a", 1 .. 2, 1.0 .. "").to_be("ab", "a1", "1a", "12", "1.0")
  end)

  it("joins any bytes", function()
    expect(("a\0" .. "\255"):byte(1, -1)).to_be(97, 0, 255)
  end)

  it("joins many at once", function()
    local a, b = "a", "b"
    expect(a .. b .. a .. 1 .. b .. 2.5 .. a).to_be("aba1b2.5a")
  end)

  it("evaluates its operands from left to right", function()
    local log = {}
    local function note(x) log[#log + 1] = x return x end
    local _ = note("a") .. note("b") .. note("c")
    expect(table.concat(log)).to_be("abc")
  end)

  it("names the operand that is neither", function()
    expect("local x; return 'a' .. x").to_fail_with(
      "code:1: attempt to concatenate a nil value (local 'x')")
    expect("local t = {} return t.name .. 'a'").to_fail_with(
      "code:1: attempt to concatenate a nil value (field 'name')")
    expect("return nothing .. 'a'").to_fail_with(
      "code:1: attempt to concatenate a nil value (global 'nothing')")
    expect("return {} .. 'a'").to_fail_with("code:1: attempt to concatenate a table value")
    expect("return 'a' .. true").to_fail_with("code:1: attempt to concatenate a boolean value")
  end)
end)

describe("length", function()
  it("of a string is its bytes", function()
    expect(#"", #"abc", #"a\0b", #"\u{20AC}").to_be(0, 3, 3, 3)
  end)

  it("of a sequence is its last index", function()
    expect(#{}, #{ 1 }, #{ 1, 2, 3 }, #{ n = 1 }).to_be(0, 1, 3, 0)
    expect(#{ 1, 2, nil }).to_be(2)
  end)

  it("grows and shrinks with the sequence", function()
    local t = {}
    for i = 1, 100 do t[#t + 1] = i end
    expect(#t).to_be(100)
    for _ = 1, 99 do t[#t] = nil end
    expect(#t).to_be(1)
  end)

  it("of a sequence that was filled backwards is its last index", function()
    local t = {}
    for i = 10, 1, -1 do t[i] = i end
    expect(#t).to_be(10)
  end)

  it("of a table with holes is a border", function()
    local t = { 1, nil, 3, nil, 5 }
    local n = #t
    expect(n == 0 or t[n] ~= nil, t[n + 1]).to_be(true, nil)
  end)

  it("does not count what is no positive integer", function()
    expect(#{ [0] = 0, [-1] = -1, [1.5] = 1, x = 1 }).to_be(0)
  end)

  it("of anything else is an error", function()
    expect("local x = 1 return #x").to_fail_with("code:1: attempt to get length of a number value (local 'x')")
    expect("return #nothing").to_fail_with("code:1: attempt to get length of a nil value (global 'nothing')")
    expect("local t = {} return #t.list").to_fail_with(
      "code:1: attempt to get length of a nil value (field 'list')")
  end)
end)

describe("precedence", function()
  it("is highest for power, which binds to the right", function()
    expect(2 ^ 3 ^ 2, -2 ^ 2, 2 ^ -1, 2 * 3 ^ 2).to_be(512.0, -4.0, 0.5, 18.0)
  end)

  it("of unary operators comes next", function()
    expect(-3 * 2, not 1 == 2, #"ab" + 1, -"2" + 3, - -2, not not nil).to_be(-6, false, 3, 1, 2, false)
    expect(~0 & 5, -1 >> 63, ~1 + 1).to_be(5, 1, -1)
  end)

  it("of products comes before sums", function()
    expect(1 + 2 * 3, 10 - 6 / 2, 7 // 2 * 2, 8 % 5 - 1, 2 - 3 - 4).to_be(7, 7.0, 6, 2, -5)
  end)

  it("of sums comes before concatenation, which binds to the right", function()
    expect(1 + 2 .. 3 + 4, "a" .. 1 + 1).to_be("37", "a2")
  end)

  it("of concatenation comes before shifts, and these before and", function()
    expect("return 1 .. 0 << 1").to_fail_like("bitwise operation on a string value")
    expect(1 << 1 + 1, 1 << 2 & 12, 6 & 3 << 1).to_be(4, 4, 6)
  end)

  it("of bitwise and comes before exclusive or, before or", function()
    expect(1 | 6 & 3, 1 ~ 3 & 2, 1 | 3 ~ 2, 8 | 4 ~ 4).to_be(3, 3, 1, 8)
  end)

  it("of bitwise operators comes before comparison", function()
    expect(1 | 2 == 3, 4 & 1 < 1, "a" .. "b" == "ab").to_be(true, true, true)
  end)

  it("of comparison comes before and, before or", function()
    expect(1 < 2 and 2 < 3, nil and 1 or 2, 1 or nil and 2, 1 == 2 or 3 == 3).to_be(true, 2, 1, true)
    expect(1 < 2 == true, not (1 == 2)).to_be(true, true)
  end)

  it("can be changed by parentheses", function()
    expect((1 + 2) * 3, 2 ^ (3 ^ 2), (2 ^ 3) ^ 2, -(2 ^ 2), (-2) ^ 2).to_be(9, 512.0, 64.0, -4.0, 4.0)
  end)
end)
