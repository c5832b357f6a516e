package dev.moonlet.lua.stdlib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlet.lua.value.Calls;
import dev.moonlet.lua.value.Table;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

class Utf8LibraryTest {

    private final Table library = Utf8Library.table();

    @Test
    void goesFromCodeToCode() {
        assertThat(codes("\"a\\195\\164\\226\\130\\172z\""))
                .containsExactly("1 97", "2 228", "4 8364", "7 122");
        assertThat(codes("\"\"")).isEmpty();
    }

    @Test
    void goesOnlyThroughUnicodeUnlessItIsToBeLax() {
        assertThatThrownBy(() -> codes("\"a\\237\\160\\128\"")).hasMessage("invalid UTF-8 code");
        assertThat(codes("\"a\\237\\160\\128\", true")).containsExactly("1 97", "2 55296");
        assertThatThrownBy(() -> codes("\"a\\226\\130\", true")).hasMessage("invalid UTF-8 code");
    }

    /** As in Lua 5.4.6; before that they were skipped. */
    @Test
    void refusesContinuationBytesThatContinueNothing() {
        assertThatThrownBy(() -> codes("\"\\128a\""))
                .hasMessage("bad argument #1 to 'codes' (invalid UTF-8 code)");
        assertThatThrownBy(() -> codes("\"a\\128b\"")).hasMessage("invalid UTF-8 code");
        assertThatThrownBy(() -> codes("\"\\195\\164\\128\"")).hasMessage("invalid UTF-8 code");
    }

    @Test
    void hasAPatternThatMatchesOneCode() {
        LuaValue text = Literals.read("\"a\\195\\164\\226\\130\\172\\000\"")[0];
        LuaValue gsub = StringLibrary.table().get(LuaValue.valueOf("gsub"));
        LuaValue pattern = library.get(LuaValue.valueOf("charpattern"));

        assertThat(Shown.one(pattern)).isEqualTo("\"[\\000-\\127\\194-\\253][\\128-\\191]*\"");
        assertThat(Shown.all(Calls.apply(gsub, text, pattern, LuaValue.valueOf("x"))))
                .isEqualTo("\"xxxx\" 4");
    }

    private List<String> codes(String arguments) {
        LuaValue codes = library.get(LuaValue.valueOf("codes"));
        Varargs loop = Calls.apply(codes, LuaValue.varargsOf(Literals.read(arguments)));
        List<String> steps = new ArrayList<>();
        Varargs step = Calls.apply(loop.arg1(), loop.arg(2), loop.arg(3));
        while (step.arg1() != LuaValue.NIL) {
            steps.add(Shown.all(step));
            step = Calls.apply(loop.arg1(), loop.arg(2), step.arg1());
        }
        return steps;
    }
}
