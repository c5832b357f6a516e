-- 3.4.10 and 3.4.11: calls and definitions of functions.

local function count(...) return select("#", ...) end

describe("a call", function()
  it("passes arguments to parameters and adjusts them", function()
    local function f(a, b) return a, b end
    expect(f()).to_be(nil, nil)
    expect(f(1)).to_be(1, nil)
    expect(f(1, 2, 3)).to_be(1, 2)
  end)

  it("evaluates the arguments from left to right, before it is made", function()
    local log = {}
    local function note(x) log[#log + 1] = x return x end
    note(note("a") .. note("b"))
    expect(log).to_equal({ "a", "b", "ab" })
  end)

  it("may have a string or a table without parentheses", function()
    local function kind(x) return type(x) end
    expect(kind "x", kind 'x', kind [[x]], kind { 1 }).to_be("string", "string", "string", "table")
    expect(type "x" :upper()).to_be("STRING")
  end)

  it("can be chained", function()
    local function adder(a) return function(b) return function(c) return a + b + c end end end
    expect(adder(1)(2)(3)).to_be(6)
  end)

  it("of a method passes its object", function()
    local object = { n = 1 }
    function object:add(x) return self.n + x end
    function object.static(x) return x end
    expect(object:add(2), object.add(object, 2), object.static(5)).to_be(3, 3, 5)
  end)

  it("of a method evaluates the object once", function()
    local calls = 0
    local function object() calls = calls + 1 return { f = function() return "f" end } end
    expect(object():f(), calls).to_be("f", 1)
  end)

  it("takes many arguments", function()
    local values = {}
    for i = 1, 250 do values[i] = i end
    expect(count(table.unpack(values))).to_be(250)
    expect(count(table.unpack(values, 1, 100000))).to_be(100000)
  end)

  it("of something else names it", function()
    expect("local x x()").to_fail_with("code:1: attempt to call a nil value (local 'x')")
    expect("local x (function() x() end)()").to_fail_like("^code:1: ")
    expect("local x; return (function() return x() end)()").to_fail_with(
      "code:1: attempt to call a nil value (upvalue 'x')")
    expect("nothing()").to_fail_with("code:1: attempt to call a nil value (global 'nothing')")
    expect("local t = {} t.f()").to_fail_with("code:1: attempt to call a nil value (field 'f')")
    expect("local t = {} t:f()").to_fail_with("code:1: attempt to call a nil value (method 'f')")
    expect("local t = {{}} t[1]()").to_fail_like("^code:1: attempt to call a table value")
    expect("local function f() end f()()").to_fail_with("code:1: attempt to call a nil value")
  end)

  it("of something else fails after its arguments were evaluated", function()
    local evaluated
    local function argument() evaluated = true end
    pcall(function() local f f(argument()) end)
    expect(evaluated).to_be(true)
  end)

  it("fails at its own line", function()
    expect("local x\n\nx(\n1\n)").to_fail_with("code:3: attempt to call a nil value (local 'x')")
  end)
end)

describe("a tail call", function()
  it("takes no stack", function()
    local function loop(n)
      if n == 0 then return "done" end
      return loop(n - 1)
    end
    expect(loop(1000000)).to_be("done")
  end)

  it("takes none among several functions and methods", function()
    local object = {}
    local function even(n) if n == 0 then return true end return object:odd(n - 1) end
    function object:odd(n) if n == 0 then return false end return even(n - 1) end
    expect(even(300001)).to_be(false)
  end)

  it("takes none with varargs", function()
    local function loop(n, ...)
      if n == 0 then return ... end
      return loop(n - 1, ...)
    end
    expect(loop(300000, 1, nil, 3)).to_be(1, nil, 3)
  end)

  it("gives all results", function()
    local function three() return 1, nil, 3 end
    local function tail() return three() end
    expect(tail()).to_be(1, nil, 3)
  end)

  it("is none in parentheses or in an expression", function()
    local function two() return 1, 2 end
    local function single() return (two()) end
    local function both() return two(), 5 end
    expect(single()).to_be(1)
    expect(both()).to_be(1, 5)
  end)

  it("leaves its function out of positions", function()
    local text = "local function f() error('x', 2) end\nlocal function g()\nreturn f()\nend\ng()"
    expect(text).to_fail_with("x")
  end)

  it("of a library function leaves it in", function()
    expect("local function f()\nreturn error('x')\nend\nf()").to_fail_with("code:2: x")
    expect("local function f()\nreturn math.floor('x')\nend\nf()").to_fail_with(
      "code:2: bad argument #1 to 'floor' (number expected, got string)")
    expect("local f = setmetatable({}, {__call = function(_, ...) return error(...) end})\nreturn f('x')")
      .to_fail_with("code:1: x")
  end)

  it("of something else names it", function()
    expect("local x; return x()").to_fail_with("code:1: attempt to call a nil value (local 'x')")
    expect("local t = {} return t.f()").to_fail_with("code:1: attempt to call a nil value (field 'f')")
  end)
end)

describe("deep calls", function()
  it("are possible", function()
    local function depth(n) if n == 0 then return 0 end return 1 + depth(n - 1) end
    expect(depth(5000)).to_be(5000)
  end)

  it("without an end are an error", function()
    expect("local function f() return 1 + f() end f()").to_fail_like("^code:1: stack overflow")
  end)
end)

describe("a function definition", function()
  it("is a value", function()
    local f = function(x) return x * 2 end
    expect(f(4), (function() return 5 end)()).to_be(8, 5)
  end)

  it("may be local, and know itself", function()
    local function factorial(n) return n <= 1 and 1 or n * factorial(n - 1) end
    expect(factorial(10)).to_be(3628800)
  end)

  it("does not know itself as the value of a local", function()
    local f = function() return f end
    expect(f()).to_be(nil)
  end)

  it("may be of a field, deep in tables", function()
    local a = { b = { c = {} } }
    function a.b.c.f(x) return x end
    function a.b.c:g(x) return self == a.b.c, x end
    expect(a.b.c.f(1)).to_be(1)
    expect(a.b.c:g(2)).to_be(true, 2)
  end)

  it("may be global", function()
    function spec_global() return 1 end
    expect(_G.spec_global()).to_be(1)
    spec_global = nil
  end)

  it("names what can't be indexed", function()
    expect("function nothing.f() end").to_fail_with(
      "code:1: attempt to index a nil value (global 'nothing')")
  end)

  it("has parameters of its own", function()
    local function f(a, a2) a = a + 1 return a, a2 end
    local a = 1
    expect(f(a, 2)).to_be(2, 2)
    expect(a).to_be(1)
  end)

  it("must end", function()
    expect("function f()").to_fail_with("code:1: 'end' expected near <eof>")
    expect("\nfunction f()\n\n").to_fail_with(
      "code:4: 'end' expected (to close 'function' at line 2) near <eof>")
    expect("function f(a,) end").to_fail_with("code:1: <name> or '...' expected near ')'")
    expect("function f(..., a) end").to_fail_with("code:1: ')' expected near ','")
    expect("function () end").to_fail_with("code:1: <name> expected near '('")
    expect("f(1").to_fail_with("code:1: ')' expected near <eof>")
  end)
end)

describe("varargs", function()
  it("are all arguments beyond the parameters", function()
    local function rest(a, b, ...) return ... end
    expect(rest(1)).to_be()
    expect(rest(1, 2, 3, nil)).to_be(3, nil)
  end)

  it("keep nil and count", function()
    expect(count(), count(nil), count(nil, nil), count(1, nil)).to_be(0, 1, 2, 2)
  end)

  it("are adjusted like results", function()
    local function f(...)
      local a, b = ...
      return b, a
    end
    expect(f(1)).to_be(nil, 1)
    expect(f(1, 2, 3)).to_be(2, 1)
  end)

  it("are not changed by parameters", function()
    local function f(a, ...)
      a = 10
      local t = { ... }
      t[1] = "changed"
      return a, ...
    end
    expect(f(1, 2)).to_be(10, 2)
  end)

  it("are the function's own", function()
    expect("function f(...) return function() return ... end end").to_fail_with(
      "code:1: cannot use '...' outside a vararg function near '...'")
  end)
end)

describe("a closure", function()
  it("shares locals with others", function()
    local function counter()
      local n = 0
      return function() n = n + 1 return n end, function() return n end
    end
    local step, get = counter()
    step()
    step()
    expect(get()).to_be(2)
    local _, other = counter()
    expect(other()).to_be(0)
  end)

  it("reaches locals of all functions around it", function()
    local a = 1
    local function outer(b)
      return function(c)
        return function(d)
          a = a + 1
          return a + b + c + d
        end
      end
    end
    expect(outer(10)(100)(1000), a).to_be(1112, 2)
  end)

  it("keeps parameters that change", function()
    local function make(n)
      n = n + 1
      return function() n = n + 1 return n end
    end
    local f = make(1)
    f()
    expect(f()).to_be(4)
  end)
end)
