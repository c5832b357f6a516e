-- 6.2: the functions of the coroutine library.

local yield = coroutine.yield

local function code(text)
  return assert(load(text, "=code"))
end

describe("coroutine.create", function()
  it("makes a thread, equal to itself only", function()
    local co = coroutine.create(print)
    expect(type(co)).to_be("thread")
    expect(tostring(co)).to_match("^thread: 0x")
    expect(co == co, co == coroutine.create(print)).to_be(true, false)
    expect(({ [co] = 1 })[co]).to_be(1)
  end)

  it("takes functions only", function()
    expect("coroutine.create(1)").to_fail_with(
      "code:1: bad argument #1 to 'create' (function expected, got number)")
    expect("coroutine.create(setmetatable({}, {__call = print}))").to_fail_with(
      "code:1: bad argument #1 to 'create' (function expected, got table)")
  end)

  it("makes what can't be called, indexed or added to", function()
    local local_co = "local co = coroutine.create(print) "
    expect(local_co .. "co()").to_fail_with("attempt to call a thread value (local 'co')")
    expect(local_co .. "return co.x").to_fail_with("attempt to index a thread value (local 'co')")
    expect(local_co .. "return co + 1").to_fail_with(
      "attempt to perform arithmetic on a thread value (local 'co')")
  end)
end)

describe("coroutine.resume", function()
  it("returns true and what is yielded or returned", function()
    local co = coroutine.create(function(...) yield(...) return nil, nil end)
    expect(coroutine.resume(co, 1, nil)).to_be(true, 1, nil)
    expect(coroutine.resume(co)).to_be(true, nil, nil)
    expect(coroutine.resume(coroutine.create(function() end))).to_be(true)
  end)

  it("returns false and the very error", function()
    local t = {}
    for _, value in ipairs({ t, 1, 1.5, true, print }) do
      expect(coroutine.resume(coroutine.create(error), value)).to_be(false, value)
    end
    expect(coroutine.resume(coroutine.create(error))).to_be(false, nil)
  end)

  it("returns messages with their place, once", function()
    expect(coroutine.resume(coroutine.create(code("\nerror('x')")))).to_be(false, "code:2: x")
    expect(coroutine.resume(coroutine.create(code("local x\nx()")))).to_be(
      false, "code:2: attempt to call a nil value (local 'x')")
  end)

  it("places nothing beyond the coroutine's first function", function()
    expect(coroutine.resume(coroutine.create(function() error("x", 2) end))).to_be(false, "x")
    expect(coroutine.resume(coroutine.create(error), "x")).to_be(false, "x")
    expect(coroutine.resume(coroutine.create(error), "x", 2)).to_be(false, "x")
  end)

  it("refuses the dead", function()
    local co = coroutine.create(function() end)
    coroutine.resume(co)
    expect(coroutine.resume(co)).to_be(false, "cannot resume dead coroutine")
    local failed = coroutine.create(error)
    coroutine.resume(failed, "x")
    expect(coroutine.resume(failed)).to_be(false, "cannot resume dead coroutine")
  end)

  it("refuses the running one and those that wait for it", function()
    local outer
    expect(coroutine.resume(coroutine.running())).to_be(false, "cannot resume non-suspended coroutine")
    outer = coroutine.create(function()
      expect(coroutine.resume(outer)).to_be(false, "cannot resume non-suspended coroutine")
      coroutine.wrap(function()
        expect(coroutine.resume(outer)).to_be(false, "cannot resume non-suspended coroutine")
      end)()
      return "unharmed"
    end)
    expect(coroutine.resume(outer)).to_be(true, "unharmed")
  end)

  it("takes threads only", function()
    expect("coroutine.resume(1)").to_fail_with(
      "code:1: bad argument #1 to 'resume' (thread expected, got number)")
    expect("coroutine.resume()").to_fail_with(
      "code:1: bad argument #1 to 'resume' (thread expected, got no value)")
  end)

  it("keeps errors from the handlers of the one that resumes", function()
    local seen = {}
    expect(xpcall(function()
      local _, e = coroutine.resume(coroutine.create(function() error("in", 0) end))
      error(e .. " out", 0)
    end, function(e) seen[#seen + 1] = e return e end)).to_be(false, "in out")
    expect(seen).to_equal({ "in out" })
  end)

  it("returns a stack that is too deep as an error", function()
    local function endless() return 1 + endless() end
    local co = coroutine.create(endless)
    local passed, message = coroutine.resume(co)
    expect(passed, coroutine.status(co)).to_be(false, "dead")
    expect(message).to_match("stack overflow")
  end)
end)

describe("coroutine.yield", function()
  it("needs a coroutine", function()
    expect(pcall(yield, 1)).to_be(false, "attempt to yield from outside a coroutine")
    expect("coroutine.yield(1)").to_fail_with("attempt to yield from outside a coroutine")
  end)
end)

describe("coroutine.wrap", function()
  it("makes a function that resumes", function()
    local f = coroutine.wrap(function(a) local b = yield(a, "y") return b, "r" end)
    expect(f(1)).to_be(1, "y")
    expect(f(2)).to_be(2, "r")
  end)

  it("raises errors again, placed where it was called", function()
    expect(pcall(code("local f = coroutine.wrap(function()\nerror('x') end)\nlocal a = f()")))
      .to_be(false, "code:3: code:2: x")
    expect(pcall(coroutine.wrap(code("error('x')")))).to_be(false, "code:1: x")
    expect(pcall(code("local f = coroutine.wrap(error)\nlocal a = f('x')"))).to_be(
      false, "code:2: x")
  end)

  it("adds a place for each coroutine that an error passes", function()
    expect(pcall(code([[
      local outer = coroutine.wrap(function()
        local inner = coroutine.wrap(function() error("x") end)
        inner()
      end)
      outer()]]))).to_be(false, "code:5: code:3: code:2: x")
  end)

  it("raises what is no string as it is", function()
    local t = {}
    expect(coroutine.wrap(error), t).to_fail_with(t)
    expect(coroutine.wrap(error), 1).to_fail_with(1)
    expect(coroutine.wrap(error), nil).to_fail_with(nil)
  end)

  it("refuses what resume refuses", function()
    local f = coroutine.wrap(function() end)
    f()
    expect(f).to_fail_with("cannot resume dead coroutine")
    local again
    again = coroutine.wrap(function() return pcall(again) end)
    expect(again()).to_be(false, "cannot resume non-suspended coroutine")
  end)

  it("takes functions only", function()
    expect("coroutine.wrap()").to_fail_with(
      "code:1: bad argument #1 to 'wrap' (function expected, got no value)")
  end)

  it("makes functions for loops, callbacks and metamethods", function()
    local function echo(a, b) while true do a, b = yield("<" .. (b or a) .. ">") end end
    expect((("abc"):gsub(".", coroutine.wrap(echo)))).to_be("<a><b><c>")
    local t = setmetatable({}, { __index = coroutine.wrap(echo) })
    expect(t.x, t.y).to_be("<x>", "<y>")
  end)

  it("closes what an error has left open, before it raises it", function()
    local log = {}
    local f = coroutine.wrap(function()
      local _ <close> = setmetatable({}, { __close = function(_, e)
        log[#log + 1] = e
        error("closing", 0)
      end })
      error("x", 0)
    end)
    expect(pcall(f)).to_be(false, "closing")
    expect(log).to_equal({ "x" })
  end)
end)

describe("coroutine.status", function()
  it("tells what a coroutine does", function()
    local co, main
    main = coroutine.running()
    co = coroutine.create(function()
      local inner = coroutine.create(function() return coroutine.status(co) end)
      local _, of_outer = coroutine.resume(inner)
      yield(coroutine.status(co), of_outer, coroutine.status(inner), coroutine.status(main))
    end)
    expect(coroutine.status(co), coroutine.status(main)).to_be("suspended", "running")
    expect(coroutine.resume(co)).to_be(true, "running", "normal", "dead", "normal")
    expect(coroutine.status(co)).to_be("suspended")
    coroutine.resume(co)
    expect(coroutine.status(co)).to_be("dead")
  end)

  it("is dead after an error", function()
    local co = coroutine.create(error)
    coroutine.resume(co)
    expect(coroutine.status(co)).to_be("dead")
  end)

  it("takes threads only", function()
    expect("coroutine.status(nil)").to_fail_with(
      "code:1: bad argument #1 to 'status' (thread expected, got nil)")
  end)
end)

describe("coroutine.running", function()
  it("returns the coroutine and whether it is the main one", function()
    local main, is_main = coroutine.running()
    expect(type(main), is_main).to_be("thread", true)
    expect(coroutine.running()).to_be(main, true)
    local co
    co = coroutine.create(function() return coroutine.running() end)
    expect(coroutine.resume(co)).to_be(true, co, false)
    expect(coroutine.running()).to_be(main, true)
  end)

  it("is the same before and behind a yield", function()
    local f = coroutine.wrap(function()
      local before = coroutine.running()
      yield()
      return before == coroutine.running()
    end)
    f()
    expect(coroutine.wrap(f)()).to_be(true)
  end)
end)

describe("coroutine.isyieldable", function()
  it("holds in coroutines", function()
    expect(coroutine.isyieldable()).to_be(false)
    expect(coroutine.wrap(coroutine.isyieldable)()).to_be(true)
    expect(coroutine.wrap(function() return pcall(coroutine.isyieldable) end)()).to_be(true, true)
  end)

  it("tells it of another one", function()
    local main = coroutine.running()
    expect(coroutine.isyieldable(main), coroutine.isyieldable(coroutine.create(print))).to_be(
      false, true)
    expect(coroutine.wrap(function() return coroutine.isyieldable(main) end)()).to_be(false)
    expect("coroutine.isyieldable(1)").to_fail_with(
      "code:1: bad argument #1 to 'isyieldable' (thread expected, got number)")
  end)
end)

describe("debug.traceback", function()
  it("shows where a coroutine is suspended", function()
    local co = coroutine.create(code("local function inner()\ncoroutine.yield()\nend\ninner()\nend_()"))
    coroutine.resume(co)
    local trace = debug.traceback(co, "message")
    expect(trace).to_match("^message\nstack traceback:\n")
    expect(trace).to_match("code:2: in [^\n]*'inner'\n\tcode:4: in ")
    expect(trace:find("_spec.lua", 1, true)).to_be(nil)
  end)

  it("shows where a coroutine has failed", function()
    local co = coroutine.create(code("local function inner()\nerror('x')\nend\ninner()\nend_()"))
    coroutine.resume(co)
    expect(debug.traceback(co)).to_match("code:2: in [^\n]*'inner'\n\tcode:4: in ")
    coroutine.close(co)
    expect(debug.traceback(co)).to_be("stack traceback:")
  end)

  it("shows nothing of the coroutine that has resumed the running one", function()
    local co = coroutine.create(code("local trace = debug.traceback('x')\nreturn trace"))
    local _, trace = coroutine.resume(co)
    expect(trace).to_match("code:1: in ")
    expect(trace:find("_spec.lua", 1, true)).to_be(nil)
  end)

  it("shows nothing of one that has not begun or has ended well", function()
    local co = coroutine.create(function() end)
    expect(debug.traceback(co)).to_be("stack traceback:")
    coroutine.resume(co)
    expect(debug.traceback(co, "x")).to_be("x\nstack traceback:")
  end)
end)
