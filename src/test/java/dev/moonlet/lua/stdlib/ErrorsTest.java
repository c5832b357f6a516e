package dev.moonlet.lua.stdlib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlet.lua.value.Calls;
import dev.moonlet.lua.value.Failures;
import dev.moonlet.lua.value.Function;
import dev.moonlet.lua.value.LuaInt;
import dev.moonlet.lua.value.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import lua.Script;
import org.junit.jupiter.api.Test;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

class ErrorsTest {

    private final Table base =
            BaseLibrary.table(
                    _ -> {},
                    (_, chunk, _) -> {
                        throw new Loader.Refused(chunk);
                    });
    private final LuaValue error = base.get(text("error"));
    private final LuaValue pcall = base.get(text("pcall"));
    private final LuaValue xpcall = base.get(text("xpcall"));
    private final List<String> log = new ArrayList<>();

    @Test
    void catchesAnyValue() {
        Table value = new Table();

        assertThat(Calls.apply(pcall, error, value).arg(2)).isSameAs(value);
        assertThat(shown(pcall, error, LuaValue.NIL)).isEqualTo("false nil");
        assertThat(shown(pcall, pcall, error)).isEqualTo("true false nil");
        assertThat(shown(pcall, LuaInt.of(1)))
                .isEqualTo("false \"attempt to call a number value\"");
    }

    @Test
    void catchesErrorsOfFunctionsWrittenForLuaJ() {
        Function foreign =
                JavaFunction.of(_ -> {
                    throw new LuaError("broken");
                });

        assertThat(shown(pcall, foreign)).isEqualTo("false \"broken\"");
        assertThat(shown(xpcall, foreign, answering("handled"))).isEqualTo("false \"handled\"");
    }

    @Test
    void catchesAStackThatIsTooDeep() {
        assertThat(shown(pcall, new Script.Endless().function()))
                .matches("false \"Script.java:\\d+: stack overflow\"");
        assertThat(shown(xpcall, new Script.Endless().function(), base.get(text("tostring"))))
                .matches("false \"Script.java:\\d+: stack overflow\"");
    }

    @Test
    void letsKillsPass() {
        Error kill = new Error("killed");
        Function killed =
                JavaFunction.of(_ -> {
                    throw kill;
                });

        assertThatThrownBy(() -> Calls.apply(pcall, killed)).isSameAs(kill);
        assertThatThrownBy(() -> Calls.apply(xpcall, killed, answering("handled"))).isSameAs(kill);
        assertThatThrownBy(() -> Calls.apply(error, text("x"))).hasMessage("x");
    }

    @Test
    void namesTheLineOfALevel() {
        assertThat(raised(LuaValue.varargsOf(text("x"), LuaInt.of(1))))
                .matches("Script.java:\\d+: x");
        assertThat(raised(LuaValue.varargsOf(text("x"), LuaInt.of(2))))
                .matches("Script.java:\\d+: x");
        assertThat(raised(LuaValue.varargsOf(text("x"), LuaInt.of(3)))).isEqualTo("x");
        assertThat(raised(LuaValue.varargsOf(text("x"), LuaInt.of(0)))).isEqualTo("x");
        assertThat(raised(LuaInt.of(7))).isEqualTo("7");
    }

    @Test
    void namesNoLineForAProtectedCall() {
        LuaValue within = new Script(error).function();

        assertThat(shown(new Script(pcall).function(), error, text("x"))).isEqualTo("false \"x\"");
        assertThat(
                        Shown.all(
                                Calls.apply(
                                        new Script(pcall).function(),
                                        within,
                                        text("x"),
                                        LuaInt.of(2))))
                .isEqualTo("false \"x\"");
        assertThat(shown(new Script(pcall).function(), within, text("x")))
                .matches("false \"Script.java:\\d+: x\"");
    }

    @Test
    void handlesAnErrorBeforeItIsUnwound() {
        Function closing =
                JavaFunction.of(_ -> {
                    try {
                        throw Failures.of("x");
                    } finally {
                        log.add("closed");
                    }
                });

        assertThat(shown(xpcall, closing, logging("handled"))).isEqualTo("false \"handled\"");
        assertThat(log).containsExactly("handled x", "closed");
    }

    @Test
    void handlesTheErrorsOfTheHandlerUntilItReturns() {
        AtomicInteger calls = new AtomicInteger();
        Function handler =
                JavaFunction.of(values -> {
                    if (calls.incrementAndGet() < 3) {
                        throw Failures.of("again " + calls);
                    }
                    return values;
                });

        assertThat(shown(xpcall, error, handler)).isEqualTo("false \"again 2\"");
    }

    @Test
    void givesUpAHandlerThatAlwaysFails() {
        AtomicInteger calls = new AtomicInteger();
        Function handler =
                JavaFunction.of(_ -> {
                    calls.incrementAndGet();
                    throw Failures.of("again");
                });

        assertThat(shown(xpcall, error, handler)).isEqualTo("false \"error in error handling\"");
        assertThat(calls).hasValue(215);
        assertThat(shown(xpcall, error, new Script.Endless().function()))
                .isEqualTo("false \"error in error handling\"");
    }

    @Test
    void handlesNoErrorsThatAreCaughtWithin() {
        Function inner = JavaFunction.of(values -> Calls.apply(pcall, error, values.arg1()));

        assertThat(Shown.all(Calls.apply(xpcall, inner, logging("handled"), text("x"))))
                .isEqualTo("true false \"x\"");
        assertThat(Calls.apply(pcall, error).narg()).isEqualTo(2);
        assertThat(log).isEmpty();
    }

    @Test
    void asksTheInnermostHandler() {
        Function inner = JavaFunction.of(_ -> Calls.apply(xpcall, error, logging("inner")));
        Function both =
                JavaFunction.of(_ -> {
                    Calls.apply(inner);
                    throw Failures.of("after");
                });

        assertThat(shown(xpcall, both, logging("outer"))).isEqualTo("false \"outer\"");
        assertThat(log).containsExactly("inner nil", "outer after");
    }

    @Test
    void passesArgumentsAndResults() {
        LuaValue select = base.get(text("select"));
        Varargs arguments =
                LuaValue.varargsOf(
                        new LuaValue[] {select, logging("handled"), text("#"), LuaValue.NIL});

        assertThat(Shown.all(Calls.apply(xpcall, arguments))).isEqualTo("true 1");
        assertThat(shown(pcall, select, LuaInt.of(-1))).contains("index out of range");
    }

    /** The message that a script gets whose call of {@code error} another script calls. */
    private String raised(Varargs arguments) {
        LuaValue script = new Script(new Script(error).function()).function();
        try {
            return Shown.all(Calls.apply(script, arguments));
        } catch (LuaError raised) {
            return String.valueOf(raised.getMessage());
        }
    }

    private Function logging(String answer) {
        return JavaFunction.of(values -> {
            log.add(answer + " " + values.arg1().tojstring());
            return text(answer);
        });
    }

    private static Function answering(String answer) {
        return JavaFunction.of(_ -> text(answer));
    }

    private static String shown(LuaValue function, LuaValue... arguments) {
        return Shown.all(Calls.apply(function, LuaValue.varargsOf(arguments)));
    }

    private static LuaString text(String text) {
        return LuaValue.valueOf(text);
    }
}
