-- 3.2: variables.

describe("a variable", function()
  it("is nil before anything is assigned to it", function()
    local x
    expect(x, unassigned_global).to_be(nil, nil)
  end)

  it("is global unless it is declared local", function()
    spec_global = 1
    expect(_G.spec_global).to_be(1)
    spec_global = nil
  end)

  it("is local to its function as a parameter", function()
    local x = 1
    local function set(x) x = 2 return x end
    expect(set(x), x).to_be(2, 1)
  end)

  it("is reached by the functions in its scope", function()
    local x = 1
    local function set() x = 2 end
    set()
    expect(x).to_be(2)
  end)
end)

describe("a field", function()
  it("is found by an expression", function()
    local t, key = { [3] = "three", ab = "ab" }, "a"
    expect(t[1 + 2], t[key .. "b"]).to_be("three", "ab")
  end)

  it("is found by a name", function()
    local t = { inner = { x = 1 } }
    expect(t.inner.x, t["inner"]["x"], t.inner["x"]).to_be(1, 1, 1)
  end)

  it("may be indexed of any expression in parentheses", function()
    expect(({ x = 1 }).x, ("abc"):len(), (function() return { 5 } end)()[1]).to_be(1, 3, 5)
  end)
end)

describe("an index of something that can't be indexed", function()
  it("names a local", function()
    expect("local x; return x.y").to_fail_with("code:1: attempt to index a nil value (local 'x')")
    expect("local x = true; x.y = 1").to_fail_with(
      "code:1: attempt to index a boolean value (local 'x')")
  end)

  it("names an upvalue", function()
    expect("local x; local function f() return x.y end f()").to_fail_with(
      "code:1: attempt to index a nil value (upvalue 'x')")
  end)

  it("names a global", function()
    expect("return nothing.y").to_fail_with("code:1: attempt to index a nil value (global 'nothing')")
    expect("nothing[1] = 2").to_fail_with("code:1: attempt to index a nil value (global 'nothing')")
  end)

  it("names a field", function()
    expect("local t = {} return t.a.b").to_fail_with(
      "code:1: attempt to index a nil value (field 'a')")
    expect("local t = {a = {}} t.a.b.c = 1").to_fail_with(
      "code:1: attempt to index a nil value (field 'b')")
    expect("local t = {} return t[1][2]").to_fail_with(
      "code:1: attempt to index a nil value (field 'integer index')")
    expect("local t = {} return t['a b'].c").to_fail_with(
      "code:1: attempt to index a nil value (field 'a b')")
  end)

  it("names a method", function()
    expect("local s = 'x' return s:nothing()").to_fail_with(
      "code:1: attempt to call a nil value (method 'nothing')")
  end)

  it("has no name for a result or a constant", function()
    expect("local function f() end return f().x").to_fail_with("code:1: attempt to index a nil value")
    expect("return (1).x").to_fail_with("code:1: attempt to index a number value")
  end)

  it("tells the line of the index", function()
    expect("local t = {}\nreturn t\n  .a\n  .b").to_fail_with(
      "code:4: attempt to index a nil value (field 'a')")
  end)
end)
