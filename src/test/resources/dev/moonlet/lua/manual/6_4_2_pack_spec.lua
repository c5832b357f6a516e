-- 6.4.2: strings of bytes that hold values.

local function hex(text)
  return (text:gsub(".", function(c) return ("%02x"):format(c:byte()) end))
end
local function packed(...)
  return hex(string.pack(...))
end

describe("string.pack", function()
  it("packs integers of any size, little or big end first", function()
    expect(packed("<i4", 1), packed(">i4", 1), packed("<i2", -2), packed("<I1", 255)).to_be(
      "01000000", "00000001", "feff", "ff")
    expect(packed("<i3", 1), packed(">I3", 0x010203), packed("<i16", -1)).to_be(
      "010000", "010203", ("ff"):rep(16))
  end)

  it("knows C's types", function()
    expect(string.packsize("b"), string.packsize("B"), string.packsize("h")).to_be(1, 1, 2)
    expect(string.packsize("i"), string.packsize("l"), string.packsize("j")).to_be(4, 8, 8)
    expect(string.packsize("f"), string.packsize("d"), string.packsize("n"), string.packsize("T")).to_be(
      4, 8, 8, 8)
  end)

  it("packs floats", function()
    expect(packed("<d", 1.0), packed(">f", 1.0), packed("<n", -2)).to_be(
      "000000000000f03f", "3f800000", "00000000000000c0")
  end)

  it("packs strings of a fixed size, with their length, and with a zero", function()
    expect(packed("c5", "abc"), packed("s1", "abc"), packed("z", "abc")).to_be(
      "6162630000", "03616263", "61626300")
    expect(packed("<s4", "a"), packed("<s", "")).to_be("0100000061", "0000000000000000")
  end)

  it("pads", function()
    expect(packed("<i1 x i1", 1, 2), packed("<!4 i1 i4", 1, 2), packed("<!2 i1 i4", 1, 2)).to_be(
      "010002", "0100000002000000", "010002000000")
    expect(packed("<!4 i1 Xi4 i1", 1, 2)).to_be("0100000002")
  end)

  it("ignores spaces and goes on in the order of bytes it was told", function()
    expect(packed(" < i2 > i2 < i2 ", 1, 1, 1)).to_be("010000010100")
  end)

  it("refuses what does not fit", function()
    expect("string.pack('i1', 128)").to_fail_with("code:1: bad argument #2 to 'pack' (integer overflow)")
    expect("string.pack('I1', 256)").to_fail_with("code:1: bad argument #2 to 'pack' (unsigned overflow)")
    expect("string.pack('c2', 'abc')").to_fail_with(
      "code:1: bad argument #2 to 'pack' (string longer than given size)")
    expect("string.pack('z', 'a\\0b')").to_fail_with(
      "code:1: bad argument #2 to 'pack' (string contains zeros)")
    expect("string.pack('i17', 1)").to_fail_with("code:1: integral size (17) out of limits [1,16]")
    expect("string.pack('y', 1)").to_fail_with("code:1: invalid format option 'y'")
    expect("string.pack('i4')").to_fail_with(
      "code:1: bad argument #2 to 'pack' (number expected, got nil)")
  end)
end)

describe("string.unpack", function()
  it("gives what was packed, and where it stopped", function()
    expect(string.unpack("<i2 >i2 z s1 <d", string.pack("<i2 >i2 z s1 <d", -2, 3, "a", "bc", 0.5))).to_be(
      -2, 3, "a", "bc", 0.5, 18)
  end)

  it("tells signed and unsigned apart", function()
    expect(string.unpack("b", "\xff")).to_be(-1, 2)
    expect(string.unpack("B", "\xff")).to_be(255, 2)
    expect(string.unpack("<I8", ("\xff"):rep(8))).to_be(-1, 9)
  end)

  it("begins where it is told", function()
    expect(string.unpack("B", "\1\2\3", 2)).to_be(2, 3)
    expect(string.unpack("B", "\1\2\3", -1)).to_be(3, 4)
    expect("string.unpack('B', 'a', 3)").to_fail_with(
      "code:1: bad argument #3 to 'unpack' (initial position out of string)")
  end)

  it("refuses data that is too short or too large", function()
    expect("string.unpack('i4', 'abc')").to_fail_with(
      "code:1: bad argument #2 to 'unpack' (data string too short)")
    expect("string.unpack('z', 'abc')").to_fail_with(
      "code:1: bad argument #2 to 'unpack' (unfinished string for format 'z')")
    expect("string.unpack('<i9', ('\\xff'):rep(8) .. '\\1')").to_fail_like(
      "9%-byte integer does not fit into Lua Integer")
  end)
end)

describe("string.packsize", function()
  it("counts the padding", function()
    expect(string.packsize("!8 b d"), string.packsize("<i2 i4"), string.packsize("")).to_be(16, 6, 0)
  end)

  it("refuses what has no fixed size", function()
    expect("string.packsize('s')").to_fail_like("variable%-%a+ format")
    expect("string.packsize('z')").to_fail_like("variable%-%a+ format")
  end)
end)
