package dev.moonlet.lua.stdlib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlet.lua.value.Calls;
import dev.moonlet.lua.value.Failures;
import dev.moonlet.lua.value.LuaInt;
import dev.moonlet.lua.value.Names;
import dev.moonlet.lua.value.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** What calls of the string library do beyond their results, and what hostile ones come to. */
class StringLibraryTest {

    private static final LuaValue SUBJECT = text("one two");
    private static final LuaValue WORD = text("%a+");

    private final Table library = StringLibrary.table();
    private final List<String> seen = new ArrayList<>();

    @Test
    void givesTheCapturesOfEachMatchToAFunction() {
        assertThat(replaced("()(%a)(%a*)", _ -> LuaValue.NONE)).isEqualTo("\"one two\" 2");
        assertThat(seen).containsExactly("1 \"o\" \"ne\"", "5 \"t\" \"wo\"");
    }

    @Test
    void givesTheMatchToAFunctionIfThereAreNoCaptures() {
        assertThat(replaced("%a+", match -> Calls.apply(function("upper"), match)))
                .isEqualTo("\"ONE TWO\" 2");
        assertThat(seen).containsExactly("\"one\"", "\"two\"");
    }

    @Test
    void leavesWhatAFunctionReplacesByFalse() {
        assertThat(replaced("%a+", _ -> LuaValue.FALSE)).isEqualTo("\"one two\" 2");
    }

    @Test
    void replacesByNumbers() {
        assertThat(replaced("()%a+", Varargs::arg1)).isEqualTo("\"1 5\" 2");
    }

    @Test
    void refusesOtherReplacements() {
        assertThatThrownBy(() -> replaced("%a+", _ -> LuaValue.TRUE))
                .hasMessage("invalid replacement value (a boolean)");
    }

    @Test
    void stopsReplacingWhereAFunctionFails() {
        assertThatThrownBy(() ->
                        replaced(
                                "%a+",
                                _ -> {
                                    throw Failures.of("enough");
                                }))
                .hasMessage("enough");
        assertThat(seen).containsExactly("\"one\"");
    }

    @Test
    void replacesByWhatAMetamethodFinds() {
        Table metatable = new Table();
        metatable.put(
                Names.INDEX,
                JavaFunction.of(values -> {
                    seen.add(Shown.one(values.arg(2)));
                    return text("x");
                }));
        Table table = new Table();
        table.put(text("one"), text("1"));
        table.metatable(metatable);

        assertThat(call("gsub", SUBJECT, WORD, table)).isEqualTo("\"1 x\" 2");
        assertThat(seen).containsExactly("\"two\"");
    }

    @Test
    void goesFromMatchToMatch() {
        assertThat(matches("k=v, x = y", "(%a+)%s*=%s*(%a+)"))
                .containsExactly("\"k\" \"v\"", "\"x\" \"y\"");
        assertThat(matches("ab", "()")).containsExactly("1", "2", "3");
        assertThat(matches("^a^b", "^%a")).containsExactly("\"^a\"", "\"^b\"");
        assertThat(matches("abc", "%d")).isEmpty();
    }

    @Test
    void readsAMalformedPatternOnlyAsFarAsItMatches() {
        assertThat(call("find", SUBJECT, text("x[a"))).isEqualTo("nil");
        assertThatThrownBy(() -> call("find", SUBJECT, text("o[a")))
                .hasMessage("malformed pattern (missing ']')");
    }

    @Test
    void boundsThePatternsThatItMatches() {
        LuaString subject = text("a".repeat(300));

        assertThat(call("find", subject, text("a?".repeat(199)))).isEqualTo("1 199");
        assertThatThrownBy(() -> call("find", subject, text("a?".repeat(200))))
                .hasMessage("pattern too complex");
        assertThat(call("find", subject, text("()".repeat(32)))).startsWith("1 0 1 1 1");
        assertThatThrownBy(() -> call("find", subject, text("()".repeat(33))))
                .hasMessage("too many captures");
    }

    @Test
    void refusesStringsThatWouldBeTooLongBeforeItMakesThem() {
        LuaString large = text("x".repeat(1 << 16));
        LuaValue most = LuaInt.of(Integer.MAX_VALUE);

        assertThatThrownBy(() -> call("rep", large, LuaInt.of(1 << 15)))
                .hasMessage("resulting string too large");
        assertThat(call("rep", LuaValue.EMPTYSTRING, most)).isEqualTo("\"\"");
    }

    @Test
    void countsInLongs() {
        LuaValue[] huge = Literals.read("9223372036854775807, -0x8000000000000000");

        assertThat(call("sub", SUBJECT, huge[1], huge[0])).isEqualTo("\"one two\"");
        assertThat(call("byte", SUBJECT, huge[1], huge[1])).isEmpty();
        assertThat(call("find", SUBJECT, LuaValue.EMPTYSTRING, huge[0])).isEqualTo("nil");
        assertThat(matches("abc", "b", huge[0])).isEmpty();
        assertThatThrownBy(() -> call("rep", SUBJECT, huge[0], SUBJECT))
                .hasMessage("resulting string too large");
    }

    private String replaced(String pattern, UnaryOperator<Varargs> replacement) {
        LuaValue function =
                JavaFunction.of(captures -> {
                    seen.add(Shown.all(captures));
                    return replacement.apply(captures);
                });
        return call("gsub", SUBJECT, text(pattern), function);
    }

    private List<String> matches(String subject, String pattern, LuaValue... start) {
        LuaValue[] arguments = new LuaValue[2 + start.length];
        arguments[0] = text(subject);
        arguments[1] = text(pattern);
        System.arraycopy(start, 0, arguments, 2, start.length);
        LuaValue next = Calls.apply(function("gmatch"), LuaValue.varargsOf(arguments)).arg1();
        List<String> matches = new ArrayList<>();
        Varargs match = Calls.apply(next);
        while (match.arg1() != LuaValue.NIL) {
            matches.add(Shown.all(match));
            match = Calls.apply(next);
        }
        return matches;
    }

    private String call(String name, LuaValue... arguments) {
        return Shown.all(Calls.apply(function(name), LuaValue.varargsOf(arguments)));
    }

    private LuaValue function(String name) {
        return library.get(text(name));
    }

    private static LuaString text(String text) {
        return LuaValue.valueOf(text);
    }
}
