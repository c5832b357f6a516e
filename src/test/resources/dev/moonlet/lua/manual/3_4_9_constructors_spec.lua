-- 3.4.9 and 3.4.12: table constructors, and lists of expressions.

local function none() end
local function two() return 1, 2 end

describe("a table constructor", function()
  it("makes a new table each time", function()
    local function make() return {} end
    expect(make() == make()).to_be(false)
  end)

  it("has fields by expression, by name and by position", function()
    local x = "key"
    local t = { [x] = 1, name = 2, "first", [10] = 3, "second" }
    expect(t.key, t.name, t[1], t[10], t[2]).to_be(1, 2, "first", 3, "second")
  end)

  it("counts positions without the other fields", function()
    expect({ 1, x = 0, 2, [20] = 0, 3 }).to_equal({ [1] = 1, [2] = 2, [3] = 3, [20] = 0, x = 0 })
  end)

  it("may have commas or semicolons, and one at the end", function()
    expect({ 1, 2; 3, }, { 1; 2; 3; }).to_equal({ 1, 2, 3 }, { 1, 2, 3 })
  end)

  it("expands the last call", function()
    expect({ two(), two() }, { two(), 9 }, { none() }).to_equal({ 1, 1, 2 }, { 1, 9 }, {})
  end)

  it("expands a call that a separator follows", function()
    expect({ two(), }).to_equal({ 1, 2 })
  end)

  it("does not expand calls of named fields", function()
    expect({ x = two() }, { [1] = two() }).to_equal({ x = 1 }, { 1 })
  end)

  it("expands varargs", function()
    local function list(...) return { ... } end
    expect(#list(), list(1, 2), list(nil, 2)[2]).to_equal(0, { 1, 2 }, 2)
  end)

  it("leaves out nil", function()
    expect(next({ nil, x = nil })).to_be(nil)
  end)

  it("takes any keys but nil and NaN", function()
    local t = { [true] = 1, [-1] = 2, [1.0] = 3 }
    expect(t[true], t[-1], t[1]).to_be(1, 2, 3)
    expect("return {[nil] = 1}").to_fail_with("code:1: table index is nil")
    expect("return {[0/0] = 1}").to_fail_with("code:1: table index is NaN")
  end)

  it("can hold more items than fit anywhere at once", function()
    local items = {}
    for i = 1, 10000 do items[i] = i end
    local t = load("return {" .. table.concat(items, ",") .. "}")()
    expect(#t, t[1], t[5000], t[10000]).to_be(10000, 1, 5000, 10000)
  end)

  it("nests", function()
    expect({ { { x = { 1 } } } }).to_equal({ { { x = { 1 } } } })
  end)

  it("must end", function()
    expect("return {1, 2").to_fail_with("code:1: '}' expected near <eof>")
    expect("return {\n1\n2}").to_fail_with("code:3: '}' expected (to close '{' at line 1) near '2'")
    expect("return {x = }").to_fail_with("code:1: unexpected symbol near '}'")
  end)
end)

describe("a list of expressions", function()
  it("takes all results of a call or vararg at its end", function()
    local function all(...) return 0, ... end
    expect(all(1, 2)).to_be(0, 1, 2)
    expect(two(), two()).to_be(1, 1, 2)
    local a, b, c = two()
    expect(a, b, c).to_be(1, 2, nil)
  end)

  it("takes one result anywhere else", function()
    local function first(...) return ..., 9 end
    expect(first(1, 2)).to_be(1, 9)
    expect(first()).to_be(nil, 9)
    expect(two(), none(), 3).to_be(1, nil, 3)
  end)

  it("takes one result of a call or vararg in parentheses", function()
    local function first(...) return (...) end
    expect((two())).to_be(1)
    expect(first(1, 2)).to_be(1)
    expect(first()).to_be(nil)
    expect((none())).to_be(nil)
  end)

  it("takes one result of an operand", function()
    expect(two() + two(), two() .. "", -two(), not two()).to_be(2, "1", -1, false)
    expect(two() == 1, two() and two()).to_be(true, 1)
  end)

  it("takes one result as a condition, an index and a callee", function()
    local function pair() return "x", "y" end
    local t = { x = 1 }
    t[pair()] = 2
    expect(t[pair()], t.x, t.y).to_be(2, 2, nil)
    if none() then expect("none").to_be("false") end
  end)

  it("passes no value on where there is none", function()
    expect(select("#", none())).to_be(0)
    expect(select("#", none(), none())).to_be(1)
    expect(select("#", (none()))).to_be(1)
  end)
end)
