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
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

class IterationTest {

    private final List<String> printed = new ArrayList<>();
    private final Table base =
            BaseLibrary.table(
                    line -> printed.add(line.tojstring()),
                    (_, chunk, _) -> {
                        throw new Loader.Refused(chunk);
                    });

    @Test
    void goesThroughItemsUpToTheFirstNil() {
        assertThat(steps("ipairs", Literals.read("{10, 20, nil, 40}")[0]))
                .containsExactly("1 10", "2 20");
    }

    @Test
    void goesThroughItemsThatAMetamethodMakes() {
        Table made =
                with(
                        Names.INDEX,
                        JavaFunction.of(values ->
                                values.arg(2).tolong() < 3 ? values.arg(2) : LuaValue.NIL));

        assertThat(steps("ipairs", made)).containsExactly("1 1", "2 2");
    }

    @Test
    void goesThroughAllPairs() {
        assertThat(steps("pairs", Literals.read("{10, 20, x=1, y=nil}")[0]))
                .containsExactlyInAnyOrder("1 10", "2 20", "\"x\" 1");
    }

    @Test
    void goesOnPastPairsThatAreCleared() {
        Table table = new Table();
        for (int i = 0; i < 100; i++) {
            table.put(LuaValue.valueOf("k" + i), LuaInt.of(i));
            table.put(i + 1L, LuaInt.of(i));
        }
        int seen = 0;
        LuaValue key = LuaValue.NIL;
        for (Varargs pair = table.next(key); pair.arg1() != LuaValue.NIL; seen++) {
            table.put(pair.arg1(), LuaValue.NIL);
            pair = table.next(pair.arg1());
        }

        assertThat(seen).isEqualTo(200);
        assertThat(steps("pairs", table)).isEmpty();
    }

    @Test
    void leavesThePairsToAMetamethod() {
        Table made =
                with(
                        Names.PAIRS,
                        JavaFunction.of(values ->
                                LuaValue.varargsOf(
                                        new LuaValue[] {
                                            base.get(text("next")),
                                            new Table(),
                                            LuaValue.NIL,
                                            values.arg1()
                                        })));

        assertThat(Calls.apply(base.get(text("pairs")), made).narg()).isEqualTo(3);
        assertThat(steps("pairs", made)).isEmpty();
    }

    @Test
    void refusesWhatIsNoTable() {
        assertThatThrownBy(() -> steps("pairs", LuaValue.NIL))
                .hasMessage("bad argument #1 to 'for iterator' (table expected, got nil)");
        assertThatThrownBy(() -> steps("ipairs", LuaValue.NIL))
                .hasMessage("attempt to index a nil value");
    }

    @Test
    void protectsMetatables() {
        Table table = with(Names.METATABLE, text("hidden"));
        LuaValue setmetatable = base.get(text("setmetatable"));

        assertThat(Calls.call(base.get(text("getmetatable")), table)).isEqualTo(text("hidden"));
        assertThatThrownBy(() -> Calls.apply(setmetatable, table, new Table()))
                .hasMessage("cannot change a protected metatable");
    }

    @Test
    void printsALineACall() {
        Table named = with(Names.TOSTRING, JavaFunction.of(_ -> text("named")));
        LuaValue print = base.get(text("print"));

        Calls.apply(print);
        Calls.apply(print, LuaInt.of(1), LuaValue.NIL, named);

        assertThat(printed).containsExactly("", "1\tnil\tnamed");
    }

    private List<String> steps(String name, LuaValue value) {
        Varargs loop = Calls.apply(base.get(text(name)), value);
        List<String> steps = new ArrayList<>();
        Varargs step = Calls.apply(loop.arg1(), loop.arg(2), loop.arg(3));
        while (step.arg1() != LuaValue.NIL) {
            steps.add(Shown.all(step));
            step = Calls.apply(loop.arg1(), loop.arg(2), step.arg1());
        }
        return steps;
    }

    private static Table with(LuaString name, LuaValue handler) {
        Table metatable = new Table();
        metatable.put(name, handler);
        Table table = new Table();
        table.metatable(metatable);
        return table;
    }

    private static LuaString text(String text) {
        return LuaValue.valueOf(text);
    }
}
