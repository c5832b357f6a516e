-- 3.5: where locals can be seen.

describe("the scope of a local", function()
  it("begins behind its declaration", function()
    local x = 10
    local y = x
    local x = x + 1
    expect(y, x).to_be(10, 11)
  end)

  it("ends with the innermost block around it", function()
    local x = 10
    do
      local x = x
      expect(x).to_be(10)
      x = x + 1
      do
        local x = x + 1
        expect(x).to_be(12)
      end
      expect(x).to_be(11)
    end
    expect(x).to_be(10)
  end)

  it("includes the condition behind repeat", function()
    local rounds = 0
    repeat
      local stop = rounds == 2
      rounds = rounds + 1
    until stop
    expect(rounds).to_be(3)
  end)

  it("is each branch of an if by itself", function()
    local x = "outer"
    if true then
      local x = "inner"
      expect(x).to_be("inner")
    else
      expect(x).to_be("never")
    end
    expect(x).to_be("outer")
  end)

  it("of a function's name is the function too", function()
    local function f(n) return n == 0 and f or f(n - 1) end
    expect(f(2)).to_be(f)
  end)

  it("of a loop's variable is its body only", function()
    local i, limit = 5, 2
    local last
    for i = 1, limit do last = i end
    expect(i, last).to_be(5, 2)
  end)
end)

describe("a local of an outer function", function()
  it("is the same variable for all inner functions", function()
    local x = 0
    local function up() x = x + 1 end
    local function get() return x end
    up()
    x = x + 10
    up()
    expect(get()).to_be(12)
  end)

  it("is a new variable with each execution of its declaration", function()
    local a = {}
    local x = 20
    for i = 1, 10 do
      local y = 0
      a[i] = function() y = y + 1 return x + y end
    end
    expect(a[1](), a[1](), a[2]()).to_be(21, 22, 21)
  end)

  it("lives on after its function has returned", function()
    local function make()
      local t = { n = 0 }
      return function() t.n = t.n + 1 return t.n end
    end
    local f = make()
    f()
    expect(f()).to_be(2)
  end)

  it("hides a global of the same name", function()
    spec_global = "global"
    local function inner()
      local spec_global = "local"
      return function() return spec_global end
    end
    expect(inner()(), spec_global).to_be("local", "global")
    spec_global = nil
  end)
end)
