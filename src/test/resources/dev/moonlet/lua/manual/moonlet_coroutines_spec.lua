-- Yields that C Lua refuses with "attempt to yield across a C-call boundary".

local yield = coroutine.yield

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

describe("a yield", function()
  it("leaves the comparison of a sort", function()
    local yielded, passed, sorted = run(function()
      local t = { 3, 1, 2 }
      table.sort(t, function(a, b) yield("compare") return a < b end)
      return t
    end)
    expect(#yielded > 1, passed).to_be(true, true)
    expect(sorted).to_equal({ 1, 2, 3 })
  end)

  it("leaves the callback of gsub", function()
    expect(run(function()
      return (("ab"):gsub(".", function(c) yield(c) return c:upper() end))
    end)).to_equal({ "a", "b" }, true, "AB")
  end)

  it("leaves __index and __len of what table functions read", function()
    local t = setmetatable({}, {
      __index = function(_, i) yield("get " .. i) return i * 10 end,
      __len = function() yield("len") return 2 end,
    })
    expect(run(function() return table.unpack(t) end)).to_equal(
      { "len", "get 1", "get 2" }, true, 10, 20)
  end)

  it("leaves __tostring and __name's place", function()
    local t = setmetatable({}, { __tostring = function() yield("asked") return "text" end })
    expect(run(function() return tostring(t), ("%s"):format(t) end)).to_equal(
      { "asked", "asked" }, true, "text", "text")
  end)

  it("leaves the reader of load", function()
    local pieces = { "return ", "1 + ", "2" }
    expect(run(function()
      local i = 0
      local chunk = load(function() i = i + 1 yield(i) return pieces[i] end)
      return chunk()
    end)).to_equal({ 1, 2, 3, 4 }, true, 3)
  end)

  it("leaves the handler of xpcall", function()
    expect(run(function()
      return xpcall(error, function(e) return yield(e) end, "x", 0)
    end, "answer")).to_equal({ "x" }, true, false, "answer")
  end)

  it("leaves an iterator that a library function calls", function()
    local t = setmetatable({}, { __index = function(_, i) yield(i) if i < 3 then return i end end })
    expect(run(function() local n = 0 for i in ipairs(t) do n = n + i end return n end)).to_equal(
      { 1, 2, 3 }, true, 3)
  end)
end)

describe("closing a coroutine", function()
  it("ends it within a callback, a reader or a handler", function()
    for _, body in ipairs({
      function() ("a"):gsub(".", yield) end,
      function() table.sort({ 1, 2, 3 }, yield) end,
      function() load(yield) end,
      function() xpcall(error, yield) end,
      function()
        local function endless() return 1 + endless() end
        xpcall(endless, yield)
      end,
    }) do
      local closed, went_on = false, false
      local co = coroutine.create(function()
        local _ <close> = setmetatable({}, { __close = function() closed = true end })
        body()
        went_on = true
      end)
      coroutine.resume(co)
      expect(coroutine.status(co)).to_be("suspended")
      expect(coroutine.close(co), closed, went_on).to_be(true, true, false)
    end
  end)
end)
