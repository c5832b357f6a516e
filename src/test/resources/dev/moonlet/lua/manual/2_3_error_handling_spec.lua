-- 2.3: errors, and the calls that catch them.

local function code(text)
  return assert(load(text, "=code"))
end

describe("an error", function()
  it("can be any value", function()
    local t = {}
    expect(pcall(error, t)).to_be(false, t)
    expect(pcall(error, 7)).to_be(false, 7)
    expect(pcall(error, false)).to_be(false, false)
    expect(pcall(error, print)).to_be(false, print)
  end)

  it("can be nil", function()
    expect(pcall(error)).to_be(false, nil)
    expect(pcall(error, nil)).to_be(false, nil)
  end)

  it("ends the function that raises it", function()
    local reached = {}
    pcall(function()
      reached[1] = true
      error("x")
      reached[2] = true
    end)
    expect(reached).to_equal({ true })
  end)

  it("passes through calls up to the one that is protected", function()
    local function c() error("deep", 0) end
    local function b() c() return 1 end
    local function a() b() return 1 end
    expect(pcall(a)).to_be(false, "deep")
  end)

  it("keeps what was done before it", function()
    local t = {}
    pcall(function() t.x = 1 error() end)
    expect(t.x).to_be(1)
  end)
end)

describe("positions", function()
  it("stand before messages of error", function()
    expect(pcall(code("\n\nerror('x')"))).to_be(false, "code:3: x")
  end)

  it("are those of the caller at level 2", function()
    local text = "local function f() error('x', 2) end\nlocal function g()\nf()\nend\ng()"
    expect(pcall(code(text))).to_be(false, "code:3: x")
  end)

  it("are left out at level 0", function()
    expect(pcall(code("error('x', 0)"))).to_be(false, "x")
  end)

  it("are left out beyond the outermost function", function()
    expect(pcall(code("error('x', 90)"))).to_be(false, "x")
  end)

  it("are not added to what is no string", function()
    expect(pcall(code("error(42, 1)"))).to_be(false, 42)
    expect(pcall(code("error(nil, 2)"))).to_be(false, nil)
  end)

  it("tell the line of a failing operation", function()
    expect(pcall(code("local a\n\nlocal b = a + 1"))).to_be(
      false, "code:3: attempt to perform arithmetic on a nil value (local 'a')")
  end)

  it("tell the line of the operator in an expression of several lines", function()
    expect(pcall(code("local a = {}\nlocal b = 1\n  + a\n  + 2"))).to_be(
      false, "code:3: attempt to perform arithmetic on a table value (local 'a')")
  end)

  it("tell the line where a library function was called", function()
    expect(pcall(code("\nlocal x = math.floor({})"))).to_be(
      false, "code:2: bad argument #1 to 'floor' (number expected, got table)")
  end)

  it("count a function as one level, however large it is", function()
    local large = ("x = x + 1 "):rep(5000)
    local called = "local f = ...\nlocal function g(x)\ndo f() " .. large .. "end " .. large
      .. "\nend\nlocal function h()\ng(1)\nend\nh()"
    expect(code(called), function() error("message", 2) end).to_fail_with("code:3: message")
    expect(code(called), function() error("message", 3) end).to_fail_with("code:6: message")
    local trace
    code(called)(function() trace = debug.traceback() end)
    expect(trace).to_match("\n\tcode:3: [^\n]+\n\tcode:6: [^\n]+\n\tcode:8: ")
  end)

  it("count lines by any kind of line end", function()
    expect(pcall(code("\n\r\n\r\n\nerror('x')"))).to_be(false, "code:5: x")
  end)
end)

describe("pcall", function()
  it("returns true and all results", function()
    expect(pcall(function() return 1, nil, 3 end)).to_be(true, 1, nil, 3)
    expect(pcall(function() end)).to_be(true)
  end)

  it("passes arguments on", function()
    expect(pcall(select, "#", nil, nil)).to_be(true, 2)
  end)

  it("returns false and the error", function()
    expect(pcall(error, "x", 0)).to_be(false, "x")
  end)

  it("catches calls of what can't be called", function()
    expect(pcall(nil)).to_be(false, "attempt to call a nil value")
    expect(pcall({})).to_be(false, "attempt to call a table value")
  end)

  it("nests", function()
    expect(pcall(pcall, error, 1)).to_be(true, false, 1)
  end)

  it("lets the error be raised again", function()
    local t = {}
    expect(pcall(function()
      local _, e = pcall(error, t)
      error(e)
    end)).to_be(false, t)
  end)

  it("needs a value", function()
    expect("pcall()").to_fail_with("code:1: bad argument #1 to 'pcall' (value expected)")
  end)

  it("catches a stack that is too deep", function()
    local function endless() return 1 + endless() end
    local passed, message = pcall(endless)
    expect(passed).to_be(false)
    expect(message).to_match("stack overflow")
  end)

  it("can be used again after that", function()
    local function endless() return 1 + endless() end
    for _ = 1, 3 do
      expect((pcall(endless))).to_be(false)
    end
    expect(pcall(function() return "fine" end)).to_be(true, "fine")
  end)

  it("catches errors of metamethods", function()
    local t = setmetatable({}, { __index = function() error("in index", 0) end })
    expect(pcall(function() return t.x end)).to_be(false, "in index")
  end)
end)

describe("xpcall", function()
  it("returns what the handler makes of the error", function()
    expect(xpcall(error, function(e) return "<" .. e .. ">" end, "x", 0)).to_be(false, "<x>")
  end)

  it("returns true and all results without an error", function()
    expect(xpcall(function(...) return ... end, print, 1, nil, 3)).to_be(true, 1, nil, 3)
  end)

  it("keeps one result of the handler", function()
    expect(xpcall(error, function() return 1, 2 end)).to_be(false, 1)
    expect(xpcall(error, function() end)).to_be(false, nil)
  end)

  it("calls the handler before anything is unwound", function()
    local closed = false
    local seen
    xpcall(function()
      local _ <close> = setmetatable({}, { __close = function() closed = true end })
      error("x")
    end, function() seen = closed end)
    expect(seen, closed).to_be(false, true)
  end)

  it("lets the handler see the traceback", function()
    local function culprit() error("x") end
    local _, trace = xpcall(function() culprit() return 1 end, debug.traceback)
    expect(trace).to_match("^[^\n]+: x\nstack traceback:\n")
    expect(trace).to_match("culprit")
  end)

  it("handles errors of operations too", function()
    local _, message = xpcall(code("local x = 1; x()"), function(m) return m:upper() end)
    expect(message).to_be("CODE:1: ATTEMPT TO CALL A NUMBER VALUE (LOCAL 'X')")
  end)

  it("gives the handler the errors of the handler", function()
    local calls = 0
    local function handler(e)
      calls = calls + 1
      if calls < 4 then
        error(e .. calls, 0)
      end
      return e
    end
    expect(xpcall(error, handler, "e", 0)).to_be(false, "e123")
  end)

  it("gives a handler of the library no place for its own errors", function()
    local _, message = xpcall(function() error({}) end, string.upper)
    expect(message).to_match("^BAD ARGUMENT #1 TO ")
  end)

  it("does not handle what a call within it catches", function()
    local handled = 0
    xpcall(function() pcall(error, 1) end, function() handled = handled + 1 end)
    expect(handled).to_be(0)
  end)

  it("needs a function for a handler only when it calls it", function()
    expect("xpcall(print)").to_fail_with(
      "code:1: bad argument #2 to 'xpcall' (function expected, got no value)")
  end)
end)

describe("assert", function()
  it("returns all its arguments if the first is true", function()
    expect(assert(1, "m", nil)).to_be(1, "m", nil)
  end)

  it("fails with the message as it is", function()
    expect(assert, false, "message").to_fail_with("message")
    local t = {}
    expect(assert, nil, t).to_fail_with(t)
    expect(assert, nil, nil).to_fail_with(nil)
  end)

  it("has a message of its own", function()
    expect(assert, false).to_fail_with("assertion failed!")
  end)

  it("needs a value", function()
    expect("assert()").to_fail_with("code:1: bad argument #1 to 'assert' (value expected)")
  end)
end)
