package dev.moonlet.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlet.lua.Text;
import dev.moonlet.module.signature.Field;
import dev.moonlet.module.signature.Type;
import dev.moonlet.module.signature.Types;
import dev.moonlet.operation.Kind;
import dev.moonlet.operation.Operation;
import dev.moonlet.operation.OperationFailed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luaj.vm2.LuaValue;

/** What a module says of its functions is what scripts meet. */
class ModuleTest {

    private static final ObjectType<StringBuilder> BOX =
            ObjectType.named("greeting.Box", StringBuilder.class)
                    .method(
                            ModuleFunction.named("add")
                                    .takes("text", Types.STRING)
                                    .does(given -> {
                                        given.object(1, ModuleTest.BOX).append(given.text(2));
                                        return LuaValue.NONE;
                                    }))
                    .method(
                            ModuleFunction.named("text")
                                    .returns(Types.STRING)
                                    .does(given ->
                                            Text.of(given.object(1, ModuleTest.BOX).toString())));

    private static final Type ITEM =
            Types.record(
                    "greeting.Item",
                    new Field("name", Types.STRING, "what it is called"),
                    new Field("price", Types.optional(Types.NUMBER), "what it costs"));

    private final TestKit kit =
            TestKit.of(ModuleTest::greeting).answering(Fetch.class, ModuleTest::answer);

    private static Definition greeting() {
        return Definition.of("greeting", "Says hello.")
                .classes(ModuleClass.DETERMINISTIC)
                .with(
                        ModuleFunction.named("hello")
                                .takes("name", Types.STRING)
                                .takes("greeting", Types.STRING, "Hello")
                                .returns(Types.STRING)
                                .does(given -> Text.of(given.text(2) + ", " + given.text(1))))
                .with(
                        ModuleFunction.named("count")
                                .takes("from", Types.INTEGER)
                                .takesRest(Types.union(Types.BOOLEAN, Types.STRING))
                                .returns(Types.INTEGER)
                                .does(given -> LuaValue.valueOf(given.count())))
                .with(
                        ModuleFunction.named("total")
                                .takes("items", Types.array(ITEM))
                                .takes(
                                        "rates",
                                        Types.optional(Types.map(Types.STRING, Types.NUMBER)))
                                .takes("each", Types.optional(Types.FUNCTION))
                                .returns(Types.INTEGER)
                                .does(given -> LuaValue.valueOf(given.table(1).rawlen())))
                .with(
                        ModuleFunction.named("box")
                                .returns(BOX)
                                .does(_ -> BOX.of(new StringBuilder())))
                .with(
                        ModuleFunction.named("fetch")
                                .takes("url", Types.STRING)
                                .returnsOrFails(Types.STRING)
                                .asks(
                                        Fetch.class,
                                        given -> new Fetch(given.text(1)),
                                        body -> Text.of(String.valueOf(body))))
                .with(BOX)
                .with("VERSION", Text.of("1.0"))
                .with("SEATS", LuaValue.valueOf(7));
    }

    private static Object answer(Fetch fetch) throws OperationFailed {
        if (fetch.url.isEmpty()) {
            throw new OperationFailed(Kind.UNAVAILABLE, "nobody is there");
        }
        return "body of " + fetch.url;
    }

    @Test
    void offersFunctionsAndConstants() {
        assertThat(kit.run("local g = require 'greeting' return g.hello('Ann'), g.VERSION"))
                .isEqualTo(List.of("Hello, Ann", "1.0"));
    }

    @Test
    void handsOutNumbersOfLua() {
        assertThat(
                        kit.run(
                                """
                                local g = require 'greeting'
                                return math.type(g.count(1)), g.count(1, true) // 2,
                                  math.type(g.SEATS), g.SEATS == 7, ({[7] = 'x'})[g.SEATS]\
                                """))
                .isEqualTo(List.of("integer", 1L, "integer", true, "x"));
    }

    @Test
    void isOneTableForAllWhoRequireIt() {
        assertThat(kit.run("return require 'greeting' == require 'greeting'")).isEqualTo(true);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            textBlock =
                    """
                    g.hello()           ; bad argument #1 to 'hello' (string expected, got no value)
                    g.hello(nil)        ; bad argument #1 to 'hello' (string expected, got nil)
                    g.hello('a', {})    ; bad argument #2 to 'hello' (string expected, got table)
                    g.count(1.5)        ; bad argument #1 to 'count' (number has no integer representation)
                    g.count('x')        ; bad argument #1 to 'count' (number expected, got string)
                    g.count(1, true, 2, {}) ; bad argument #4 to 'count' (boolean|string expected, got table)
                    g.total('x')        ; bad argument #1 to 'total' (greeting.Item[] expected, got string)
                    g.total({{name='a'}, 7}) ; bad argument #1 to 'total' (item 2: greeting.Item expected, got number)
                    g.total({{name='a', price='b'}}) ; bad argument #1 to 'total' (item 1: field 'price': number expected, got string)
                    g.total({}, {a='b'}) ; bad argument #2 to 'total' (field 'a': number expected, got string)
                    g.total({}, nil, 1) ; bad argument #3 to 'total' (function expected, got number)
                    """)
    void refusesWhatDoesNotFit(String call, String message) {
        String script = "local g = require 'greeting'\n " + call;

        assertThatThrownBy(() -> kit.run(script)).hasMessage("test.lua:2: " + message);
    }

    @Test
    void handsOutObjectsWithMethods() {
        assertThat(
                        kit.run(
                                """
                                local box = require 'greeting'.box()
                                box:add('a') box:add(1)
                                return box:text()\
                                """))
                .isEqualTo("a1");
    }

    @Test
    void letsNobodyChangeWhatAllShare() {
        assertThat(
                        kit.run(
                                """
                                local g = require 'greeting'
                                local box = g.box()
                                local function refuses(f, ...) return not pcall(f, ...) end
                                return refuses(function() g.hello = 1 end), refuses(rawset, g, 'x', 1),
                                  refuses(setmetatable, g, {}), getmetatable(box),
                                  refuses(function() box.add = 1 end), type(g.hello)\
                                """))
                .isEqualTo(List.of(true, true, true, false, true, "function"));
    }

    @Test
    void refusesForeignObjects() {
        assertThatThrownBy(() -> kit.run("local b = require 'greeting'.box() b.add({}, 'x')"))
                .hasMessage(
                        "test.lua:1: bad argument #1 to 'add' (greeting.Box expected, got table)");
    }

    @Test
    void asksTheOutside() {
        assertThat(kit.run("return require 'greeting'.fetch('u')")).isEqualTo("body of u");
    }

    @Test
    void tellsFailuresOfTheWorldAsErrors() {
        assertThat(
                        kit.run(
                                """
                                local body, e = require 'greeting'.fetch('')
                                return body == nil, e:message(), e:kind(), e:retryable(),
                                  tostring(e), 'was: ' .. e\
                                """))
                .isEqualTo(
                        List.of(
                                true,
                                "nobody is there",
                                "Unavailable",
                                true,
                                "nobody is there",
                                "was: nobody is there"));
    }

    private record Fetch(String url) implements Operation {}
}
