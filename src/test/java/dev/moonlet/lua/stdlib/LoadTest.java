package dev.moonlet.lua.stdlib;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlet.lua.value.Calls;
import dev.moonlet.lua.value.Failures;
import dev.moonlet.lua.value.Function;
import dev.moonlet.lua.value.Table;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

class LoadTest {

    private final Table base =
            BaseLibrary.table(
                    _ -> {},
                    (code, chunk, environment) -> {
                        String text = new String(code, US_ASCII);
                        if (text.startsWith("!")) {
                            throw new Loader.Refused(chunk + ":1: " + text);
                        }
                        return JavaFunction.of(_ ->
                                LuaValue.varargsOf(
                                        LuaValue.valueOf(text),
                                        LuaValue.valueOf(chunk),
                                        environment == null
                                                ? LuaValue.valueOf("globals")
                                                : environment));
                    });
    private final LuaValue load = base.get(LuaValue.valueOf("load"));

    @Test
    void makesAFunctionOfAText() {
        assertThat(called("'return 1'"))
                .isEqualTo("\"return 1\" \"[string \\034return 1\\034]\" \"globals\"");
        assertThat(called("1, '=name'")).isEqualTo("\"1\" \"name\" \"globals\"");
    }

    @Test
    void knowsNoFirstLineThatIsForOthers() {
        assertThat(called("'#!lua', '=x'")).isEqualTo("\" #!lua\" \"x\" \"globals\"");
        assertThat(called("'a#', '=x'")).isEqualTo("\"a#\" \"x\" \"globals\"");
    }

    @Test
    void hasAnEnvironmentOrThatOfTheState() {
        assertThat(called("'x', '=x', 't', {1}")).isEqualTo("\"x\" \"x\" {1}");
        assertThat(called("'x', nil, nil, nil")).endsWith(" nil");
    }

    @Test
    void joinsThePiecesOfAFunction() {
        assertThat(shown(pieces(text("return "), text("1"), LuaValue.NIL, text("no more"))))
                .isEqualTo("\"return 1\" \"(load)\" \"globals\"");
        assertThat(shown(pieces(text("x"), text("")))).startsWith("\"x\"");
    }

    @Test
    void returnsWhyThereIsNoFunction() {
        assertThat(returned("'!x', '@file.lua'")).isEqualTo("nil \"file.lua:1: !x\"");
        assertThat(Shown.all(Calls.apply(load, pieces(new Table()))))
                .isEqualTo("nil \"reader function must return a string\"");
        Function failing =
                JavaFunction.of(_ -> {
                    throw Failures.of("no");
                });
        assertThat(Shown.all(Calls.apply(load, failing))).isEqualTo("nil \"no\"");
    }

    @Test
    void refusesWhatIsNoText() {
        assertThat(returned("'x', '=x', 'b'"))
                .isEqualTo("nil \"attempt to load a text chunk (mode is 'b')\"");
        assertThat(returned("'\\027Lua', '=x', 'bt'"))
                .isEqualTo("nil \"attempt to load a binary chunk (mode is 't')\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            textBlock =
                    """
                    =stdin > stdin
                    @handlers/a.lua > handlers/a.lua
                    x = 1\\ny = 2 > [string "x = 1..."]
                    \\n > [string "..."]
                    '' > [string ""]
                    = > ''
                    """)
    void showsTheNameOfAChunk(String name, String shown) {
        assertThat(ChunkName.shown(text(name.replace("\\n", "\n")))).isEqualTo(shown);
    }

    @Test
    void cutsTheNameOfAChunk() {
        assertThat(shownName("", 44)).isEqualTo("[string \"" + "x".repeat(44) + "\"]");
        assertThat(shownName("", 45)).isEqualTo("[string \"" + "x".repeat(45) + "...\"]");
        assertThat(shownName("", 90)).isEqualTo("[string \"" + "x".repeat(45) + "...\"]");
        assertThat(shownName("@", 59)).isEqualTo("x".repeat(59));
        assertThat(shownName("@", 60)).isEqualTo("..." + "x".repeat(56));
        assertThat(shownName("=", 60)).isEqualTo("x".repeat(59));
    }

    private static String shownName(String prefix, int length) {
        return ChunkName.shown(text(prefix + "x".repeat(length)));
    }

    private String called(String arguments) {
        return shown(LuaValue.varargsOf(Literals.read(arguments)));
    }

    private String shown(Varargs arguments) {
        return Shown.all(Calls.apply(Calls.apply(load, arguments).arg1()));
    }

    private String returned(String arguments) {
        return Shown.all(Calls.apply(load, LuaValue.varargsOf(Literals.read(arguments))));
    }

    private static Function pieces(LuaValue... pieces) {
        Deque<LuaValue> left = new ArrayDeque<>(List.of(pieces));
        return JavaFunction.of(_ -> left.removeFirst());
    }

    private static LuaString text(String text) {
        return LuaValue.valueOf(text);
    }
}
