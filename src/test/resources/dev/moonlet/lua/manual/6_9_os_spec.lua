-- 6.9: the time. Nothing here depends on the time zone.

describe("os.time", function()
  it("gives whole seconds", function()
    expect(math.type(os.time())).to_be("integer")
  end)

  it("takes a date apart and together again", function()
    local date = { year = 2024, month = 5, day = 6, hour = 7, min = 8, sec = 9 }
    local again = os.date("*t", os.time(date))
    expect(again.year, again.month, again.day, again.hour, again.min, again.sec).to_be(2024, 5, 6, 7, 8, 9)
    expect(again.wday, again.yday).to_be(2, 127)
  end)

  it("counts noon if no hour is given", function()
    local noon = os.time({ year = 2024, month = 1, day = 1, hour = 12 })
    expect(os.time({ year = 2024, month = 1, day = 1 })).to_be(noon)
  end)

  it("makes a proper date of one that is not, and puts it into the table", function()
    local date = { year = 2023, month = 14, day = -3, hour = 12 }
    os.time(date)
    expect(date.year, date.month, date.day).to_be(2024, 1, 28)
  end)

  it("needs year, month and day as integers", function()
    expect("os.time({month = 1, day = 1})").to_fail_with("code:1: field 'year' missing in date table")
    expect("os.time({year = 2024, day = 1})").to_fail_with("code:1: field 'month' missing in date table")
    expect("os.time({year = 'x', month = 1, day = 1})").to_fail_with(
      "code:1: field 'year' is not an integer")
    expect("os.time({year = 1 << 60, month = 1, day = 1})").to_fail_with(
      "code:1: field 'year' is out-of-bound")
  end)
end)

describe("os.date", function()
  it("shows a time in UTC behind an exclamation mark", function()
    expect(os.date("!%Y-%m-%d %H:%M:%S", 0)).to_be("1970-01-01 00:00:00")
    expect(os.date("!%Y-%m-%dT%H:%M:%S", 1e9)).to_be("2001-09-09T01:46:40")
  end)

  it("knows C's conversions", function()
    expect(os.date("!%a %A %b %B %d %j %p %I %y %%", 0)).to_be(
      "Thu Thursday Jan January 01 001 AM 12 70 %")
    expect(os.date("!%F %T %D %R %e %u %w", 0)).to_be("1970-01-01 00:00:00 01/01/70 00:00  1 4 4")
    expect(os.date("!%c", 0), os.date("!%x %X", 0)).to_be("Thu Jan  1 00:00:00 1970", "01/01/70 00:00:00")
  end)

  it("gives a table for *t", function()
    expect(os.date("!*t", 0)).to_equal({
      year = 1970, month = 1, day = 1, hour = 0, min = 0, sec = 0, wday = 5, yday = 1, isdst = false,
    })
  end)

  it("knows no other conversions", function()
    expect("os.date('%Ez', 0)").to_fail_with(
      "code:1: bad argument #1 to 'date' (invalid conversion specifier '%Ez')")
    expect("os.date('%', 0)").to_fail_with(
      "code:1: bad argument #1 to 'date' (invalid conversion specifier '%')")
  end)

  it("needs whole seconds", function()
    expect("os.date('%Y', 1.5)").to_fail_with(
      "code:1: bad argument #2 to 'date' (number has no integer representation)")
  end)
end)

describe("os.difftime and os.clock", function()
  it("give seconds as floats", function()
    expect(os.difftime(10, 4), math.type(os.clock())).to_be(6.0, "float")
  end)

  it("do not go back", function()
    local before = os.clock()
    expect(os.clock() >= before).to_be(true)
  end)
end)
