-- 3.3.1 to 3.3.4: blocks, chunks, assignment and control structures.

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

describe("while", function()
  it("repeats while its condition holds", function()
    local i = 0
    while i < 3 do
      i = i + 1
    end
    expect(i).to_be(3)
  end)

  it("may not run at all", function()
    local ran = false
    while nil do ran = true end
    expect(ran).to_be(false)
  end)

  it("makes its locals anew each time", function()
    local functions = {}
    local i = 0
    while i < 2 do
      i = i + 1
      local n = i
      functions[i] = function() n = n + 10 return n end
    end
    expect(functions[1](), functions[1](), functions[2]()).to_be(11, 21, 12)
  end)
end)

describe("repeat", function()
  it("runs once at least", function()
    local i = 0
    repeat i = i + 1 until true
    expect(i).to_be(1)
  end)

  it("sees the block's locals in its condition", function()
    local i = 0
    repeat
      i = i + 1
      local done = i == 4
    until done
    expect(i).to_be(4)
  end)

  it("makes locals anew that closures and the condition see", function()
    local functions = {}
    repeat
      local n = #functions + 1
      functions[n] = function() n = n + 10 return n end
    until n == 2
    expect(functions[1](), functions[1](), functions[2]()).to_be(11, 21, 12)
  end)
end)

describe("if", function()
  local function kind(x)
    if x == 1 then
      return "one"
    elseif x == 2 then
      return "two"
    else
      return "many"
    end
  end

  it("takes the first branch whose condition holds", function()
    expect(kind(1), kind(2), kind(3)).to_be("one", "two", "many")
  end)

  it("does not look at the conditions behind it", function()
    local looked = 0
    local function look() looked = looked + 1 return true end
    if look() then
    elseif look() then
    end
    expect(looked).to_be(1)
  end)

  it("takes any value but nil and false for true", function()
    local function truth(x) if x then return "true" end return "false" end
    expect(truth(0), truth(""), truth(false), truth(nil)).to_be("true", "true", "false", "false")
  end)

  it("must end", function()
    expect("if x then").to_fail_with("code:1: 'end' expected near <eof>")
    expect("if x then\n\n").to_fail_with("code:3: 'end' expected (to close 'if' at line 1) near <eof>")
    expect("if x do end").to_fail_with("code:1: 'then' expected near 'do'")
    expect("else").to_fail_with("code:1: <eof> expected near 'else'")
  end)
end)

describe("break", function()
  it("ends the innermost loop", function()
    local seen = {}
    for i = 1, 3 do
      for j = 1, 3 do
        if j == 2 then break end
        seen[#seen + 1] = i * 10 + j
      end
    end
    expect(seen).to_equal({ 11, 21, 31 })
  end)

  it("may stand in the middle of a block", function()
    local n = 0
    while true do
      n = n + 1
      break
      n = 100
    end
    expect(n).to_be(1)
  end)

  it("is an error outside of a loop", function()
    expect("break").to_fail_with("code:1: break outside loop at line 1")
    expect("while true do local function f() break end end").to_fail_with(
      "code:1: break outside loop at line 1")
  end)
end)

describe("goto", function()
  it("goes on with the next round of a loop", function()
    local odd = {}
    for i = 1, 6 do
      if i % 2 == 0 then goto continue end
      odd[#odd + 1] = i
      ::continue::
    end
    expect(odd).to_equal({ 1, 3, 5 })
  end)

  it("goes back", function()
    local n = 0
    ::again::
    n = n + 1
    if n < 5 then goto again end
    expect(n).to_be(5)
  end)

  it("leaves nested loops", function()
    local n = 0
    for _ = 1, 10 do
      while true do
        n = n + 1
        if n == 3 then goto out end
        if n % 2 == 1 then break end
      end
    end
    ::out::
    expect(n).to_be(3)
  end)

  it("makes the locals behind its label anew", function()
    local functions = {}
    local i = 1
    ::again::
    local n = i
    functions[i] = function() n = n + 10 return n end
    i = i + 1
    if i <= 2 then goto again end
    expect(functions[1](), functions[1](), functions[2]()).to_be(11, 21, 12)
  end)

  it("must see its label", function()
    expect("goto nowhere").to_fail_with("code:1: no visible label 'nowhere' for <goto> at line 1")
    expect("goto inner do ::inner:: end").to_fail_with(
      "code:1: no visible label 'inner' for <goto> at line 1")
    expect("::l:: local function f() goto l end").to_fail_with(
      "code:1: no visible label 'l' for <goto> at line 1")
  end)

  it("can't enter the scope of a local", function()
    expect("goto l local x ::l:: print(x)").to_fail_with(
      "code:1: <goto l> at line 1 jumps into the scope of local 'x'")
  end)

  it("may go to the end of a block behind locals", function()
    expect(load("do goto l local x ::l:: end return 1")()).to_be(1)
    expect(load("do goto l; local x; ::l:: ; ::m:: end return 1")()).to_be(1)
  end)

  it("can't find the same label twice in a function", function()
    expect("::l:: ::l::").to_fail_with("code:1: label 'l' already defined on line 1")
    expect("::l:: do ::l:: end").to_fail_with("code:1: label 'l' already defined on line 1")
    expect(load("do ::l:: end do ::l:: end return 1")()).to_be(1)
  end)
end)

describe("return", function()
  it("gives any number of values", function()
    expect((function() return end)()).to_be()
    expect((function() return 1, nil, nil end)()).to_be(1, nil, nil)
    expect((function() return; end)()).to_be()
  end)

  it("leaves from within loops and blocks", function()
    local function find(list, x)
      for i, item in ipairs(list) do
        do
          if item == x then return i end
        end
      end
    end
    expect(find({ "a", "b" }, "b")).to_be(2)
    expect(find({}, "b")).to_be()
  end)
end)
