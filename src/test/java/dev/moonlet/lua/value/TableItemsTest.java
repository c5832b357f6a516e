package dev.moonlet.lua.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.luaj.vm2.LuaValue;

class TableItemsTest {

    @Test
    void takesItemsAmongWhichAreNils() {
        Table table = Table.ofItems(items(1, 0, 3, 0));

        assertThat(table.length()).isEqualTo(3);
        assertThat(table.get(2)).isSameAs(LuaValue.NIL);
        assertThat(Table.ofItems(items(0, 0)).length()).isZero();
    }

    @Test
    void insertsAndRemovesItems() {
        Table table = Table.ofItems(items(1, 3));

        table.insertItem(2, LuaInt.of(2));
        table.insertItem(4, LuaInt.of(4));
        assertThat(table.unpack().narg()).isEqualTo(4);
        assertThat(table.removeItem(1)).isEqualTo(LuaInt.of(1));
        assertThat(table.removeItem(3)).isEqualTo(LuaInt.of(4));
        assertThat(table.get(2)).isEqualTo(LuaInt.of(3));
        assertThat(table.length()).isEqualTo(2);
    }

    @Test
    void joinsItemsThatWereApart() {
        Table table = Table.ofItems(items(1, 2));
        table.put(4, LuaInt.of(4));

        table.insertItem(1, LuaInt.of(9));

        assertThat(table.length()).isEqualTo(4);
        assertThat(table.get(3)).isEqualTo(LuaInt.of(2));
        assertThat(table.get(4)).isEqualTo(LuaInt.of(4));
    }

    /** Integers, with nil for each zero. */
    private static LuaValue[] items(long... values) {
        LuaValue[] items = new LuaValue[values.length];
        for (int i = 0; i < items.length; i++) {
            items[i] = values[i] == 0 ? LuaValue.NIL : LuaInt.of(values[i]);
        }
        return items;
    }
}
