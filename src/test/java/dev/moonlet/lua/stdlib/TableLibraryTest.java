package dev.moonlet.lua.stdlib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlet.lua.value.Calls;
import dev.moonlet.lua.value.LuaInt;
import dev.moonlet.lua.value.Names;
import dev.moonlet.lua.value.Table;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

class TableLibraryTest {

    private final Table library = TableLibrary.table();
    private final List<String> log = new ArrayList<>();

    /** What lua5.4 does with a table of three items that only its metamethods know. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            textBlock =
                    """
                    insert | 9     > len set4=9
                    insert | 2, 9  > len get3 set4=3 get2 set3=2 set2=9
                    remove | 1     > len get1 get2 set1=2 get3 set2=3 set3=nil
                    remove |       > len get3 set3=nil
                    remove | 4     > len get4 set4=nil
                    concat | '-'   > len get1 get2 get3
                    unpack |       > len get1 get2 get3
                    unpack | 2, 3  > get2 get3
                    move | 1, 3, 2 > get3 set4=3 get2 set3=2 get1 set2=1
                    move | 2, 3, 1 > get2 set1=2 get3 set2=3
                    move | 1, 3, 4 > get1 set4=1 get2 set5=2 get3 set6=3
                    """)
    void usesMetamethods(String call, String steps) {
        String[] parts = call.split("\\|", -1);
        LuaValue[] arguments = Literals.read(parts[1].strip());

        Calls.apply(
                library.get(text(parts[0].strip())),
                LuaValue.varargsOf(proxy(LuaInt.of(3)), LuaValue.varargsOf(arguments)));

        assertThat(log).containsExactly(steps.split(" ", -1));
    }

    @Test
    void sortsByMetamethods() {
        Calls.apply(library.get(text("sort")), proxy(LuaInt.of(3)));

        assertThat(log).startsWith("len", "get1", "get2", "get3").endsWith("set3=3");
    }

    @Test
    void takesALengthThatIsWorthAnInteger() {
        LuaValue insert = library.get(text("insert"));

        Calls.apply(insert, proxy(text("3")), text("x"));
        assertThat(log).endsWith("set4=x");
        assertThatThrownBy(() -> Calls.apply(insert, proxy(new Table()), text("x")))
                .hasMessage("object length is not an integer");
        assertThatThrownBy(() ->
                        Calls.apply(library.get(text("sort")), proxy(LuaInt.of(Integer.MAX_VALUE))))
                .hasMessage("bad argument #1 to 'sort' (array too big)");
    }

    @Test
    void changesNoFrozenTable() {
        for (String call :
                List.of("insert | 9", "insert | 1, 9", "remove |", "remove | 1", "sort |")) {
            Table table = (Table) Literals.read("{2, 1}")[0];
            table.freeze();
            String[] parts = call.split(" \\|", -1);
            LuaValue[] arguments = Literals.read(parts[1].strip());

            assertThatThrownBy(() ->
                            Calls.apply(
                                    library.get(text(parts[0])),
                                    LuaValue.varargsOf(table, LuaValue.varargsOf(arguments))))
                    .hasMessage("attempt to change a read-only table");
            assertThat(Shown.one(table)).isEqualTo("{2,1}");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "getn({1, 2, x=3}) > 2",
                "maxn({1, 2, [7]=3, x=4}) > 7",
                "maxn({[2.5]=1}) > 2.5",
                "maxn({}) > 0"
            })
    void knowsTheNamesOfLua51(String call, String result) {
        assertThat(new Expectations(library).outcome(call)).startsWith(result + " |");
    }

    @Test
    void unpacksAsManyAsCLua() {
        LuaValue unpack = library.get(text("unpack"));

        assertThat(Calls.apply(unpack, new Table(), LuaInt.of(1), LuaInt.of(999_900)).narg())
                .isEqualTo(999_900);
        assertThatThrownBy(
                        () -> Calls.apply(unpack, new Table(), LuaInt.of(1), LuaInt.of(1_000_000)))
                .hasMessage("too many results to unpack");
    }

    private Table proxy(LuaValue length) {
        Table metatable = new Table();
        metatable.put(
                Names.LEN,
                JavaFunction.of(_ -> {
                    log.add("len");
                    return length;
                }));
        metatable.put(
                Names.INDEX,
                JavaFunction.of(values -> {
                    log.add("get" + values.arg(2).tojstring());
                    return values.arg(2);
                }));
        metatable.put(
                Names.NEWINDEX,
                JavaFunction.of(values -> {
                    log.add("set" + values.arg(2).tojstring() + "=" + values.arg(3).tojstring());
                    return LuaValue.NONE;
                }));
        Table proxy = new Table();
        proxy.metatable(metatable);
        return proxy;
    }

    private static LuaString text(String text) {
        return LuaValue.valueOf(text);
    }
}
