-- 3.3.1 to 3.3.3: blocks, chunks and assignment.

describe("a block", function()
  it("may be empty, and may have empty statements", function()
    expect(load("do end ;;; return 1;")()).to_be(1)
    expect(load("")()).to_be()
  end)

  it("limits the scope of its locals", function()
    local x = 1
    do
      local x = 2
      expect(x).to_be(2)
    end
    expect(x).to_be(1)
  end)

  it("ends with return", function()
    expect("return 1 local x").to_fail_with("code:1: <eof> expected near 'local'")
    expect(load("do return 1 end return 2")()).to_be(1)
  end)

  it("takes a parenthesis in the next line for a call", function()
    expect(load("local function f(x) return x end local a = f\n(5) return a")()).to_be(5)
  end)

  it("can be told where a statement ends", function()
    expect(load("local a = 1;\n(function() a = 2 end)() return a")()).to_be(2)
  end)
end)

describe("a chunk", function()
  it("is a vararg function", function()
    expect(load("return ...")(1, nil, 3)).to_be(1, nil, 3)
    expect(load("local a, b = ... return b, a")(1, 2)).to_be(2, 1)
  end)

  it("may have locals and return values", function()
    expect(load("local x = 5 return x, x + 1")()).to_be(5, 6)
  end)

  it("is compiled as a whole before it runs", function()
    expect("ran = true x = = 1").to_fail_with("code:1: unexpected symbol near '='")
    expect(ran).to_be(nil)
  end)
end)

describe("an assignment", function()
  it("adjusts values to variables", function()
    local a, b, c = 1
    expect(a, b, c).to_be(1, nil, nil)
    a, b = 1, 2, 3
    expect(a, b).to_be(1, 2)
  end)

  it("evaluates all expressions first", function()
    local x, y = 1, 2
    x, y = y, x
    expect(x, y).to_be(2, 1)
  end)

  it("evaluates the keys and tables of its variables first", function()
    local i, t = 3, {}
    i, t[i] = i + 1, 20
    expect(i, t[3], t[4]).to_be(4, 20, nil)
    local a = { 1 }
    local old = a
    a, a[1] = {}, "kept"
    expect(old[1], a[1]).to_be("kept", nil)
  end)

  it("rotates three", function()
    local x, y, z = 1, 2, 3
    x, y, z = y, z, x
    expect(x, y, z).to_be(2, 3, 1)
  end)

  it("swaps fields", function()
    local t = { 1, 2, x = "x", y = "y" }
    t[1], t[2], t.x, t.y = t[2], t[1], t.y, t.x
    expect(t).to_equal({ 2, 1, x = "y", y = "x" })
  end)

  it("expands the last call", function()
    local function three() return 1, 2, 3 end
    local a, b, c, d = 0, three()
    expect(a, b, c, d).to_be(0, 1, 2, 3)
    a, b = three(), 9
    expect(a, b).to_be(1, 9)
  end)

  it("calls functions whose values nobody takes", function()
    local calls = 0
    local function f() calls = calls + 1 return calls end
    local a = f(), f(), f()
    expect(a, calls).to_be(1, 3)
  end)

  it("needs something to assign to", function()
    expect("f() = 1").to_fail_with("code:1: syntax error near '='")
    expect("(x) = 1").to_fail_with("code:1: syntax error near '='")
    expect("x, f() = 1, 2").to_fail_with("code:1: syntax error near '='")
    expect("1 = x").to_fail_with("code:1: unexpected symbol near '1'")
    expect("x").to_fail_with("code:1: syntax error near <eof>")
  end)
end)
