package dev.moonlet.module.signature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlet.lua.value.Body;
import dev.moonlet.lua.value.LuaFloat;
import dev.moonlet.lua.value.LuaInt;
import dev.moonlet.lua.value.Table;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** Which values fit a type, and how the type is spelled. */
class TypesTest {

    private static final Map<String, LuaValue> VALUES =
            Map.of(
                    "print", new Nothing().function(),
                    "nil", LuaValue.NIL,
                    "true", LuaValue.TRUE,
                    "1", LuaInt.of(1),
                    "1.5", LuaFloat.of(1.5),
                    "'x'", LuaValue.valueOf("x"),
                    "'7'", LuaValue.valueOf("7"),
                    "{}", new Table(),
                    "{'x'}", table(LuaInt.of(1), LuaValue.valueOf("x")),
                    "{x=1}", table(LuaValue.valueOf("x"), LuaInt.of(1)));

    private static Table table(LuaValue key, LuaValue value) {
        Table table = new Table();
        table.put(key, value);
        return table;
    }

    static List<Arguments> types() {
        Type point = Types.record("Point", new Field("x", Types.INTEGER, ""));
        return List.of(
                Arguments.of(Types.STRING, "string", List.of("1", "1.5", "'x'", "'7'")),
                Arguments.of(Types.NUMBER, "number", List.of("1", "1.5", "'7'")),
                Arguments.of(Types.INTEGER, "integer", List.of("1", "'7'")),
                Arguments.of(Types.BOOLEAN, "boolean", List.of("true")),
                Arguments.of(Types.NIL, "nil", List.of("nil")),
                Arguments.of(Types.TABLE, "table", List.of("{}", "{'x'}", "{x=1}")),
                Arguments.of(Types.FUNCTION, "function", List.of("print")),
                Arguments.of(
                        Types.function(
                                Signature.NONE
                                        .taking(new Parameter("n", Types.INTEGER, LuaInt.of(1)))
                                        .takingAlso(Types.ANY)
                                        .returning(Types.STRING, Types.BOOLEAN)),
                        "fun(n?: integer, ...: any): string, boolean",
                        List.of("print")),
                Arguments.of(Types.ANY, "any", List.copyOf(VALUES.keySet())),
                Arguments.of(Types.optional(Types.BOOLEAN), "boolean?", List.of("nil", "true")),
                Arguments.of(
                        Types.union(Types.BOOLEAN, Types.INTEGER),
                        "boolean|integer",
                        List.of("true", "1", "'7'")),
                Arguments.of(
                        Types.array(Types.STRING), "string[]", List.of("{}", "{'x'}", "{x=1}")),
                Arguments.of(
                        Types.map(Types.STRING, Types.INTEGER),
                        "table<string, integer>",
                        List.of("{}", "{x=1}")),
                Arguments.of(point, "Point", List.of("{x=1}")),
                Arguments.of(
                        Types.array(Types.optional(point)), "(Point?)[]", List.of("{}", "{x=1}")));
    }

    @ParameterizedTest
    @MethodSource("types")
    void fitTheirValuesAndNoOthers(Type type, String spelled, List<String> fitting) {
        assertThat(type.spelled()).isEqualTo(spelled);
        assertThat(VALUES.entrySet())
                .filteredOn(value -> type.fits(value.getValue()))
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrderElementsOf(fitting);
    }

    private static final class Nothing extends Body {

        @Override
        public Varargs apply(Varargs arguments) {
            return LuaValue.NONE;
        }
    }
}
