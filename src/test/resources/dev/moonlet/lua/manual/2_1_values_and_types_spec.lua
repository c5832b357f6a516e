-- 2.1: what values there are, and what becomes of them in variables and tables.

describe("types", function()
  it("have names", function()
    expect(type(nil)).to_be("nil")
    expect(type(false)).to_be("boolean")
    expect(type(1), type(1.5)).to_be("number", "number")
    expect(type("")).to_be("string")
    expect(type({})).to_be("table")
    expect(type(print), type(function() end)).to_be("function", "function")
  end)

  it("belong to values, not to variables", function()
    local value = 1
    value = "one"
    expect(type(value)).to_be("string")
  end)
end)

describe("nil and booleans", function()
  it("makes nil differ from any other value", function()
    expect(nil == false, nil == 0, nil == "").to_be(false, false, false)
  end)

  it("takes nil and false for false", function()
    expect(not nil, not false).to_be(true, true)
  end)

  it("takes all else for true", function()
    expect(not 0, not 0.0, not "", not {}, not (0 / 0)).to_be(false, false, false, false, false)
  end)
end)

describe("numbers", function()
  it("are integers or floats", function()
    expect(math.type(1), math.type(1.0), math.type("1")).to_be("integer", "float", nil)
  end)

  it("have integers of 64 bits", function()
    expect(math.maxinteger).to_be(9223372036854775807)
    expect(math.mininteger).to_be(-9223372036854775807 - 1)
  end)

  it("wrap integers around", function()
    local one, most, least = 1, math.maxinteger, math.mininteger
    expect(most + one).to_be(least)
    expect(least - one).to_be(most)
    expect(most * 2).to_be(-2)
    expect(-least).to_be(least)
  end)

  it("have floats of double precision", function()
    expect(2.0 ^ 53 + 1.0).to_be(2.0 ^ 53)
    expect(0.1 + 0.2 == 0.3).to_be(false)
    expect(1e308 * 10).to_be(math.huge)
  end)

  it("have a NaN that is not equal to itself", function()
    local nan = 0 / 0
    expect(nan == nan, nan ~= nan).to_be(false, true)
    expect(nan < nan, nan > nan, nan <= nan, nan >= nan).to_be(false, false, false, false)
  end)

  it("have two zeros that are equal", function()
    local zero, negative = 0.0, -0.0
    expect(zero == negative, 1 / zero, 1 / negative).to_be(true, math.huge, -math.huge)
  end)

  it("are equal across the two kinds when they are mathematically", function()
    expect(1 == 1.0, -0.0 == 0, math.maxinteger == 2 ^ 63).to_be(true, true, false)
    expect(math.mininteger == -2 ^ 63).to_be(true)
  end)
end)

describe("strings", function()
  it("hold any byte, zeros too", function()
    local text = "a\0b\255"
    expect(#text, text:byte(2), text:byte(4)).to_be(4, 0, 255)
    expect(text == "a\0b\255", text == "a\0c\255").to_be(true, false)
  end)

  it("count bytes, whatever they encode", function()
    expect(#"ä", #"日本").to_be(2, 6)
  end)

  it("keep bytes that are no UTF-8", function()
    expect(("\xff\xfe\x80"):byte(1, -1)).to_be(255, 254, 128)
  end)

  it("are equal by what they hold", function()
    local a = "a"
    expect(("a" .. a) == "aa", a .. "b" == "ab").to_be(true, true)
  end)

  it("can't be changed", function()
    local text = "abc"
    expect(text:upper(), text).to_be("ABC", "abc")
    expect("local s = 'abc' s.x = 1").to_fail_with(
      "code:1: attempt to index a string value (local 's')")
  end)
end)

describe("functions", function()
  it("are values", function()
    local function twice(f, x)
      return f(f(x))
    end
    expect(twice(function(x) return x + 1 end, 1)).to_be(3)
    expect({ print }).to_equal({ print })
  end)
end)

describe("tables", function()
  it("take any value for a key but nil and NaN", function()
    local key = {}
    local t = { [true] = 1, [1.5] = 2, x = 3, [key] = 4, [print] = 5, [false] = 6, [""] = 7 }
    expect(t[true], t[1.5], t.x, t[key], t[print], t[false], t[""]).to_be(1, 2, 3, 4, 5, 6, 7)
  end)

  it("refuse nil and NaN as keys", function()
    expect("local t = {} t[nil] = 1").to_fail_with("code:1: table index is nil")
    expect("local t = {} t[0/0] = 1").to_fail_with("code:1: table index is NaN")
    expect("local k return {[k] = 1}").to_fail_with("code:1: table index is nil")
  end)

  it("find nothing under nil and NaN", function()
    local t = { 1 }
    expect(t[nil], t[0 / 0]).to_be(nil, nil)
  end)

  it("do not hold nil", function()
    local t = { x = nil, 1, nil, 3 }
    local count = 0
    for _ in pairs(t) do
      count = count + 1
    end
    expect(count).to_be(2)
  end)

  it("lose a field to which nil is assigned", function()
    local t = { x = 1 }
    t.x = nil
    expect(next(t)).to_be(nil)
  end)

  it("may hold values of all types", function()
    expect({ 1, "x", { y = {} }, 1.5, false }).to_equal({ 1, "x", { y = {} }, 1.5, false })
  end)

  it("take a float with an integer's value for the integer", function()
    local t = {}
    t[1.0] = "a"
    t[2 ^ 53] = "b"
    t[-0.0] = "c"
    expect(t[1], t[1 << 53], t[0]).to_be("a", "b", "c")
    for key in pairs(t) do
      expect(math.type(key)).to_be("integer")
    end
  end)

  it("keep floats as keys that no integer has the value of", function()
    local t = { [2 ^ 63] = "big", [math.huge] = "endless", [-math.huge] = "deep" }
    expect(t[2 ^ 63], t[math.huge], t[-math.huge]).to_be("big", "endless", "deep")
    expect(t[math.maxinteger], t[math.mininteger]).to_be(nil, nil)
  end)

  it("tell numbers from strings", function()
    local t = { [1] = "number", ["1"] = "string" }
    expect(t[1], t["1"]).to_be("number", "string")
  end)

  it("find fields by a name and by its string", function()
    local t = { x = 1 }
    t["y"] = 2
    expect(t["x"], t.y).to_be(1, 2)
  end)

  it("find keys by identity, without metamethods", function()
    local mt = { __eq = function() return true end }
    local one, other = setmetatable({}, mt), setmetatable({}, mt)
    local t = { [one] = 1 }
    expect(one == other, t[one], t[other]).to_be(true, 1, nil)
  end)
end)

describe("references", function()
  it("are what variables hold of tables and functions", function()
    local a = {}
    local b = a
    b.x = 1
    expect(a.x, a == b, a == {}).to_be(1, true, false)
  end)

  it("are what is passed and returned", function()
    local function set(t)
      t.x = 1
      return t
    end
    local t = {}
    expect(set(t) == t, t.x).to_be(true, 1)
  end)

  it("make each closure a value of its own", function()
    local n = 0
    local function make()
      return function() n = n + 1 return n end
    end
    expect(make() == make()).to_be(false)
  end)
end)
