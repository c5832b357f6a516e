-- 3.3.4: control structures.

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
