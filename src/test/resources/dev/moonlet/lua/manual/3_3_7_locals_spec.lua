-- 3.3.6 to 3.3.8: calls as statements, local declarations, and variables to be closed.

-- A value that notes its name, and the error if there is one, when it is closed.
local function closing(log, name)
  return setmetatable({}, {
    __close = function(_, problem) log[#log + 1] = problem and name .. ":" .. tostring(problem) or name end,
  })
end

describe("a call as a statement", function()
  it("throws its results away", function()
    local n = 0
    local function f() n = n + 1 return n end
    f()
    f();
    (f)()
    expect(n).to_be(3)
  end)

  it("is the only expression that is a statement", function()
    expect("1 + 1").to_fail_with("code:1: unexpected symbol near '1'")
    expect("local x x.y").to_fail_with("code:1: syntax error near <eof>")
    expect("'x'").to_fail_with("code:1: unexpected symbol near ''x''")
  end)
end)

describe("a local declaration", function()
  it("makes nil of what has no value", function()
    local a, b = 1
    local c
    expect(a, b, c).to_be(1, nil, nil)
  end)

  it("does not see itself in its value", function()
    local x = 1
    do
      local x = x + 1
      expect(x).to_be(2)
    end
    expect(x).to_be(1)
  end)

  it("may declare the same name again", function()
    local x = 1
    local get = function() return x end
    local x = 2
    expect(x, get()).to_be(2, 1)
  end)

  it("may give the same name twice: the last one counts", function()
    local a, a = 1, 2
    expect(a).to_be(2)
  end)

  it("may have two hundred names and no more", function()
    local function declaring(count)
      local names = {}
      for i = 1, count do names[i] = "x" .. i end
      return "local " .. table.concat(names, ",")
    end
    expect(load(declaring(200))).not_to_be(nil)
    expect(declaring(201)).to_fail_with(
      "code:1: too many local variables (limit is 200) in main function near <eof>")
  end)
end)

describe("an attribute", function()
  it("const forbids an assignment", function()
    expect("local x <const> = 1; x = 2").to_fail_with(
      "code:1: attempt to assign to const variable 'x'")
    expect("local x <const> = 1; local function f() x = 2 end").to_fail_with(
      "code:1: attempt to assign to const variable 'x'")
    expect("local x <const>; function x() end").to_fail_with(
      "code:1: attempt to assign to const variable 'x'")
  end)

  it("const lets a table be changed", function()
    local t <const> = {}
    t.x = 1
    expect(t.x).to_be(1)
  end)

  it("const may be one of several", function()
    local a <const>, b, c <const> = 1, 2, 3
    b = a + c
    expect(b).to_be(4)
  end)

  it("const is captured like any other", function()
    local text <const>, number <const>, nothing <const> = "x", 1.5, nil
    local function f() return text, number, nothing end
    expect(f()).to_be("x", 1.5, nil)
  end)

  it("close forbids an assignment too", function()
    expect("local x <close> = nil; x = 2").to_fail_with(
      "code:1: attempt to assign to const variable 'x'")
  end)

  it("has to be known", function()
    expect("local x <other> = 1").to_fail_with("code:1: unknown attribute 'other'")
  end)

  it("close may stand once in a declaration", function()
    expect("local a <close>, b <close> = nil, nil").to_fail_like(
      "^code:1: multiple to%-be%-closed variables in local list")
  end)
end)

describe("a variable to be closed", function()
  it("is closed at the end of its block", function()
    local log = {}
    do
      local _ <close> = closing(log, "a")
      log[#log + 1] = "body"
    end
    expect(log).to_equal({ "body", "a" })
  end)

  it("is closed in the reverse order of declaration", function()
    local log = {}
    do
      local a <close> = closing(log, "a")
      local b <close> = closing(log, "b")
      local c <close> = closing(log, "c")
    end
    expect(log).to_equal({ "c", "b", "a" })
  end)

  it("is closed by return, after the values are there", function()
    local log = {}
    local function f()
      local x = 1
      local _ <close> = setmetatable({}, { __close = function() x = 2 log[1] = "closed" end })
      return x
    end
    expect(f(), log[1]).to_be(1, "closed")
  end)

  it("is closed by break and goto", function()
    local log = {}
    while true do
      local _ <close> = closing(log, "break")
      break
    end
    for i = 1, 2 do
      local _ <close> = closing(log, "round " .. i)
      if i == 1 then goto continue end
      log[#log + 1] = "second"
      ::continue::
    end
    expect(log).to_equal({ "break", "round 1", "second", "round 2" })
  end)

  it("is closed by an error, which it gets", function()
    local log = {}
    local passed, problem = pcall(function()
      local a <close> = closing(log, "a")
      local b <close> = closing(log, "b")
      error("e", 0)
    end)
    expect(passed, problem).to_be(false, "e")
    expect(log).to_equal({ "b:e", "a:e" })
  end)

  it("gets its value, and nil if there is no error", function()
    local arguments
    local value = setmetatable({}, { __close = function(...) arguments = table.pack(...) end })
    do
      local _ <close> = value
    end
    expect(arguments.n, arguments[1] == value, arguments[2]).to_be(2, true, nil)
  end)

  it("may be nil or false, and is not closed then", function()
    local reached
    do
      local a <close> = nil
      local b <close> = false
      reached = true
    end
    expect(reached).to_be(true)
  end)

  it("is closed though others fail to close, with their error", function()
    local log = {}
    local function failing(name)
      return setmetatable({}, { __close = function(_, e)
        log[#log + 1] = name .. ":" .. tostring(e)
        error(name, 0)
      end })
    end
    local passed, problem = pcall(function()
      local a <close> = closing(log, "a")
      local b <close> = failing("b")
      local c <close> = failing("c")
      return "fine"
    end)
    expect(passed, problem).to_be(false, "b")
    expect(log).to_equal({ "c:nil", "b:c", "a:b" })
  end)

  it("keeps a call in tail position from leaving before it is closed", function()
    local log = {}
    local function note() log[#log + 1] = "called" return 1 end
    local function f()
      local _ <close> = closing(log, "closed")
      return note()
    end
    expect(f()).to_be(1)
    expect(log).to_equal({ "called", "closed" })
  end)

  it("keeps all the values of a return", function()
    local function f(...)
      local _ <close> = closing({}, "")
      return ...
    end
    expect(f(1, nil, 3)).to_be(1, nil, 3)
  end)

  it("has to be closable when it is declared", function()
    expect("local x <close> = {}").to_fail_with("code:1: variable 'x' got a non-closable value")
    expect("local x <close> = 1").to_fail_with("code:1: variable 'x' got a non-closable value")
  end)

  it("has to be closable when it is closed", function()
    expect([[
      local mt = {__close = print}
      do
        local x <close> = setmetatable({}, mt)
        mt.__close = nil
      end]]).to_fail_with(
      "code:4: attempt to call a nil value (metamethod 'close')")
  end)
end)

describe("a stack that is too deep", function()
  it("closes what its error passes, as any error does", function()
    local function endless() return 1 + endless() end
    local log = {}
    local function closing(name)
      return setmetatable({}, { __close = function(_, e)
        log[#log + 1] = name .. ":" .. tostring(e:find("stack overflow") ~= nil)
      end })
    end
    local passed = pcall(function()
      local _ <close> = closing("outer")
      for _ in pairs({ 1 }) do
        local _ <close> = closing("inner")
        endless()
      end
    end)
    expect(passed, table.concat(log, " ")).to_be(false, "inner:true outer:true")
  end)
end)
