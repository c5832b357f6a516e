-- What is left out of Lua 5.4, and what is added, on purpose. lua5.4 does not pass this.

local function names(library)
  local list = {}
  for name in pairs(library) do list[#list + 1] = name end
  table.sort(list)
  return table.concat(list, " ")
end

describe("what reaches outside", function()
  it("is left out", function()
    expect(io, package, dofile, loadfile).to_be(nil, nil, nil, nil)
    expect(names(os)).to_be("clock date difftime time")
    expect(names(debug)).to_be("traceback")
  end)

  it("is the code of functions too", function()
    expect(string.dump).to_be(nil)
    expect(load("\27Lua", "=code", "bt")).to_be(
      nil, "attempt to load a binary chunk (mode is 't')")
  end)
end)

describe("what Lua 5.1 to 5.3 had", function()
  it("is there where scripts use it", function()
    expect(unpack({ 1, 2 })).to_be(1, 2)
    expect(loadstring("return 1")()).to_be(1)
    expect(table.getn({ 1, 2 }), table.maxn({ [10] = 1, [2.5] = 1 })).to_be(2, 10)
  end)

  it("is there of math", function()
    expect(math.pow(2, 3), math.log10(1000), math.atan2(0, 1), math.ldexp(0.5, 3)).to_be(
      8.0, 3.0, 0.0, 4.0)
    expect(math.frexp(8)).to_be(0.5, 4)
    expect(math.cosh(0), math.sinh(0), math.tanh(0)).to_be(1.0, 0.0, 0.0)
  end)

  it("is not there where it can't be had", function()
    expect(setfenv, getfenv, module, table.foreach, string.gfind).to_be(nil, nil, nil, nil, nil)
  end)
end)

describe("bit32", function()
  it("works on 32 bits without sign", function()
    expect(bit32.band(0xF0, 0x3C), bit32.bor(1, 2), bit32.bxor(5, 1), bit32.bnot(0)).to_be(
      0x30, 3, 4, 0xffffffff)
    expect(bit32.lshift(1, 31), bit32.rshift(-1, 28), bit32.arshift(0x80000000, 4)).to_be(
      0x80000000, 15, 0xf8000000)
    expect(bit32.lrotate(0x80000001, 1), bit32.rrotate(1, 1)).to_be(3, 0x80000000)
    expect(bit32.extract(0xABCD, 4, 8), bit32.replace(0, 0xF, 4, 4), bit32.btest(1, 3)).to_be(
      0xBC, 0xF0, true)
  end)
end)

describe("strings", function()
  it("share a metatable that nobody reaches", function()
    expect(getmetatable("")).to_be(false)
  end)
end)

describe("garbage", function()
  it("is not collected by scripts", function()
    local weak = setmetatable({ {} }, { __mode = "v" })
    expect(collectgarbage(), #weak, collectgarbage("count")).to_be(0, 1, 0.0)
  end)
end)
