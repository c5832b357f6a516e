-- 6.6: table manipulation.

describe("table.concat", function()
  it("joins strings and numbers", function()
    expect(table.concat({ "a", 1, 2.5 }), table.concat({ 1, 2, 3 }, ", "), table.concat({})).to_be(
      "a12.5", "1, 2, 3", "")
  end)

  it("joins a part", function()
    local t = { "a", "b", "c" }
    expect(table.concat(t, "-", 2), table.concat(t, "-", 2, 2), table.concat(t, "-", 3, 2)).to_be(
      "b-c", "b", "")
  end)

  it("respects metamethods", function()
    local t = setmetatable({}, { __len = function() return 3 end, __index = function(_, i) return i * 2 end })
    expect(table.concat(t, ",")).to_be("2,4,6")
  end)

  it("refuses other values", function()
    expect("table.concat({1, {}, 3})").to_fail_with(
      "code:1: invalid value (table) at index 2 in table for 'concat'")
    expect("table.concat({}, '', 1, 1)").to_fail_with(
      "code:1: invalid value (nil) at index 1 in table for 'concat'")
    expect("table.concat(1)").to_fail_with(
      "code:1: bad argument #1 to 'concat' (table expected, got number)")
  end)
end)

describe("table.insert", function()
  it("appends, or makes room", function()
    local t = { "a", "c" }
    table.insert(t, "d")
    table.insert(t, 2, "b")
    table.insert(t, 1, "_")
    table.insert(t, 6, "e")
    expect(t).to_equal({ "_", "a", "b", "c", "d", "e" })
  end)

  it("returns nothing", function()
    expect(table.insert({}, 1)).to_be()
  end)

  it("respects metamethods", function()
    local log = {}
    local t = setmetatable({}, { __len = function() return 4 end, __newindex = function(_, k) log[1] = k end })
    table.insert(t, "x")
    expect(log[1]).to_be(5)
  end)

  it("keeps to the list", function()
    expect("table.insert({1, 2}, 4, 0)").to_fail_with(
      "code:1: bad argument #2 to 'insert' (position out of bounds)")
    expect("table.insert({1, 2}, 0, 0)").to_fail_with(
      "code:1: bad argument #2 to 'insert' (position out of bounds)")
    expect("table.insert({1})").to_fail_with("code:1: wrong number of arguments to 'insert'")
    expect("table.insert({1}, 1, 2, 3)").to_fail_with("code:1: wrong number of arguments to 'insert'")
  end)
end)

describe("table.remove", function()
  it("takes the last, or closes the gap", function()
    local t = { "a", "b", "c", "d" }
    expect(table.remove(t), table.remove(t, 1), table.remove(t, 2)).to_be("d", "a", "c")
    expect(t).to_equal({ "b" })
  end)

  it("of an empty list gives nil", function()
    expect(table.remove({}), table.remove({}, 0), table.remove({}, 1)).to_be(nil, nil, nil)
  end)

  it("may take what is just behind the list", function()
    expect(table.remove({ 1, 2 }, 3)).to_be(nil)
    expect(table.remove({ [0] = "zero" }, 0)).to_be("zero")
  end)

  it("keeps to the list", function()
    expect("table.remove({1, 2}, 4)").to_fail_with(
      "code:1: bad argument #1 to 'remove' (position out of bounds)")
    expect("table.remove({1, 2}, -1)").to_fail_with(
      "code:1: bad argument #1 to 'remove' (position out of bounds)")
  end)
end)

describe("table.move", function()
  it("copies items within a table, over one another too", function()
    expect(table.move({ 1, 2, 3 }, 1, 3, 2)).to_equal({ 1, 1, 2, 3 })
    expect(table.move({ 1, 2, 3 }, 2, 3, 1)).to_equal({ 2, 3, 3 })
    expect(table.move({ 1, 2, 3 }, 2, 1, 5)).to_equal({ 1, 2, 3 })
  end)

  it("copies to another table, and returns it", function()
    local to = { "x" }
    expect(table.move({ 1, 2 }, 1, 2, 2, to)).to_be(to)
    expect(to).to_equal({ "x", 1, 2 })
  end)

  it("refuses what wraps around", function()
    expect("table.move({}, 1, math.maxinteger, 2)").to_fail_with(
      "code:1: bad argument #4 to 'move' (destination wrap around)")
    expect("table.move({}, math.mininteger, 1, 1)").to_fail_with(
      "code:1: bad argument #3 to 'move' (too many elements to move)")
  end)
end)

describe("table.pack and table.unpack", function()
  it("keep nil and the count", function()
    local t = table.pack(1, nil, 3, nil)
    expect(t.n, t[1], t[2], t[3]).to_be(4, 1, nil, 3)
    expect(table.unpack(t, 1, t.n)).to_be(1, nil, 3, nil)
    expect(table.pack().n).to_be(0)
  end)

  it("give a part", function()
    expect(table.unpack({ "a", "b", "c" }, 2)).to_be("b", "c")
    expect(table.unpack({ "a", "b", "c" }, 2, 2)).to_be("b")
    expect(table.unpack({ "a" }, 2)).to_be()
    expect(table.unpack({ [-1] = "x", [0] = "y" }, -1, 0)).to_be("x", "y")
    expect(table.unpack({}, math.maxinteger, math.maxinteger)).to_be(nil)
  end)

  it("respect metamethods", function()
    local t = setmetatable({}, { __len = function() return 2 end, __index = function(_, i) return i * 2 end })
    expect(table.unpack(t)).to_be(2, 4)
  end)

  it("refuse what is too much", function()
    expect("table.unpack({}, 1, 1e8)").to_fail_with("code:1: too many results to unpack")
    expect("table.unpack({}, math.mininteger, math.maxinteger)").to_fail_with(
      "code:1: too many results to unpack")
  end)
end)

describe("table.sort", function()
  it("orders by <", function()
    local t = { 3, 1, 2.5, -1, 10 }
    table.sort(t)
    expect(t).to_equal({ -1, 1, 2.5, 3, 10 })
    local words = { "pear", "Apple", "fig", "apple" }
    table.sort(words)
    expect(words).to_equal({ "Apple", "apple", "fig", "pear" })
  end)

  it("orders as it is told", function()
    local t = { 3, 1, 2 }
    table.sort(t, function(a, b) return a > b end)
    expect(t).to_equal({ 3, 2, 1 })
  end)

  it("orders many", function()
    local t = {}
    for i = 1, 1000 do t[i] = (i * 7919) % 1009 end
    table.sort(t)
    local sorted = true
    for i = 2, #t do sorted = sorted and t[i - 1] <= t[i] end
    expect(sorted).to_be(true)
  end)

  it("orders what has __lt", function()
    local mt = { __lt = function(a, b) return a.n < b.n end }
    local t = {}
    for i, n in ipairs({ 2, 3, 1 }) do t[i] = setmetatable({ n = n }, mt) end
    table.sort(t)
    expect(t[1].n, t[2].n, t[3].n).to_be(1, 2, 3)
  end)

  it("returns nothing, and takes lists of none and one", function()
    expect(table.sort({})).to_be()
    expect(table.sort({ 1 })).to_be()
  end)

  it("refuses what can't be compared", function()
    expect("table.sort({1, 'x'})").to_fail_like("attempt to compare .- with ")
    expect("table.sort({1, 2}, 1)").to_fail_with(
      "code:1: bad argument #2 to 'sort' (function expected, got number)")
  end)

  it("passes errors of the comparison on", function()
    expect(table.sort, { 1, 2 }, function() error("mine", 0) end).to_fail_with("mine")
  end)

  it("may find out that the comparison contradicts itself", function()
    expect("table.sort({3, 1, 2, 5, 4}, function() return true end)").to_fail_with(
      "code:1: invalid order function for sorting")
  end)
end)
