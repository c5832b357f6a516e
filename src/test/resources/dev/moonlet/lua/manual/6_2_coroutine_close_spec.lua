-- 6.2: coroutine.close, and the values that a coroutine has still to close.

local yield = coroutine.yield
local log

local function logged(body)
  log = {}
  body()
  return table.concat(log, " ")
end

-- A value that notes when it is closed and with which error, and may fail then.
local function closing(name, failure)
  return setmetatable({}, { __close = function(_, e)
    log[#log + 1] = name .. ":" .. tostring(e)
    if failure then error(failure, 0) end
  end })
end

local function suspended(body)
  local co = coroutine.create(body)
  coroutine.resume(co)
  return co
end

describe("coroutine.close", function()
  it("kills a suspended coroutine", function()
    local co = suspended(function() yield() end)
    expect(coroutine.close(co)).to_be(true)
    expect(coroutine.status(co)).to_be("dead")
    expect(coroutine.resume(co)).to_be(false, "cannot resume dead coroutine")
  end)

  it("kills one that has not begun", function()
    local begun = false
    local co = coroutine.create(function() begun = true end)
    expect(coroutine.close(co)).to_be(true)
    expect(coroutine.status(co), begun).to_be("dead", false)
  end)

  it("takes the dead", function()
    local co = coroutine.create(function() end)
    coroutine.resume(co)
    expect(coroutine.close(co)).to_be(true)
    expect(coroutine.close(co)).to_be(true)
  end)

  it("returns the error of one that has failed, once", function()
    local t = {}
    local co = coroutine.create(error)
    coroutine.resume(co, t)
    expect(coroutine.close(co)).to_be(false, t)
    expect(coroutine.close(co)).to_be(true)
    local without = coroutine.create(error)
    coroutine.resume(without)
    expect(coroutine.close(without)).to_be(false, nil)
  end)

  it("refuses the running one and those that wait for it", function()
    expect("coroutine.close(coroutine.running())").to_fail_with("cannot close a running coroutine")
    local main, co = coroutine.running(), nil
    co = coroutine.create(function()
      expect(pcall(coroutine.close, co)).to_be(false, "cannot close a running coroutine")
      expect(pcall(coroutine.close, main)).to_be(false, "cannot close a normal coroutine")
      coroutine.wrap(function()
        expect(pcall(coroutine.close, co)).to_be(false, "cannot close a normal coroutine")
      end)()
      return "unharmed"
    end)
    expect(coroutine.resume(co)).to_be(true, "unharmed")
  end)

  it("takes threads only", function()
    expect("coroutine.close({})").to_fail_with(
      "code:1: bad argument #1 to 'close' (thread expected, got table)")
  end)

  it("does not go on with the coroutine", function()
    local reached = false
    local co = suspended(function()
      pcall(function() pcall(yield) reached = true end)
      reached = true
    end)
    coroutine.close(co)
    expect(reached).to_be(false)
  end)
end)

describe("what a closed coroutine has to close", function()
  it("is closed, the innermost first and without an error", function()
    expect(logged(function()
      local co = suspended(function()
        local _ <close> = closing("a")
        pcall(function()
          local _ <close> = closing("b")
          for _ in function() return 1 end, nil, nil, closing("c") do
            local _ <close> = closing("d")
            yield()
          end
        end)
      end)
      log[#log + 1] = "suspended"
      expect(coroutine.close(co)).to_be(true)
    end)).to_be("suspended d:nil c:nil b:nil a:nil")
  end)

  it("gets the errors of what is closed before it", function()
    expect(logged(function()
      local co = suspended(function()
        local _ <close> = closing("a")
        local _ <close> = closing("b", "E2")
        local _ <close> = closing("c")
        local _ <close> = closing("d", "E1")
        yield()
      end)
      expect(coroutine.close(co)).to_be(false, "E2")
      expect(coroutine.close(co)).to_be(true)
    end)).to_be("d:nil c:E1 b:E1 a:E2")
  end)

  it("fails past protected calls and handlers", function()
    expect(logged(function()
      local co = suspended(function()
        pcall(function()
          local _ <close> = closing("a", "E")
          yield()
        end)
        log[#log + 1] = "never"
      end)
      expect(coroutine.close(co)).to_be(false, "E")
    end)).to_be("a:nil")
  end)

  it("is not closed twice when a closer has yielded", function()
    expect(logged(function()
      local co = suspended(function()
        local _ <close> = closing("outer")
        do
          local _ <close> = setmetatable({}, { __close = function(_, e)
            log[#log + 1] = "inner:" .. tostring(e)
            yield()
            log[#log + 1] = "never"
          end })
        end
      end)
      expect(coroutine.close(co)).to_be(true)
    end)).to_be("inner:nil outer:nil")
  end)

  it("forgets the error that was on its way when a closer has yielded", function()
    expect(logged(function()
      local co = suspended(function()
        pcall(function()
          local _ <close> = closing("outer")
          local _ <close> = setmetatable({}, { __close = function(_, e)
            log[#log + 1] = "inner:" .. tostring(e)
            yield()
          end })
          error("x", 0)
        end)
      end)
      expect(coroutine.close(co)).to_be(true)
    end)).to_be("inner:x outer:nil")
  end)

  it("closes the locals of its closer as ever", function()
    expect(logged(function()
      local co = suspended(function()
        local _ <close> = closing("outer")
        local _ <close> = setmetatable({}, { __close = function()
          local _ <close> = closing("of closer")
          error("E", 0)
        end })
        yield()
      end)
      expect(coroutine.close(co)).to_be(false, "E")
    end)).to_be("of closer:E outer:E")
  end)

  it("runs in the coroutine, which can't yield any more", function()
    local co, seen
    co = suspended(function()
      local _ <close> = setmetatable({}, { __close = function()
        seen = table.pack(coroutine.running() == co, coroutine.status(co), coroutine.isyieldable(),
          pcall(yield))
      end })
      yield()
    end)
    expect(coroutine.close(co)).to_be(true)
    expect(table.unpack(seen)).to_be(
      true, "running", false, false, "attempt to yield across a C-call boundary")
  end)

  it("may run coroutines of its own", function()
    local got
    local co = suspended(function()
      local _ <close> = setmetatable({}, { __close = function()
        got = coroutine.wrap(function() yield("yielded") end)()
      end })
      yield()
    end)
    expect(coroutine.close(co), got).to_be(true, "yielded")
  end)

  it("may close other coroutines", function()
    expect(logged(function()
      local other = suspended(function() local _ <close> = closing("other") yield() end)
      local co = suspended(function()
        local _ <close> = setmetatable({}, { __close = function() coroutine.close(other) end })
        yield()
      end)
      coroutine.close(co)
    end)).to_be("other:nil")
  end)
end)

describe("what a failed coroutine has to close", function()
  it("stays open until the coroutine is closed", function()
    expect(logged(function()
      local co = coroutine.create(function()
        local _ <close> = closing("a")
        local _ <close> = closing("b")
        error("x", 0)
      end)
      expect(coroutine.resume(co)).to_be(false, "x")
      log[#log + 1] = "failed"
      expect(coroutine.resume(co)).to_be(false, "cannot resume dead coroutine")
      expect(coroutine.close(co)).to_be(false, "x")
      expect(coroutine.close(co)).to_be(true)
    end)).to_be("failed b:x a:x")
  end)

  it("may replace the error", function()
    expect(logged(function()
      local co = coroutine.create(function()
        local _ <close> = closing("a")
        local _ <close> = closing("b", "E")
        error("x", 0)
      end)
      expect(coroutine.resume(co)).to_be(false, "x")
      expect(coroutine.close(co)).to_be(false, "E")
    end)).to_be("b:x a:E")
  end)

  it("is closed at once as far as a protected call reaches", function()
    expect(logged(function()
      local co = coroutine.create(function()
        local _ <close> = closing("outside")
        pcall(function()
          local _ <close> = closing("inside")
          error("x", 0)
        end)
        log[#log + 1] = "caught"
        error("y", 0)
      end)
      coroutine.resume(co)
      log[#log + 1] = "failed"
      coroutine.close(co)
    end)).to_be("inside:x caught failed outside:y")
  end)

  it("stays open when an error of closing was what failed", function()
    expect(logged(function()
      local co = coroutine.create(function()
        local _ <close> = closing("a")
        local _ <close> = closing("b", "E")
      end)
      expect(coroutine.resume(co)).to_be(false, "E")
      log[#log + 1] = "failed"
      coroutine.close(co)
    end)).to_be("b:nil failed a:E")
  end)

  it("is closed after a stack that was too deep", function()
    local function endless() return 1 + endless() end
    local closed
    local co = coroutine.create(function()
      local _ <close> = setmetatable({}, { __close = function(_, e) closed = e end })
      endless()
    end)
    coroutine.resume(co)
    expect((coroutine.close(co))).to_be(false)
    expect(closed).to_match("stack overflow")
  end)
end)
