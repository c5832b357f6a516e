-- 2.2: free names, _ENV and the global environment.

describe("a free name", function()
  it("is a field of _ENV", function()
    local _ENV = { x = 1, expect = expect }
    expect(x, _ENV.x).to_be(1, 1)
    y = 2
    expect(_ENV.y).to_be(2)
  end)

  it("is nil if nothing was assigned to it", function()
    expect(no_such_global).to_be(nil)
  end)

  it("is read and set by name in _G", function()
    spec_global = 1
    expect(_G.spec_global, _G["spec_global"]).to_be(1, 1)
    _G.spec_global = nil
    expect(spec_global).to_be(nil)
  end)
end)

describe("_ENV", function()
  it("is the table of globals", function()
    expect(_ENV == _G, _G._G == _G).to_be(true, true)
  end)

  it("is an ordinary name: a local of this name takes over", function()
    local expect, x = expect
    do
      local _ENV = { x = "inner" }
      expect(_ENV.x).to_be("inner")
    end
    expect(x, _ENV ~= nil).to_be(nil, true)
  end)

  it("can be a parameter", function()
    local function read(_ENV)
      return name
    end
    expect(read({ name = "a" }), read({ name = "b" })).to_be("a", "b")
  end)

  it("can be assigned to", function()
    local chunk = load("_ENV = {x = 7}; return x")
    expect(chunk()).to_be(7)
  end)

  it("can be any value that can be indexed", function()
    local expect = expect
    local _ENV = setmetatable({}, { __index = function(_, name) return "<" .. name .. ">" end })
    expect(a .. b).to_be("<a><b>")
  end)

  it("is captured by the functions that use it", function()
    local get, set
    do
      local _ENV = { x = 1 }
      get = function() return x end
      set = function(value) x = value end
    end
    set(5)
    expect(get()).to_be(5)
  end)

  it("is a name of its own in each loop or block that declares it", function()
    local seen = {}
    for _, _ENV in ipairs({ { n = 1 }, { n = 2 } }) do
      seen[#seen + 1] = n
    end
    expect(seen).to_equal({ 1, 2 })
  end)

  it("fails by name when it is not to be indexed", function()
    expect("local _ENV = nil; x = 1").to_fail_with(
      "code:1: attempt to index a nil value (local '_ENV')")
    expect("_ENV = nil; local function f() return x end f()").to_fail_with(
      "code:1: attempt to index a nil value (upvalue '_ENV')")
  end)

  it("hides the library behind an empty table", function()
    expect("local _ENV = {}; print(1)").to_fail_with(
      "code:1: attempt to call a nil value (global 'print')")
  end)
end)

describe("the environment of a chunk", function()
  it("is the global one unless load is told another", function()
    spec_global = "seen"
    expect(load("return spec_global")()).to_be("seen")
    spec_global = nil
  end)

  it("is the one that load is given", function()
    local env = {}
    load("x = 1; function f() y = x end f()", "chunk", "t", env)()
    expect(env.x, env.y).to_be(1, 1)
  end)

  it("is nil when load is given nil", function()
    local chunk = load("return _ENV", "chunk", "t", nil)
    expect(chunk()).to_be(nil)
  end)

  it("is shared by the functions of the chunk", function()
    local env = {}
    local set, get = load("return function(v) x = v end, function() return x end", "c", "t", env)()
    set(3)
    expect(get(), env.x).to_be(3, 3)
  end)

  it("does not change with the variable _G", function()
    local outer = _G
    _G = {}
    local still_there = print ~= nil
    _G = outer
    expect(still_there).to_be(true)
  end)
end)
