package dev.moonlet.module.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.lib.ZeroArgFunction;

class JsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "0",
                "-1",
                "2.5",
                "9007199254740991",
                "1.0E300",
                "\"\"",
                "\"ä\\n\\\"\"",
                "{}",
                "[1,2,[3]]",
                "{\"a\":{\"b\":[true,\"x\"]}}"
            })
    void surviveARoundTrip(String json) {
        assertThat(written(read(json))).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1,]", "{\"a\":1} 2", "nul", "01", "\"\\x\"", "NaN"})
    void isReadOnlyIfItIsJson(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(LuaError.class);
    }

    @Test
    void isReadOnlySoDeep() {
        assertThatThrownBy(() -> read("[".repeat(100_000)))
                .hasMessageContaining("nested too deeply");
    }

    @Test
    void isNotMadeOfWhatHasNoForm() {
        LuaTable cycle = new LuaTable();
        cycle.set("self", cycle);
        LuaTable mixed = LuaTable.tableOf(new LuaValue[] {LuaValue.valueOf("a"), LuaValue.TRUE});
        mixed.set(1, LuaValue.TRUE);
        LuaTable sparse = new LuaTable();
        sparse.set(1 << 30, LuaValue.TRUE);

        refuses(LuaValue.valueOf(Double.NaN), "nan has no JSON form");
        refuses(LuaValue.valueOf(Double.POSITIVE_INFINITY), "inf has no JSON form");
        refuses(cycle, "does it contain itself?");
        refuses(mixed, "a table with items and names has no JSON form");
        refuses(sparse, "a table with the key 1073741824 has no JSON form");
        refuses(new Nothing(), "a function has no JSON form");
    }

    private static void refuses(LuaValue value, String reason) {
        assertThatThrownBy(() -> JsonWriter.write(value))
                .isInstanceOf(LuaError.class)
                .hasMessageContaining(reason);
    }

    private static LuaValue read(String json) {
        return JsonReader.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String written(LuaValue value) {
        return new String(JsonWriter.write(value), StandardCharsets.UTF_8);
    }

    private static final class Nothing extends ZeroArgFunction {

        @Override
        public LuaValue call() {
            return NIL;
        }
    }
}
