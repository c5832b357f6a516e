-- 2.4: metatables, and the metamethods for access, calls and names.

describe("a metatable", function()
  it("is given to a table and found again", function()
    local t, mt = {}, {}
    expect(getmetatable(t)).to_be(nil)
    expect(setmetatable(t, mt)).to_be(t)
    expect(getmetatable(t)).to_be(mt)
  end)

  it("is taken away by nil", function()
    local t = setmetatable({}, { __index = { x = 1 } })
    expect(setmetatable(t, nil).x, getmetatable(t)).to_be(nil, nil)
  end)

  it("may be shared, and may be a table's own", function()
    local t = { x = 1 }
    t.__index = t
    setmetatable(t, t)
    local other = setmetatable({}, t)
    expect(other.x, getmetatable(t) == t).to_be(1, true)
  end)

  it("may change after it was set", function()
    local mt = {}
    local t = setmetatable({}, mt)
    expect(t.x).to_be(nil)
    mt.__index = function() return "late" end
    expect(t.x).to_be("late")
    mt.__index = nil
    expect(t.x).to_be(nil)
  end)

  it("is asked for its handlers without metamethods", function()
    local mt = setmetatable({}, { __index = { __index = { x = 1 } } })
    expect(setmetatable({}, mt).x).to_be(nil)
  end)

  it("of strings is shared by all of them", function()
    expect(("x").upper == string.upper, ("a"):rep(2)).to_be(true, "aa")
    expect(("x").nothing, ("x")[1]).to_be(nil, nil)
  end)

  it("is missing for numbers, booleans, functions and nil", function()
    expect(getmetatable(1), getmetatable(true), getmetatable(print)).to_be(nil, nil, nil)
    expect(getmetatable(nil)).to_be(nil)
  end)

  it("is hidden and kept by __metatable", function()
    local t = setmetatable({}, { __metatable = "private" })
    expect(getmetatable(t)).to_be("private")
    expect(setmetatable, t, {}).to_fail_with("cannot change a protected metatable")
    expect(getmetatable(setmetatable({}, { __metatable = false }))).to_be(false)
  end)

  it("may say that a table is weak", function()
    local t = setmetatable({}, { __mode = "kv" })
    local key = {}
    t[key] = 1
    expect(t[key], next(t)).to_be(1, key, 1)
  end)

  it("may have a finalizer", function()
    expect(type(setmetatable({}, { __gc = function() end }))).to_be("table")
  end)
end)

describe("__index", function()
  it("is called with the table and the key that is missing", function()
    local t
    t = setmetatable({ present = 1 }, { __index = function(self, key) return self == t and key end })
    expect(t.present, t.missing, t[7]).to_be(1, "missing", 7)
  end)

  it("gives one result", function()
    local t = setmetatable({}, { __index = function() return 1, 2 end })
    expect(t.x).to_be(1)
    local none = setmetatable({}, { __index = function() end })
    expect(none.x).to_be(nil)
  end)

  it("may be a table, which is indexed in turn", function()
    local base = setmetatable({ a = 1 }, { __index = { b = 2 } })
    local t = setmetatable({}, { __index = base })
    expect(t.a, t.b, t.c).to_be(1, 2, nil)
  end)

  it("may be a string, whose metatable has one", function()
    expect(setmetatable({}, { __index = "text" }).upper).to_be(string.upper)
  end)

  it("is not asked when the value is false", function()
    expect(setmetatable({ x = false }, { __index = { x = 1 } }).x).to_be(false)
  end)

  it("is asked for nil and NaN as keys", function()
    local t = setmetatable({}, { __index = function(_, key) return key == nil and "nil" or "nan" end })
    expect(t[nil], t[0 / 0]).to_be("nil", "nan")
  end)

  it("is asked for methods too", function()
    local class = { name = function(self) return self.n end }
    expect(setmetatable({ n = 5 }, { __index = class }):name()).to_be(5)
  end)

  it("fails if it is neither function nor to be indexed", function()
    expect("local t = setmetatable({}, {__index = 1}) return t.x").to_fail_with(
      "code:1: attempt to index a number value")
  end)

  it("fails if it never ends", function()
    expect([[
      local t = {}
      setmetatable(t, {__index = t})
      return t.x]]).to_fail_with("code:3: '__index' chain too long; possible loop")
  end)
end)

describe("__newindex", function()
  it("is called with table, key and value instead of the assignment", function()
    local log = {}
    local t = setmetatable({}, { __newindex = function(t, k, v) log = { t, k, v } end })
    t.x = 1
    expect(log[1] == t, log[2], log[3], rawget(t, "x")).to_be(true, "x", 1, nil)
  end)

  it("is not asked when the key is there", function()
    local t = setmetatable({ x = 1 }, { __newindex = function() error("asked") end })
    t.x = 2
    expect(t.x).to_be(2)
  end)

  it("is asked again for a key that was removed", function()
    local asked = 0
    local t = setmetatable({ x = 1 }, { __newindex = function() asked = asked + 1 end })
    t.x = nil
    t.x = 2
    expect(asked, t.x).to_be(1, nil)
  end)

  it("may be a table, which is assigned to instead", function()
    local store = {}
    local t = setmetatable({}, { __newindex = store })
    t.x = 1
    expect(store.x, rawget(t, "x")).to_be(1, nil)
  end)

  it("goes through the metamethods of that table", function()
    local last = {}
    local middle = setmetatable({}, { __newindex = last })
    setmetatable({}, { __newindex = middle }).x = 1
    expect(last.x, rawget(middle, "x")).to_be(1, nil)
  end)

  it("may set the field by rawset", function()
    local t = setmetatable({}, { __newindex = function(t, k, v) rawset(t, k, v * 2) end })
    t.x = 1
    t.x = 5
    expect(t.x).to_be(5)
  end)

  it("is asked for nil as a key", function()
    local key = 1
    local t = setmetatable({}, { __newindex = function(_, k) key = k end })
    t[nil] = 1
    expect(key).to_be(nil)
  end)

  it("fails if it never ends", function()
    expect([[
      local t = {}
      setmetatable(t, {__newindex = t})
      t.x = 1]]).to_fail_with("code:3: '__newindex' chain too long; possible loop")
  end)
end)

describe("__call", function()
  it("makes a table a function that gets it first", function()
    local t = setmetatable({}, { __call = function(self, ...) return self, ... end })
    expect(t(1, nil, 3)).to_be(t, 1, nil, 3)
    expect(t()).to_be(t)
  end)

  it("works for pcall and in tail position", function()
    local t = setmetatable({}, { __call = function(_, x) return x end })
    local function tail() return t(4) end
    expect(pcall(t, 3)).to_be(true, 3)
    expect(tail()).to_be(4)
  end)

  it("may itself be a table that can be called", function()
    local inner = setmetatable({}, { __call = function(_, outer, x) return type(outer), x end })
    expect(setmetatable({}, { __call = inner })(5)).to_be("table", 5)
  end)

  it("works for methods", function()
    local f = setmetatable({}, { __call = function(_, owner, x) return owner.n + x end })
    expect(({ n = 1, f = f }):f(2)).to_be(3)
  end)

  it("works for iterators", function()
    local step = setmetatable({}, { __call = function(_, last, i) return i < last and i + 1 or nil end })
    local sum = 0
    for i in step, 3, 0 do
      sum = sum + i
    end
    expect(sum).to_be(6)
  end)

  it("is missed by name", function()
    expect("local t = {} t()").to_fail_with("code:1: attempt to call a table value (local 't')")
    expect("local t = setmetatable({}, {}) t()").to_fail_with(
      "code:1: attempt to call a table value (local 't')")
  end)
end)

describe("__tostring and __name", function()
  it("say what tostring returns", function()
    expect(tostring(setmetatable({}, { __tostring = function() return "me" end }))).to_be("me")
    expect(tostring(setmetatable({}, { __name = "Point" }))).to_match("^Point: ")
  end)

  it("get the value", function()
    local t = setmetatable({ n = "x" }, { __tostring = function(self) return self.n end })
    expect(tostring(t), string.format("%s", t)).to_be("x", "x")
  end)

  it("must return a string", function()
    local t = setmetatable({}, { __tostring = function() return {} end })
    expect(tostring, t).to_fail_with("'__tostring' must return a string")
  end)

  it("give way: __tostring before __name", function()
    local mt = { __name = "Point", __tostring = function() return "text" end }
    expect(tostring(setmetatable({}, mt))).to_be("text")
  end)

  it("name the type in errors", function()
    expect([[
      local p = setmetatable({}, {__name = "Point"})
      return p + 1]]).to_fail_with(
      "code:2: attempt to perform arithmetic on a Point value (local 'p')")
    expect([[
      local p = setmetatable({}, {__name = "Point"})
      return math.floor(p)]]).to_fail_with(
      "code:2: bad argument #1 to 'floor' (number expected, got Point)")
  end)

  it("count only if the name is a string", function()
    expect(tostring(setmetatable({}, { __name = 7 }))).to_match("^table: ")
  end)
end)

describe("__pairs", function()
  it("gives pairs its three values", function()
    local t = setmetatable({}, { __pairs = function(self) return next, { x = 1 }, nil, "cut" end })
    expect(select("#", pairs(t))).to_be(3)
    for key, value in pairs(t) do
      expect(key, value).to_be("x", 1)
    end
  end)
end)
