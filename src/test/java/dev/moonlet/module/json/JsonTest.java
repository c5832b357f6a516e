package dev.moonlet.module.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlet.lua.Text;
import dev.moonlet.lua.value.LuaFloat;
import dev.moonlet.lua.value.Table;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luaj.vm2.LuaError;
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
                "9223372036854775807",
                "3.0",
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
        Table cycle = new Table();
        cycle.put(Text.of("self"), cycle);
        Table mixed = new Table();
        mixed.put(Text.of("a"), LuaValue.TRUE);
        mixed.put(1, LuaValue.TRUE);
        Table sparse = new Table();
        sparse.put(1 << 30, LuaValue.TRUE);

        refuses(LuaFloat.of(Double.NaN), "nan has no JSON form");
        refuses(LuaFloat.of(Double.POSITIVE_INFINITY), "inf has no JSON form");
        refuses(cycle, "does it contain itself?");
        refuses(mixed, "a table with items and names has no JSON form");
        refuses(sparse, "a table with the key 1073741824 has no JSON form");
        refuses(new Nothing(), "a function has no JSON form");
    }

    @Test
    void takesAnEmptyTableForWhatItIsSaidToBe() {
        Table object = new Table();
        Mark.OBJECT.put(object);
        Table named = new Table();
        named.put(Text.of("a"), new Table());

        assertThat(JsonWriter.write(new Table(), true)).asString().isEqualTo("[]");
        assertThat(JsonWriter.write(new Table(), false)).asString().isEqualTo("{}");
        assertThat(JsonWriter.write(object, true)).asString().isEqualTo("{}");
        assertThat(JsonWriter.write(named, true)).asString().isEqualTo("{\"a\":{}}");
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
