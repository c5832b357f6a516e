-- 2.6: coroutines as scripts use them, and all the places that they can yield from.

local yield = coroutine.yield

-- Runs a function in a coroutine to its end: what it yields, one by one, and what it returns.
local function run(body, ...)
  local co = coroutine.create(body)
  local yielded = {}
  local results = table.pack(coroutine.resume(co, ...))
  while coroutine.status(co) == "suspended" do
    yielded[#yielded + 1] = results[2]
    results = table.pack(coroutine.resume(co, ...))
  end
  return yielded, table.unpack(results, 1, results.n)
end

local function all(next_value)
  local list = {}
  for value in next_value do list[#list + 1] = value end
  return list
end

describe("a coroutine", function()
  it("runs only when it is resumed", function()
    local reached = 0
    local co = coroutine.create(function() reached = 1 yield() reached = 2 end)
    expect(reached).to_be(0)
    coroutine.resume(co)
    expect(reached).to_be(1)
    coroutine.resume(co)
    expect(reached).to_be(2)
  end)

  it("hands values over in both directions", function()
    local co = coroutine.create(function(a, b)
      local c = yield(a + b)
      local d, e = yield(a + b + c)
      return d, e, "end"
    end)
    expect(coroutine.resume(co, 1, 2)).to_be(true, 3)
    expect(coroutine.resume(co, 4)).to_be(true, 7)
    expect(coroutine.resume(co, 8, 9)).to_be(true, 8, 9, "end")
  end)

  it("runs as the manual's example does", function()
    local seen = {}
    local function foo(a)
      seen[#seen + 1] = "foo " .. a
      return yield(2 * a)
    end
    local co = coroutine.create(function(a, b)
      local r = foo(a + 1)
      local x, y = yield(a + b, a - b)
      seen[#seen + 1] = r .. x .. y
      return b, "end"
    end)
    expect(coroutine.resume(co, 1, 10)).to_be(true, 4)
    expect(coroutine.resume(co, "r")).to_be(true, 11, -9)
    expect(coroutine.resume(co, "x", "y")).to_be(true, 10, "end")
    expect(coroutine.resume(co, "x", "y")).to_be(false, "cannot resume dead coroutine")
    expect(seen).to_equal({ "foo 2", "rxy" })
  end)

  it("yields from any depth", function()
    local function deep(n)
      if n == 0 then return yield("bottom") end
      return (deep(n - 1)) + 1
    end
    local co = coroutine.wrap(deep)
    expect(co(500)).to_be("bottom")
    expect(co(1)).to_be(501)
  end)

  it("keeps its locals and those of its closures", function()
    local function counter()
      local n = 0
      return coroutine.wrap(function() while true do n = n + 1 yield(n) end end)
    end
    local a, b = counter(), counter()
    expect(a(), a(), b(), a(), b()).to_be(1, 2, 1, 3, 2)
  end)

  it("goes on wherever it is resumed from", function()
    local co = coroutine.wrap(function() for i = 1, 5 do yield(i) end end)
    local function resumed() return co() end
    local t = setmetatable({}, { __index = function() return co() end })
    expect(co(), resumed(), t.x, select(2, pcall(co)), coroutine.wrap(co)()).to_be(1, 2, 3, 4, 5)
  end)

  it("yields and takes any number of values", function()
    local co = coroutine.wrap(function(...)
      local n = select("#", ...)
      while true do n = select("#", yield(table.unpack({}, 1, n))) end
    end)
    for _, n in ipairs({ 0, 1, 2, 3, 4, 200, 0 }) do
      expect(select("#", co(table.unpack({}, 1, n)))).to_be(n)
    end
  end)

  it("can be a library function", function()
    local co = coroutine.create(yield)
    expect(coroutine.resume(co, 1, 2)).to_be(true, 1, 2)
    expect(coroutine.resume(co, 3)).to_be(true, 3)
    expect(coroutine.wrap(math.max)(1, 3, 2)).to_be(3)
    expect(coroutine.wrap(pcall)(error, "x", 0)).to_be(false, "x")
  end)
end)

describe("generators", function()
  it("stand in for loops", function()
    local function range(n)
      return coroutine.wrap(function() for i = 1, n do yield(i) end end)
    end
    expect(all(range(4))).to_equal({ 1, 2, 3, 4 })
    expect(all(range(0))).to_equal({})
  end)

  it("permute", function()
    local function permute(list, n)
      if n <= 1 then
        yield(table.concat(list))
      end
      for i = 1, n > 1 and n or 0 do
        list[n], list[i] = list[i], list[n]
        permute(list, n - 1)
        list[n], list[i] = list[i], list[n]
      end
    end
    local found = all(coroutine.wrap(function() permute({ "a", "b", "c" }, 3) end))
    table.sort(found)
    expect(found).to_equal({ "abc", "acb", "bac", "bca", "cab", "cba" })
  end)

  it("walk trees", function()
    local function walk(node)
      if node then
        walk(node.left)
        yield(node.value)
        walk(node.right)
      end
    end
    local tree = { value = 2, left = { value = 1 }, right = { value = 4, left = { value = 3 } } }
    expect(all(coroutine.wrap(function() walk(tree) end))).to_equal({ 1, 2, 3, 4 })
  end)

  it("feed one another", function()
    local function producer(n)
      return coroutine.create(function() for i = 1, n do yield("line " .. i) end end)
    end
    local function filter(source)
      return coroutine.create(function()
        local line = 1
        while true do
          local _, value = coroutine.resume(source)
          if not value then return end
          yield(line .. ": " .. value)
          line = line + 1
        end
      end)
    end
    local source = filter(producer(3))
    expect(all(function() return select(2, coroutine.resume(source)) end)).to_equal(
      { "1: line 1", "2: line 2", "3: line 3" })
  end)

  it("sieve primes", function()
    local function numbers(n)
      return coroutine.wrap(function() for i = 2, n do yield(i) end end)
    end
    local function without(prime, source)
      return coroutine.wrap(function()
        for n in source do if n % prime ~= 0 then yield(n) end end
      end)
    end
    local source, primes = numbers(40), {}
    for prime in function() return source() end do
      primes[#primes + 1] = prime
      source = without(prime, source)
    end
    expect(primes).to_equal({ 2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37 })
  end)
end)

describe("coroutines within one another", function()
  it("yield to the one that has resumed them", function()
    local outer = coroutine.wrap(function()
      local inner = coroutine.wrap(function() yield("inner 1") yield("inner 2") end)
      yield("outer got " .. inner())
      yield("outer got " .. inner())
    end)
    expect(outer(), outer()).to_be("outer got inner 1", "outer got inner 2")
  end)

  it("nest deep", function()
    local function nested(n)
      if n == 0 then return yield("bottom") end
      local co = coroutine.wrap(nested)
      local value = co(n - 1)
      while true do value = co(yield(value)) end
    end
    local co = coroutine.wrap(nested)
    expect(co(100)).to_be("bottom")
    expect(co("answer")).to_be("answer")
  end)

  it("nest so deep and no deeper", function()
    local depth = 0
    local function nested()
      depth = depth + 1
      local passed, failure = coroutine.resume(coroutine.create(nested))
      if not passed then error(failure, 0) end
    end
    expect(pcall(nested)).to_be(false, "C stack overflow")
    expect(depth > 150 and depth < 250).to_be(true)
    expect(coroutine.wrap(function() return "fine" end)()).to_be("fine")
  end)

  it("may be abandoned by the thousand", function()
    local kept
    for i = 1, 5000 do
      local co = coroutine.wrap(function() local t = { i } yield(t) return t end)
      kept = co()
    end
    expect(kept[1]).to_be(5000)
  end)

  it("may all be half way at the same time", function()
    local list, sum = {}, 0
    for i = 1, 1000 do list[i] = coroutine.wrap(function() yield(i) return -i end) end
    for i = 1, 1000 do sum = sum + list[i]() end
    expect(sum).to_be(500500)
    for i = 1000, 1, -1 do sum = sum + list[i]() end
    expect(sum).to_be(0)
  end)
end)

describe("a yield", function()
  it("leaves a protected call and comes back", function()
    expect(run(function() return pcall(function() yield(1) yield(2) error("x", 0) end) end))
      .to_equal({ 1, 2 }, true, false, "x")
    expect(run(function() return pcall(pcall, yield, 1) end, "r")).to_equal(
      { 1 }, true, true, true, "r")
  end)

  it("leaves a handled call, whose handler stays in charge", function()
    local function double(e) return e .. e end
    expect(run(function()
      return xpcall(function() yield(1) error("x", 0) end, double)
    end)).to_equal({ 1 }, true, false, "xx")
  end)

  it("takes the handler with it", function()
    local seen = {}
    local function note(e) seen[#seen + 1] = e return e end
    local co = coroutine.wrap(function()
      xpcall(function() yield() error("inner", 0) end, note)
    end)
    co()
    pcall(error, "outside", 0)
    xpcall(error, function(e) return e end, "elsewhere", 0)
    co()
    expect(seen).to_equal({ "inner" })
  end)

  it("leaves a metamethod of any kind", function()
    local names = "add sub mul div mod pow unm idiv band bor bxor shl shr bnot concat len eq lt le call"
    local mt = {}
    for name in names:gmatch("%a+") do
      mt["__" .. name] = function() yield(name) return true end
    end
    local function new() return setmetatable({}, mt) end
    local a, b = new(), new()
    expect((run(function()
      local _ = a + 1, a - 1, a * 1, a / 1, a % 1, a ^ 1
      _ = -a, a // 1, a & 1, a | 1, a ~ 1, a << 1, a >> 1, ~a, a .. 1, #a
      _ = a == b, a < b, a <= b, a()
    end))).to_equal({ "add", "sub", "mul", "div", "mod", "pow", "unm", "idiv", "band", "bor",
      "bxor", "shl", "shr", "bnot", "concat", "len", "eq", "lt", "le", "call" })
  end)

  it("leaves comparisons whose result is turned round or decides a branch", function()
    local mt = {
      __eq = function() yield("eq") return false end,
      __lt = function() yield("lt") return true end,
      __le = function() yield("le") return false end,
    }
    local a, b = setmetatable({}, mt), setmetatable({}, mt)
    expect(run(function()
      local seen = {}
      if a ~= b then seen[1] = "~=" end
      if a > b then seen[2] = ">" end
      if not (a >= b) then seen[3] = "not >=" end
      while a == b do end
      return table.concat(seen, " ")
    end)).to_equal({ "eq", "lt", "le", "eq" }, true, "~= > not >=")
  end)

  it("leaves each step of a long concatenation", function()
    local mt = { __concat = function(x, y)
      yield("..")
      return (type(x) == "table" and x[1] or x) .. (type(y) == "table" and y[1] or y)
    end }
    local a, b = setmetatable({ "a" }, mt), setmetatable({ "b" }, mt)
    expect(run(function() return "<" .. a .. "," .. b .. ">" end)).to_equal(
      { "..", "..", }, true, "<a,b>")
  end)

  it("leaves __index and __newindex, and chains of them", function()
    local store = {}
    local base = setmetatable({}, {
      __index = function(_, key) yield("get " .. key) return store[key] end,
      __newindex = function(_, key, value) yield("set " .. key) store[key] = value end,
    })
    local object = setmetatable({}, { __index = setmetatable({}, { __index = base }),
      __newindex = base })
    expect(run(function() object.x = 1 return object.x, object.y end)).to_equal(
      { "set x", "get x", "get y" }, true, 1, nil)
  end)

  it("leaves the access to a global", function()
    local env = setmetatable({}, {
      __index = function(_, key) yield("get " .. key) return 1 end,
      __newindex = function(t, key, value) yield("set " .. key) rawset(t, key, value) end,
    })
    expect(run(load("x = y + 1 return x", "=code", "t", env))).to_equal(
      { "get y", "set x" }, true, 2)
  end)

  it("leaves the iterator of a loop", function()
    local function step(n, i)
      yield("step " .. i)
      if i < n then return i + 1 end
    end
    expect(run(function()
      local sum = 0
      for i in step, 2, 0 do sum = sum + i end
      return sum
    end)).to_equal({ "step 0", "step 1", "step 2" }, true, 3)
  end)

  it("leaves __pairs and what it returns", function()
    local t = setmetatable({}, { __pairs = function()
      yield("pairs")
      return function(_, key) yield("next") if not key then return 1, 2 end end
    end })
    expect(run(function() for k, v in pairs(t) do return k, v end end)).to_equal(
      { "pairs", "next" }, true, 1, 2)
  end)

  it("leaves __close, after an error too", function()
    local function closing(name)
      return setmetatable({}, { __close = function(_, e) yield(name .. " " .. tostring(e)) end })
    end
    expect(run(function()
      do local _ <close> = closing("block") end
      for i = 1, 2 do local _ <close> = closing("loop " .. i) end
      pcall(function()
        local _ <close> = closing("outer")
        local _ <close> = closing("inner")
        error("x", 0)
      end)
      local _ <close> = closing("return")
      return 1, 2
    end)).to_equal({ "block nil", "loop 1 nil", "loop 2 nil", "inner x", "outer x", "return nil" },
      true, 1, 2)
  end)

  it("leaves dofile-like chunks and tail calls", function()
    local chunk = load("local y = ... y(1) return y(2)")
    expect(run(function() return chunk(yield) end, "r")).to_equal({ 1, 2 }, true, "r")
  end)

  it("leaves arguments and constructors that are half done", function()
    local co = coroutine.wrap(function()
      return { 1, yield("a"), x = yield("b"), yield("c") }, (select("#", 1, yield("d"), 3))
    end)
    expect(co(), co("A"), co("B"), co("C")).to_be("a", "b", "c", "d")
    expect(co()).to_equal({ 1, "A", x = "B", "C" }, 3)
  end)
end)
