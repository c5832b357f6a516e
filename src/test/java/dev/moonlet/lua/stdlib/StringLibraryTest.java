package dev.moonlet.lua.stdlib;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlet.lua.value.Calls;
import dev.moonlet.lua.value.Interned;
import dev.moonlet.lua.value.LuaFloat;
import dev.moonlet.lua.value.LuaInt;
import dev.moonlet.lua.value.Strings;
import dev.moonlet.lua.value.Table;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** The string library; every expectation is what C Lua 5.4 prints. */
class StringLibraryTest {

    private final Table library = StringLibrary.table();

    @Test
    void findsPatterns() {
        assertThat(call("find", "hello world", "o w")).isEqualTo("5 7");
        assertThat(call("find", "hello", "l+")).isEqualTo("3 4");
        assertThat(call("find", "a.b", ".", 1, true)).isEqualTo("2 2");
        assertThat(call("match", "key = value", "(%w+)%s*=%s*(%w+)")).isEqualTo("key value");
        assertThat(call("match", "THE (quick) fox", "%b()")).isEqualTo("(quick)");
        assertThat(call("match", "THE fox", "%f[%a]%a+", 2)).isEqualTo("fox");
        assertThat(call("match", "  x", "^%s*()")).isEqualTo("3");
    }

    @Test
    void replaces() {
        assertThat(call("gsub", "hello world", "o", "0")).isEqualTo("hell0 w0rld 2");
        assertThat(call("gsub", "abc", "%w", "%0%0")).isEqualTo("aabbcc 3");
        assertThat(call("gsub", "abc", "", "-")).isEqualTo("-a-b-c- 4");
        assertThat(call("gsub", "hello", "l", "L", 1)).isEqualTo("heLlo 1");
    }

    @Test
    void formats() {
        assertThat(call("format", "%5d|%-5d|%05d|%x|%X", 42, 42, 42, 255, 255))
                .isEqualTo("   42|42   |00042|ff|FF");
        assertThat(call("format", "%.3f|%e|%g|%g", 3.14159, 12345.678, 1e20, 0.1))
                .isEqualTo("3.142|1.234568e+04|1e+20|0.1");
        assertThat(call("format", "%s|%10s|%-10s|%.2s|%q", "a", "b", "c", "def", "x\"y"))
                .isEqualTo("a|         b|c         |de|\"x\\\"y\"");
        assertThat(call("format", "%c%c%%", 72, 105)).isEqualTo("Hi%");
    }

    @Test
    void cutsRepeatsAndTurns() {
        assertThat(call("sub", "hello", 2, -2)).isEqualTo("ell");
        assertThat(call("rep", "ab", 3, ",")).isEqualTo("ab,ab,ab");
        assertThat(call("reverse", "abc")).isEqualTo("cba");
        assertThat(call("upper", "abC1")).isEqualTo("ABC1");
        assertThat(call("byte", "abc", 1, -1)).isEqualTo("97 98 99");
        assertThat(call("char", 76, 117, 97)).isEqualTo("Lua");
        assertThat(call("len", "äb")).isEqualTo("3");
    }

    @Test
    void packsAndUnpacks() {
        assertThat(call("packsize", "<i4i8")).isEqualTo("12");
        assertThat(call("unpack", "<i2", "\u0001\u0002")).isEqualTo("513 3");
        assertThat(call("unpack", "z", "hello\0")).isEqualTo("hello 7");
    }

    private String call(String function, Object... arguments) {
        LuaValue[] values = new LuaValue[arguments.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(arguments[i]);
        }
        Varargs results =
                Calls.apply(library.get(Interned.of(function)), LuaValue.varargsOf(values));
        StringJoiner text = new StringJoiner(" ");
        for (int i = 1; i <= results.narg(); i++) {
            text.add(Strings.text(results.arg(i)).tojstring());
        }
        return text.toString();
    }

    private static LuaValue value(Object argument) {
        return switch (argument) {
            case Integer number -> LuaInt.of(number);
            case Double number -> LuaFloat.of(number);
            case Boolean flag -> LuaValue.valueOf(flag);
            default -> LuaValue.valueOf(argument.toString());
        };
    }
}
