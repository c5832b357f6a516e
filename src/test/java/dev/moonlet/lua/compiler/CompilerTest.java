package dev.moonlet.lua.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What compiled scripts do; every expectation is what C Lua 5.4 prints. */
class CompilerTest {

    @TestFactory
    Stream<DynamicTest> printsWhatLuaPrints() {
        return Stream.of(CASES.strip().split("\n====\n", -1)).map(CompilerTest::test);
    }

    @Test
    void takesNoStackForTailCalls() {
        assertThat(
                        Lua.output(
                                """
                                local even, odd
                                function even(n) if n == 0 then return true end return odd(n - 1) end
                                function odd(n) if n == 0 then return false end return even(n - 1) end
                                print(even(1000000))
                                """))
                .isEqualTo("true\n");
    }

    @Test
    void runsAFunctionThatIsTooLargeForOneMethod() {
        StringBuilder script = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            script.append("local f").append(i % 100).append(" = function(x) a = a + x end\n");
            script.append("do local y = a; if y > %d then a = a - y end end\n".formatted(i));
            script.append("f").append(i % 100).append("(").append(i).append(")\n");
            if (i % 100 == 99) {
                script.append("do end\n");
            }
        }
        String blocks = script.toString().replace("do end\n", "end do\n");
        assertThat(Lua.output("local a = 0\ndo\n" + blocks + "end\nprint('done')\n"))
                .isEqualTo("done\n");
    }

    @Test
    void runsAConstructorOfAHundredThousandItems() {
        StringBuilder items = new StringBuilder();
        for (int i = 1; i <= 100_000; i++) {
            items.append(i % 2 == 0 ? "{ n = " + i + " }" : Integer.toString(i)).append(",\n");
        }
        assertThat(
                        Lua.output(
                                "local t = {\n"
                                        + items
                                        + "(function() return 'x', 'y' end)() }\n"
                                        + "print(#t, t[1], t[100000].n, t[100001], t[100002])"))
                .isEqualTo("100002\t1\t100000\tx\ty\n");
    }

    private static DynamicTest test(String text) {
        String[] parts = text.split("\n--\n", -1);
        String script = parts[0];
        return DynamicTest.dynamicTest(
                script.lines().findFirst().orElse("").replaceFirst("^-- ", ""),
                () -> assertThat(Lua.output(script)).isEqualTo(parts[1] + "\n"));
    }

    private static final String CASES =
            """
            -- arithmetic keeps integers and floats apart
            print(1 + 2, 1 + 2.0, 7 // 2, 7.0 // 2, 7 / 2, 2 ^ 3, 7 % -3, -7 % 3, 5.5 % -2)
            print(1 // 0.0, -1 // 0.0, 1 == 1.0, "10" + 5, "0x10" * 1, 10 .. 20)
            print(9223372036854775807 + 1, -9223372036854775808 // -1, 5 // -2, -5 // 2)
            --
            3\t3.0\t3\t3.0\t3.5\t8.0\t-2\t2\t-0.5
            inf\t-inf\ttrue\t15\t16\t1020
            -9223372036854775808\t9.2233720368548e+18\t-3\t-3
            ====
            -- bits wrap and shift out
            print(0xF0 | 0x0F, 0xFF & 0x3C, 5 ~ 1, ~0, 1 << 63, 1 << 64, -1 >> 60, 2 >> -2, 3.0 | 4)
            --
            255\t60\t4\t-1\t-9223372036854775808\t0\t15\t8\t7
            ====
            -- locals of numbers stay numbers
            local i, x = 0, 0.5
            for k = 1, 3 do i = i + k; x = x * 2 end
            print(i, x, i / 2, i // 2, -x, i < x, i == 6)
            --
            6\t4.0\t3.0\t3\t-4.0\tfalse\ttrue
            ====
            -- what begins as something else may become a number
            local function f(a, b, c, ...)
              if not a then a = 1.5 end
              if not b then b = 2 else b = 3 end
              local function g() end
              g = 7
              return a, b, g, a + b
            end
            print(f()) print(f("4", true, nil)) print((function(n) n = n and 8 n = 9 return n end)())
            --
            1.5\t2\t7\t3.5
            4\t3\t7\t7
            9
            ====
            -- loops count up, down, over floats, and not at all
            for i = 3, 1, -1 do print(i) end
            for i = 1, 0 do print("never") end
            for x = 1.0, 2, 0.5 do print(x) end
            for i = 9223372036854775806, 9223372036854775807 do print(i) end
            local n = "3"
            for i = 2, n do print(i) end
            --
            3
            2
            1
            1.0
            1.5
            2.0
            9223372036854775806
            9223372036854775807
            2
            3
            ====
            -- closures share what changes and have what does not
            local f = {}
            for i = 1, 3 do local j = i; f[i] = function() j = j + 1 return i, j end end
            print(f[1]()) print(f[1]()) print(f[2]())
            local function counter() local n = 0 return function() n = n + 1 return n end end
            local a, b = counter(), counter()
            print(a(), a(), b())
            --
            1\t2
            1\t3
            2\t3
            1\t2\t1
            ====
            -- values come in lists
            local function three() return 1, 2, 3 end
            local t = { three(), three() }
            print(#t, three(), (three()))
            local a, b, c, d = 0, three()
            print(a, b, c, d)
            print(select("#", three(), nil), select(2, "a", "b", "c"))
            a, b = b, a
            print(a, b)
            local function tail(...) return select("#", ...), ... end
            print(tail(nil, nil))
            --
            4\t1\t1
            0\t1\t2\t3
            2\tb\tc
            1\t0
            2\tnil\tnil
            ====
            -- goto leaves and repeats
            for i = 1, 3 do
              for j = 1, 3 do
                if j == 2 then goto continue end
                print(i, j)
                if i == 2 then goto done end
                ::continue::
              end
            end
            ::done::
            do local n = 1 ::top:: if n <= 2 then print("n", n) n = n + 1 goto top end end
            --
            1\t1
            1\t3
            2\t1
            n\t1
            n\t2
            ====
            -- logic takes the value that decides
            print(nil and 1, false or "b", 1 and 2, nil or false, not nil, not 0)
            local x = 5
            print(x > 3 and "big" or "small", x > 3 and x < 9, not (x == 5))
            --
            nil\tb\t2\tfalse\ttrue\tfalse
            big\ttrue\tfalse
            ====
            -- a choice may be between functions and anything else
            local function f(g) g = g or function() return "default" end return g() end
            print(f(), f(function() return "given" end))
            local h = f and function() return 1 end or function() return 2 end
            local t = { k = nil or function() return 3 end or 4 }
            print(h(), t.k())
            --
            default\tgiven
            1\t3
            ====
            -- metamethods answer for tables
            local mt = { __index = function(_, k) return k .. "!" end, __call = function(_, a) return "called", a end,
              __add = function() return "add" end, __eq = function() return true end, __lt = function() return true end,
              __len = function() return 7 end, __concat = function() return "cat" end, __unm = function() return "neg" end }
            local a, b = setmetatable({}, mt), setmetatable({}, mt)
            print(a.x, a + 1, 1 + a, a == b, a < b, #a, a .. "x", 1 .. a, -a)
            print(a(3))
            local log = setmetatable({}, { __newindex = function(t, k, v) print("set", k, v) end })
            log.x = 1
            --
            x!\tadd\tadd\ttrue\ttrue\t7\tcat\tcat\tneg
            called\t3
            set\tx\t1
            ====
            -- what is declared to be closed is closed on every way out
            local function closing(name)
              return setmetatable({}, { __close = function(_, e) print("close", name, e) end })
            end
            do local a <close> = closing("a"); local b <close> = closing("b"); print("in") end
            local function f() local c <close> = closing("c"); return "result" end
            print(f())
            for i = 1, 2 do local d <close> = closing("d"); if i == 1 then goto next end; break; ::next:: end
            print(pcall(function() local e <close> = closing("e"); error("boom") end))
            --
            in
            close\tb\tnil
            close\ta\tnil
            close\tc\tnil
            result
            close\td\tnil
            close\td\tnil
            close\te\ttest.lua:9: boom
            false\ttest.lua:9: boom
            ====
            -- errors say what, where and which
            local function try(f) print(select(2, pcall(f))) end
            local t = {}
            try(function() return t.x.y end)
            try(function() return nothing.x end)
            try(function() local l; l.x = 1 end)
            try(function() return t.x() end)
            try(function() t:m() end)
            try(function() return t + 1 end)
            try(function() return "a" + 1 end)
            try(function() return t .. "x" end)
            try(function() return 1 < "2" end)
            try(function() return {} < {} end)
            try(function() return #nil end)
            try(function() return 1 // 0 end)
            try(function() return 1.5 | 1 end)
            try(function() t[nil] = 1 end)
            try(function() for i = 1, {} do end end)
            try(function() local c <close> = 42 end)
            local wrong = setmetatable({}, { __sub = 1, __eq = "=", __le = {}, __concat = 2, __len = 3, __unm = 4, __bor = 5, __close = 6 })
            local other = setmetatable({}, { __eq = "=" })
            try(function() return 1 - wrong end)
            try(function() return wrong == other end)
            try(function() return wrong >= 1 end)
            try(function() return "a" .. wrong end)
            try(function() return #wrong end)
            try(function() return -wrong end)
            try(function() return wrong | 1 end)
            try(function() local w <close> = wrong end)
            --
            test.lua:4: attempt to index a nil value (field 'x')
            test.lua:5: attempt to index a nil value (global 'nothing')
            test.lua:6: attempt to index a nil value (local 'l')
            test.lua:7: attempt to call a nil value (field 'x')
            test.lua:8: attempt to call a nil value (method 'm')
            test.lua:9: attempt to perform arithmetic on a table value (upvalue 't')
            test.lua:10: attempt to add a 'string' with a 'number'
            test.lua:11: attempt to concatenate a table value (upvalue 't')
            test.lua:12: attempt to compare number with string
            test.lua:13: attempt to compare two table values
            test.lua:14: attempt to get length of a nil value
            test.lua:15: attempt to divide by zero
            test.lua:16: number has no integer representation
            test.lua:17: table index is nil
            test.lua:18: bad 'for' limit (number expected, got table)
            test.lua:19: variable 'c' got a non-closable value
            test.lua:22: attempt to call a number value (metamethod 'sub')
            test.lua:23: attempt to call a string value (metamethod 'eq')
            test.lua:24: attempt to call a table value (metamethod 'le')
            test.lua:25: attempt to call a number value (metamethod 'concat')
            test.lua:26: attempt to call a number value (metamethod 'len')
            test.lua:27: attempt to call a number value (metamethod 'unm')
            test.lua:28: attempt to call a number value (metamethod 'bor')
            test.lua:29: attempt to call a number value (metamethod 'close')
            ====
            -- errors of a loop's head are where C Lua sees them
            local function try(f) print(select(2, pcall(f))) end
            try(function()
              for i = 1,
                {}
              do end
            end)
            try(function()
              for i = 1, 2,
                0 do end
            end)
            try(function()
              for k, v
                in
                  5
              do end
            end)
            --
            test.lua:6: bad 'for' limit (number expected, got table)
            test.lua:10: 'for' step is zero
            test.lua:15: attempt to call a number value (for iterator 'for iterator')
            ====
            -- tables keep what they are given
            local t = { 1, 2, nil, 4, x = "named", [10] = "ten", [2.0] = "two" }
            print(#t, t[1], t[2], t[4], t.x, t[10], t[1.0])
            t[#t + 1] = 5; t[1] = nil; t.x = nil
            local n = 0
            for k in pairs(t) do n = n + 1; t[k] = nil end
            print(n, next(t))
            local sum = 0
            for i = 1, 100 do t[i] = i end
            for i = 100, 51, -1 do t[i] = nil end
            for _, v in pairs(t) do sum = sum + v end
            print(#t, sum)
            --
            4\t1\t2\t4\tnamed\tten\t1
            4\tnil
            50\t1275
            ====
            -- varargs reach every call
            local function f(a, ...) local x, y = ... return a, x, y, select("#", ...) end
            print(f(1), f(1, 2), f(1, 2, 3, 4))
            print((function(...) return ... end)(1, nil, 3))
            local t = { n = select("#", nil, nil), ... }
            print(t.n, #t)
            --
            1\t1\t1\t2\t3\t3
            1\tnil\t3
            2\t0
            """;
}
