package dev.moonlet.lua.compiler;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Functions too large for one method of the JVM, which do what smaller ones do. */
class LargeFunctionTest {

    @Test
    void runs() {
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
    void mayBeAConstructorOfAHundredThousandItems() {
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

    @Test
    void returnsFromWithin() {
        assertThat(
                        Lua.output(
                                """
                                local function f(x, ...)
                                  %s
                                  return "none", ...
                                end
                                print(f(1)) print(f(7, "a")) print(f(4999, "a", "b")) print(f(0, "a"))
                                """
                                        .formatted(
                                                times(
                                                        5_000,
                                                        i ->
                                                                "if x == %1$d then return %1$d, ... end"))))
                .isEqualTo("1\n7\ta\n4999\ta\tb\nnone\ta\n");
    }

    @Test
    void takesNoStackForTailCallsFromWithin() {
        String others = times(3_000, i -> "if n == -%d then return nil end");
        assertThat(
                        Lua.output(
                                """
                                local function f(n)
                                  if n > 0 then return f(n - 1) end
                                  %s
                                  return "bottom"
                                end
                                print(f(200000))
                                """
                                        .formatted(others)))
                .isEqualTo("bottom\n");
    }

    @Test
    void leavesItsLoopsFromWithin() {
        assertThat(
                        Lua.output(
                                """
                                local n, rounds = 0, 0
                                for i = 1, 5 do
                                  %s
                                  rounds = rounds + 1
                                  ::continue::
                                end
                                print(n, rounds)
                                """
                                        .formatted(
                                                times(
                                                        3_000,
                                                        i ->
                                                                "n = n + 1 "
                                                                        + (i % 2 == 0
                                                                                ? "if i == 4 and n > 8000 then break end"
                                                                                : "if i == 2 and n > 4000 then goto continue end")))))
                .isEqualTo("8001\t2\n");
    }

    @Test
    void choosesAmongThousands() {
        String chain = times(4_000, i -> "elseif x == %1$d then y = y + %1$d");
        assertThat(
                        Lua.output(
                                """
                                local function f(x)
                                  local y = 0
                                  if x == "first" then return x
                                  %s
                                  else return "else" end
                                  return y
                                end
                                print(f("first"), f(1), f(2500), f(4000), f(4001))
                                """
                                        .formatted(chain)))
                .isEqualTo("first\t1\t2500\t4000\telse\n");
    }

    @Test
    void closesWhatIsToBeClosedWhenItIsLeftFromWithin() {
        assertThat(
                        Lua.output(
                                """
                                local log = ""
                                local function closing(name)
                                  return setmetatable({}, { __close = function() log = log .. name end })
                                end
                                local function last() log = log .. "last " return 1, 2 end
                                local function f(x)
                                  local a <close> = closing("a")
                                  %s
                                  do
                                    local b <close> = closing("b")
                                    %s
                                  end
                                  log = log .. "end "
                                end
                                print(f(-1)) print(log) log = ""
                                print(f(1500)) print(log)
                                """
                                        .formatted(
                                                times(
                                                        2_000,
                                                        i -> "if x == -%d then return last() end"),
                                                times(
                                                        2_000,
                                                        i -> "if x == %d then return last() end"))))
                .isEqualTo("1\t2\nlast a\n1\t2\nlast ba\n");
    }

    @Test
    void hasNewLocalsInEveryRound() {
        assertThat(
                        Lua.output(
                                """
                                local kept = {}
                                local i = 0
                                repeat
                                  local own = i
                                  kept[i] = function() own = own + 1 return own end
                                  %s
                                  i = i + 1
                                  local done = i == 3
                                until done
                                print(kept[0](), kept[0](), kept[1](), kept[2]())
                                i = 0
                                do
                                  ::again::
                                  local own = i * 10
                                  kept[i] = function() own = own + 1 return own end
                                  %s
                                  i = i + 1
                                  if i < 3 then goto again end
                                end
                                print(kept[0](), kept[0](), kept[1](), kept[2]())
                                """
                                        .formatted(
                                                times(3_000, i -> "own = own + 0"),
                                                times(3_000, i -> "own = own + 0"))))
                .isEqualTo("1\t2\t2\t3\n1\t2\t11\t21\n");
    }

    @Test
    void mayHaveAFunctionThatKnowsItself() {
        String others = times(700, i -> "s = a .. s .. a .. a .. s .. a .. a .. s .. a");
        assertThat(
                        Lua.output(
                                "local s, a = '', ''\nlocal function own() return type(own) end\n"
                                        + others
                                        + "\nprint(own())"))
                .isEqualTo("function\n");
    }

    @Test
    void passesWhatIsTooMuchForOneExpression() {
        String sum = "(" + times(200, i -> "x + %d").replace("\n", " + ") + ")";
        String arguments = times(150, i -> sum).replace("\n", ", ");
        assertThat(
                        Lua.output(
                                "local x = 1 local function two() return 1, 2 end "
                                        + "print(select('#', %s, two()), (select(3, %s)))"
                                                .formatted(arguments, arguments)))
                .isEqualTo("152\t20300\n");
    }

    @Test
    void isRefusedIfNothingMakesItSmaller() {
        String states = times(6_000, i -> "::s%1$d:: x = f(x) if x == %1$d then goto s1 end");
        assertThat(Lua.output("local x\nlocal function g(f)\n" + states + "\nend"))
                .isEqualTo("test.lua:2: function is too large\n");
    }

    private static String times(int count, IntFunction<String> line) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> line.apply(i).formatted(i))
                .collect(joining("\n"));
    }
}
