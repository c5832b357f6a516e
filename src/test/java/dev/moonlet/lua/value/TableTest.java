package dev.moonlet.lua.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;

class TableTest {

    private final Table table = new Table();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void holdsWhatAMapWouldHold(long seed) {
        Random random = new Random(seed);
        Map<LuaValue, LuaValue> model = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            LuaValue key = key(random);
            if (random.nextInt(3) == 0) {
                table.put(key, LuaValue.NIL);
                model.remove(key);
            } else {
                LuaValue value = LuaInt.of(i);
                table.put(key, value);
                model.put(key, value);
            }
            if (i % 500 == 0) {
                assertThat(traversed()).isEqualTo(model);
            }
        }
        model.forEach((key, value) -> assertThat(table.rawget(key)).isSameAs(value));
        assertThat(traversed()).isEqualTo(model);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void endsAtABorder(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            long key = random.nextLong(1, 41);
            table.put(key, random.nextInt(3) == 0 ? LuaValue.NIL : LuaValue.TRUE);
            long border = table.border();
            assertThat(border == 0 || table.get(border) != LuaValue.NIL).isTrue();
            assertThat(table.get(border + 1)).isEqualTo(LuaValue.NIL);
        }
    }

    @Test
    void canBeClearedWhileItIsTraversed() {
        for (int i = 1; i <= 100; i++) {
            table.put(i, LuaValue.TRUE);
            table.put(Interned.of("k" + i), LuaValue.TRUE);
        }
        int seen = 0;
        for (LuaValue key = table.keyAfter(LuaValue.NIL); key != null; key = table.keyAfter(key)) {
            table.put(key, LuaValue.NIL);
            seen++;
        }

        assertThat(seen).isEqualTo(200);
        assertThat(table.keyAfter(LuaValue.NIL)).isNull();
    }

    @Test
    void knowsAnIntegerInEveryForm() {
        table.put(LuaFloat.of(3.0), LuaValue.TRUE);
        table.rawset(LuaValue.valueOf(4), LuaValue.valueOf(2.5));

        assertThat(table.get(3)).isEqualTo(LuaValue.TRUE);
        assertThat(table.rawget(LuaValue.valueOf(3))).isEqualTo(LuaValue.TRUE);
        assertThat(table.get(4)).isEqualTo(LuaFloat.of(2.5));
        assertThat(table.get(LuaFloat.of(2.5))).isEqualTo(LuaValue.NIL);
    }

    @Test
    void refusesEveryWriteOnceItIsFrozen() {
        table.put(1, LuaValue.TRUE);
        table.put(Interned.of("x"), LuaValue.TRUE);
        table.freeze();

        refuses(frozen -> frozen.put(1, LuaValue.FALSE));
        refuses(frozen -> frozen.put(2, LuaValue.FALSE));
        refuses(frozen -> frozen.put(Interned.of("x"), LuaValue.NIL));
        refuses(frozen -> frozen.put(Interned.of("y"), LuaValue.TRUE));
        refuses(frozen -> frozen.put(LuaFloat.of(0.5), LuaValue.TRUE));
        refuses(frozen -> frozen.rawset(1, LuaValue.FALSE));
        refuses(frozen -> frozen.hashset(Interned.of("x"), LuaValue.FALSE));
        refuses(frozen -> frozen.insert(1, LuaValue.FALSE));
        refuses(frozen -> frozen.remove(1));
        refuses(frozen -> frozen.setmetatable(new Table()));
        assertThat(table.get(1)).isEqualTo(LuaValue.TRUE);
        assertThat(table.get(Interned.of("x"))).isEqualTo(LuaValue.TRUE);
    }

    @Test
    void isATableToJavaThatWasWrittenForLuaJ() {
        LuaTable seen = table;
        seen.set("a", 1);
        seen.set(1, LuaValue.valueOf("b"));
        seen.insert(0, LuaValue.valueOf(7));

        assertThat(seen.get("a").toint()).isEqualTo(1);
        assertThat(seen.length()).isEqualTo(2);
        assertThat(seen.keyCount()).isEqualTo(3);
        assertThat(seen.remove(1).tojstring()).isEqualTo("b");
        assertThat(table.get(1)).isEqualTo(LuaInt.of(7));
    }

    private void refuses(Consumer<Table> write) {
        assertThatThrownBy(() -> write.accept(table))
                .hasMessage("attempt to change a read-only table");
    }

    private Map<LuaValue, LuaValue> traversed() {
        Map<LuaValue, LuaValue> seen = new HashMap<>();
        @Nullable LuaValue key = table.keyAfter(LuaValue.NIL);
        while (key != null) {
            seen.put(key, table.rawget(key));
            key = table.keyAfter(key);
        }
        return seen;
    }

    private static LuaValue key(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> LuaInt.of(1 + random.nextInt(60));
            case 1 -> LuaInt.of(random.nextInt(200) - 100L);
            case 2 -> LuaFloat.of(random.nextInt(50) + 0.5);
            default -> LuaValue.valueOf("key" + random.nextInt(100));
        };
    }
}
