-- 6.1: the basic functions. pcall, xpcall, error and assert have chapter 2.3.

describe("_G and _VERSION", function()
  it("are the globals and the language", function()
    expect(_G.print == print, _G._G == _G, _VERSION).to_be(true, true, "Lua 5.4")
  end)
end)

describe("collectgarbage", function()
  it("takes the options of Lua", function()
    expect(collectgarbage(), collectgarbage("collect")).to_be(0, 0)
    expect(math.type(collectgarbage("count"))).to_be("float")
    expect(collectgarbage("isrunning")).to_be(true)
    expect(type(collectgarbage("step"))).to_be("boolean")
  end)

  it("takes no others", function()
    expect("collectgarbage('other')").to_fail_with(
      "code:1: bad argument #1 to 'collectgarbage' (invalid option 'other')")
  end)
end)

describe("getmetatable and setmetatable", function()
  it("need a table, and nil or a table", function()
    expect("setmetatable(1, {})").to_fail_with(
      "code:1: bad argument #1 to 'setmetatable' (table expected, got number)")
    expect("setmetatable({})").to_fail_with(
      "code:1: bad argument #2 to 'setmetatable' (nil or table expected, got no value)")
    expect("setmetatable({}, 1)").to_fail_with(
      "code:1: bad argument #2 to 'setmetatable' (nil or table expected, got number)")
    expect("getmetatable()").to_fail_with(
      "code:1: bad argument #1 to 'getmetatable' (value expected)")
  end)
end)

describe("ipairs", function()
  it("visits 1, 2 and so on up to the first nil", function()
    local seen = {}
    for i, value in ipairs({ "a", "b", nil, "d", x = 1 }) do
      seen[#seen + 1] = i .. value
    end
    expect(seen).to_equal({ "1a", "2b" })
  end)

  it("returns three values", function()
    local t = {}
    local step, state, first = ipairs(t)
    expect(type(step), state, first).to_be("function", t, 0)
  end)

  it("respects __index", function()
    local t = setmetatable({}, { __index = function(_, i) return i <= 3 and i * 10 or nil end })
    local sum = 0
    for _, value in ipairs(t) do sum = sum + value end
    expect(sum).to_be(60)
  end)

  it("takes any value that can be indexed", function()
    local count = 0
    for _ in ipairs("text") do count = count + 1 end
    expect(count).to_be(0)
    expect("ipairs()").to_fail_with("code:1: bad argument #1 to 'ipairs' (value expected)")
  end)
end)

describe("next", function()
  it("goes through all keys, and ends with nil", function()
    local t, count = { 1, 2, x = 3 }, 0
    local key, value = next(t)
    while key ~= nil do
      expect(t[key]).to_be(value)
      count = count + 1
      key, value = next(t, key)
    end
    expect(count).to_be(3)
    expect(next({})).to_be(nil)
  end)

  it("tells whether a table is empty", function()
    expect(next({}) == nil, next({ false }) == nil).to_be(true, false)
  end)

  it("goes through items in their order", function()
    local keys = {}
    for key in next, { "a", "b", "c" } do keys[#keys + 1] = key end
    expect(keys).to_equal({ 1, 2, 3 })
  end)

  it("does not ask metamethods", function()
    expect(next(setmetatable({}, { __index = { 1 }, __pairs = print }))).to_be(nil)
  end)

  it("refuses keys that are not there", function()
    expect("next({}, 'x')").to_fail_like("invalid key to 'next'")
    expect("next(1)").to_fail_with("code:1: bad argument #1 to 'next' (table expected, got number)")
  end)
end)

describe("pairs", function()
  it("returns next, the table and nil", function()
    local t = {}
    expect(pairs(t)).to_be(next, t, nil)
  end)

  it("needs a table, or a value with __pairs", function()
    expect("for _ in pairs(1) do end").to_fail_with(
      "code:1: bad argument #1 to 'for iterator' (table expected, got number)")
    expect("pairs()").to_fail_with("code:1: bad argument #1 to 'pairs' (value expected)")
  end)
end)

describe("load", function()
  it("compiles a text and does not run it", function()
    local chunk = load("spec_global = 1")
    expect(type(chunk), spec_global).to_be("function", nil)
  end)

  it("compiles the pieces that a function gives", function()
    local pieces, i = { "return ", "1", " + 2" }, 0
    expect(load(function() i = i + 1 return pieces[i] end)()).to_be(3)
    i = 0
    local with_end = { "return 5", "", "syntax error" }
    expect(load(function() i = i + 1 return with_end[i] end)()).to_be(5)
  end)

  it("returns nil and a message if the text is not Lua", function()
    expect(load("x =")).to_be(nil, '[string "x ="]:1: unexpected symbol near <eof>')
  end)

  it("returns the error of the function that gives the pieces", function()
    expect(load(function() error("broken", 0) end)).to_be(nil, "broken")
    local _, message = load(function() return {} end)
    expect(message).to_match("reader function must return a string$")
  end)

  it("shows the name of the chunk as it begins", function()
    expect(select(2, load("=", "=name"))).to_be("name:1: unexpected symbol near '='")
    expect(select(2, load("=", "@file.lua"))).to_be("file.lua:1: unexpected symbol near '='")
    expect(select(2, load("=", "text"))).to_be('[string "text"]:1: unexpected symbol near \'=\'')
    expect(select(2, load("=", "one\ntwo"))).to_be('[string "one..."]:1: unexpected symbol near \'=\'')
    expect(select(2, load(function() error() end))).to_be(nil)
    local text = "="
    local function once() local piece = text text = nil return piece end
    expect(select(2, load(once))).to_be("(load):1: unexpected symbol near '='")
  end)

  it("cuts a name that is long", function()
    local name = select(2, load("=", "=" .. ("x"):rep(100))):match("^(.-):1:")
    expect(name).to_be(("x"):rep(59))
    name = select(2, load("=", "@" .. ("x"):rep(100))):match("^(.-):1:")
    expect(name).to_be("..." .. ("x"):rep(56))
  end)

  it("takes text only if the mode says so", function()
    expect(load("return 1", "=code", "t")()).to_be(1)
    expect(load("return 1", "=code", "bt")()).to_be(1)
    expect(load("return 1", "=code", "b")).to_be(
      nil, "attempt to load a text chunk (mode is 'b')")
  end)

  it("refuses binary chunks in the mode for text", function()
    expect(load("\27Lua", "=code", "t")).to_be(
      nil, "attempt to load a binary chunk (mode is 't')")
  end)

  it("gives each chunk locals of its own", function()
    local first, second = load("local n = ... return n"), load("local n = ... return n")
    expect(first(1), second(2)).to_be(1, 2)
  end)

  it("makes errors with the name of the chunk", function()
    expect(load("error('x')", "=name")).to_fail_with("name:1: x")
  end)

  it("needs a string or a function", function()
    expect("load({})").to_fail_like("bad argument #1 to 'load' %(function expected, got table%)")
  end)
end)

describe("rawequal, rawget, rawset and rawlen", function()
  local t = setmetatable({}, {
    __eq = function() return true end,
    __index = function() return "asked" end,
    __newindex = function() error("asked") end,
    __len = function() return 100 end,
  })

  it("do not ask metamethods", function()
    expect(rawequal(t, {}), rawget(t, "x"), rawlen(t)).to_be(false, nil, 0)
    expect(rawset(t, "y", 1), rawget(t, "y")).to_be(t, 1)
  end)

  it("compare as == does otherwise", function()
    expect(rawequal(1, 1.0), rawequal("a", "a"), rawequal(1, "1")).to_be(true, true, false)
  end)

  it("give the length of strings too", function()
    expect(rawlen("abc"), rawlen({ 1, 2 })).to_be(3, 2)
  end)

  it("need what they are for", function()
    expect("rawget(1, 1)").to_fail_with("code:1: bad argument #1 to 'rawget' (table expected, got number)")
    expect("rawset({}, nil, 1)").to_fail_like("table index is nil$")
    expect("rawlen(5)").to_fail_like("table or string expected")
    expect("rawequal(1)").to_fail_with("code:1: bad argument #2 to 'rawequal' (value expected)")
  end)
end)

describe("select", function()
  it("returns the arguments from one on", function()
    expect(select(2, "a", "b", "c")).to_be("b", "c")
    expect(select(3, "a", "b")).to_be()
    expect(select(4, "a", "b")).to_be()
  end)

  it("counts from the end if the number is negative", function()
    expect(select(-1, "a", "b", "c")).to_be("c")
    expect(select(-3, "a", "b", "c")).to_be("a", "b", "c")
  end)

  it("counts the arguments", function()
    expect(select("#"), select("#", nil), select("#", 1, nil)).to_be(0, 1, 2)
  end)

  it("fails beyond the arguments", function()
    expect("select(0)").to_fail_with("code:1: bad argument #1 to 'select' (index out of range)")
    expect("select(-2, 1)").to_fail_with("code:1: bad argument #1 to 'select' (index out of range)")
    expect("select('x')").to_fail_with(
      "code:1: bad argument #1 to 'select' (number expected, got string)")
  end)
end)

describe("tonumber", function()
  it("keeps numbers", function()
    expect(tonumber(1), tonumber(1.0), tonumber(0 / 0)).to_be(1, 1.0, 0 / 0)
  end)

  it("reads strings as Lua reads numerals", function()
    expect(tonumber("10"), tonumber("10.0"), tonumber("1e1"), tonumber("0x10"), tonumber("0x.8p1")).to_be(
      10, 10.0, 10.0, 16, 1.0)
    expect(tonumber("  -7  "), tonumber("\n7\t"), tonumber(".5"), tonumber("5.")).to_be(-7, 7, 0.5, 5.0)
    expect(tonumber("-0"), tonumber("-0.0"), tonumber("-0x1")).to_be(0, -0.0, -1)
  end)

  it("gives nil for what is no numeral", function()
    for _, text in ipairs { "", " ", "x", "1x", "0x", "1e", "1 2", "inf", "nan", "0b1", "1_000", "1,5" } do
      expect(tonumber(text)).to_be(nil)
    end
  end)

  it("gives nil for other values", function()
    expect(tonumber({}), tonumber(true), tonumber(print), tonumber(nil)).to_be(nil, nil, nil, nil)
  end)

  it("reads integers of a base from 2 to 36", function()
    expect(tonumber("1010", 2), tonumber("zz", 36), tonumber("FF", 16), tonumber("-7", 8)).to_be(
      10, 1295, 255, -7)
    expect(tonumber(" 11 ", 3), tonumber("8", 8), tonumber("", 10), tonumber("1.0", 10)).to_be(
      4, nil, nil, nil)
    expect(tonumber("ffffffffffffffffff", 16)).to_be(-1)
  end)

  it("needs a value, and a string with a base", function()
    expect("tonumber()").to_fail_with("code:1: bad argument #1 to 'tonumber' (value expected)")
    expect("tonumber(10, 2)").to_fail_with(
      "code:1: bad argument #1 to 'tonumber' (string expected, got number)")
    expect("tonumber('1', 37)").to_fail_with(
      "code:1: bad argument #2 to 'tonumber' (base out of range)")
    expect("tonumber('1', 1)").to_fail_with("code:1: bad argument #2 to 'tonumber' (base out of range)")
  end)
end)

describe("tostring", function()
  it("shows any value", function()
    expect(tostring(nil), tostring(true), tostring(1), tostring(1.5), tostring("x")).to_be(
      "nil", "true", "1", "1.5", "x")
  end)

  it("names the type of what has no text", function()
    expect(tostring({})).to_match("^table: ")
    expect(tostring(function() end)).to_match("^function: ")
    expect(tostring(print)).to_match("^function: ")
  end)

  it("tells tables apart, and one always the same", function()
    local t = {}
    expect(tostring(t) == tostring(t), tostring(t) == tostring({})).to_be(true, false)
  end)

  it("needs a value", function()
    expect("tostring()").to_fail_with("code:1: bad argument #1 to 'tostring' (value expected)")
  end)
end)

describe("type", function()
  it("needs a value", function()
    expect("type()").to_fail_with("code:1: bad argument #1 to 'type' (value expected)")
  end)
end)
