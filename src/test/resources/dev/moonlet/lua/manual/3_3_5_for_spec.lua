-- 3.3.5: the numeric and the generic for.

local function counted(...)
  local values = {}
  local first, last, step = ...
  for i = first, last, step or 1 do
    values[#values + 1] = i
    if #values == 10 then break end
  end
  return values
end

describe("a numeric for", function()
  it("counts from a number to another", function()
    expect(counted(1, 4)).to_equal({ 1, 2, 3, 4 })
    expect(counted(3, 3)).to_equal({ 3 })
  end)

  it("does not run if the first is beyond the last", function()
    expect(counted(2, 1), counted(1, 2, -1)).to_equal({}, {})
  end)

  it("counts by steps, and downwards", function()
    expect(counted(1, 8, 3)).to_equal({ 1, 4, 7 })
    expect(counted(3, 1, -1)).to_equal({ 3, 2, 1 })
  end)

  it("has the step 1 unless it is told another", function()
    local n = 0
    for _ = 1, 5 do n = n + 1 end
    expect(n).to_be(5)
  end)

  it("counts integers if start and step are integers", function()
    expect(counted(1, 3.7)).to_equal({ 1, 2, 3 })
    expect(counted(-1, -3.2, -1)).to_equal({ -1, -2, -3 })
    expect(counted(1, 2.0)).to_equal({ 1, 2 })
  end)

  it("counts floats otherwise", function()
    expect(counted(1.0, 3)).to_equal({ 1.0, 2.0, 3.0 })
    expect(counted(1, 2, 0.5)).to_equal({ 1.0, 1.5, 2.0 })
  end)

  it("stops before it would wrap around", function()
    local max, min = math.maxinteger, math.mininteger
    expect(counted(max - 1, max)).to_equal({ max - 1, max })
    expect(counted(min + 1, min, -1)).to_equal({ min + 1, min })
    expect(counted(max - 2, max, 2)).to_equal({ max - 2, max })
    expect(#counted(min, max)).to_be(10)
    expect(counted(min, max, max)).to_equal({ min, -1, max - 1 })
  end)

  it("takes a limit beyond all integers", function()
    expect(#counted(1, math.huge)).to_be(10)
    expect(#counted(1, -math.huge), #counted(1, -math.huge, -1)).to_be(0, 10)
    expect(#counted(1, 1e100), #counted(1, -1e100)).to_be(10, 0)
  end)

  it("does not count integers to NaN, and floats once", function()
    expect(#counted(1, 0 / 0), #counted(1.0, 0 / 0), #counted(0 / 0, 1)).to_be(0, 1, 1)
  end)

  it("evaluates its three expressions once", function()
    local calls = 0
    local function last() calls = calls + 1 return 3 end
    for _ = 1, last() do end
    expect(calls).to_be(1)
  end)

  it("goes on counting whatever becomes of its variable", function()
    local seen = {}
    for i = 1, 3 do
      seen[#seen + 1] = i
      i = i * 10
    end
    expect(seen).to_equal({ 1, 2, 3 })
  end)

  it("has a variable of its own in each round", function()
    local functions = {}
    for i = 1, 3 do
      functions[i] = function() i = i + 10 return i end
    end
    expect(functions[1](), functions[1](), functions[3]()).to_be(11, 21, 13)
  end)

  it("keeps its variable to itself", function()
    local i = "outer"
    for i = 1, 1 do expect(i).to_be(1) end
    expect(i).to_be("outer")
  end)

  it("needs a step", function()
    expect("for i = 1, 2, 0 do end").to_fail_with("code:1: 'for' step is zero")
    expect("for i = 1.0, 2, 0.0 do end").to_fail_with("code:1: 'for' step is zero")
  end)

  it("needs numbers", function()
    expect("for i = {}, 2 do end").to_fail_with(
      "code:1: bad 'for' initial value (number expected, got table)")
    expect("for i = 1, nil do end").to_fail_with(
      "code:1: bad 'for' limit (number expected, got nil)")
    expect("for i = 1, 2, {} do end").to_fail_with(
      "code:1: bad 'for' step (number expected, got table)")
    expect("for i = 'x', 2 do end").to_fail_with(
      "code:1: bad 'for' initial value (number expected, got string)")
    expect("for i = 1, 'x' do end").to_fail_with(
      "code:1: bad 'for' limit (number expected, got string)")
  end)

  it("needs its limit", function()
    expect("for i = 1 do end").to_fail_with("code:1: ',' expected near 'do'")
    expect("for i in 1 ").to_fail_with("code:1: 'do' expected near <eof>")
    expect("for 1 = 1, 2 do end").to_fail_with("code:1: <name> expected near '1'")
  end)
end)

describe("a generic for", function()
  it("calls its iterator with state and control value until it gives nil", function()
    local calls = {}
    local function step(state, control)
      calls[#calls + 1] = { state, control }
      return control < 2 and control + 1 or nil
    end
    for i in step, "state", 0 do
      expect(type(i)).to_be("number")
    end
    expect(calls).to_equal({ { "state", 0 }, { "state", 1 }, { "state", 2 } })
  end)

  it("gives as many variables as it has", function()
    local function once(_, done)
      if not done then return 1, 2, 3 end
    end
    for a, b, c, d in once do
      expect(a, b, c, d).to_be(1, 2, 3, nil)
      break
    end
    for a in once do
      expect(a).to_be(1)
    end
  end)

  it("goes on after false", function()
    local values = { false, 1 }
    local i, rounds = 0, 0
    for value in function() i = i + 1 return values[i] end do
      rounds = rounds + 1
    end
    expect(rounds).to_be(2)
  end)

  it("evaluates its expressions once", function()
    local calls = 0
    local function iterator() calls = calls + 1 return ipairs({ 1, 2, 3 }) end
    for _ in iterator() do end
    expect(calls).to_be(1)
  end)

  it("has variables of its own in each round", function()
    local functions = {}
    for i, value in ipairs({ "a", "b" }) do
      functions[i] = function() value = value .. "!" return value end
    end
    expect(functions[1](), functions[1](), functions[2]()).to_be("a!", "a!!", "b!")
  end)

  it("goes on whatever becomes of its variables", function()
    local seen = {}
    for i in ipairs({ 1, 2, 3 }) do
      seen[#seen + 1] = i
      i = 100
    end
    expect(seen).to_equal({ 1, 2, 3 })
  end)

  it("visits what pairs visits", function()
    local t, sum, keys = { 1, 2, x = 3, [2.5] = 4 }, 0, 0
    for _, value in pairs(t) do
      sum, keys = sum + value, keys + 1
    end
    expect(sum, keys).to_be(10, 4)
  end)

  it("lets fields be changed and removed on the way", function()
    local t = {}
    for i = 1, 100 do t["k" .. i] = i end
    local seen = 0
    for key in pairs(t) do
      seen = seen + 1
      t[key] = nil
    end
    expect(seen, next(t)).to_be(100, nil)
  end)

  it("closes its fourth value when it ends", function()
    local closed = {}
    local function closing(name)
      local value = setmetatable({}, { __close = function(_, e) closed[#closed + 1] = { name, e } end })
      return function(_, i) return i < 2 and i + 1 or nil end, nil, 0, value
    end
    for _ in closing("end") do end
    for _ in closing("break") do break end
    pcall(function() for _ in closing("error") do error("e", 0) end end)
    ;(function() for _ in closing("return") do return end end)()
    expect(closed).to_equal({ { "end" }, { "break" }, { "error", "e" }, { "return" } })
  end)

  it("needs something to call", function()
    expect("for x in nil do end").to_fail_with(
      "code:1: attempt to call a nil value (for iterator 'for iterator')")
    expect("for x in {} do end").to_fail_with(
      "code:1: attempt to call a table value (for iterator 'for iterator')")
    expect("\nfor x in pairs(nil) do end").to_fail_with(
      "code:2: bad argument #1 to 'for iterator' (table expected, got nil)")
  end)
end)
