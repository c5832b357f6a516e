package dev.moonlet.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlet.lua.value.LuaInt;
import dev.moonlet.module.signature.Types;
import dev.moonlet.operation.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luaj.vm2.LuaValue;

/** What those who write modules can rely on in their tests. */
class TestKitTest {

    private record Pause(Duration time) implements Operation {}

    private final TestClock clock = new TestClock(Instant.EPOCH);
    private final TestKit kit =
            TestKit.of(() ->
                    Definition.of("timer", "Waits.")
                            .with(
                                    ModuleFunction.named("pause")
                                            .takes("ms", Types.INTEGER)
                                            .asks(
                                                    Pause.class,
                                                    given ->
                                                            new Pause(
                                                                    Duration.ofMillis(
                                                                            given.integer(1))),
                                                    _ -> LuaValue.NONE))
                            .with(
                                    ModuleFunction.named("now")
                                            .returns(Types.INTEGER)
                                            .does(_ -> LuaInt.of(clock.millis()))));

    @Test
    void letsTimePassAsTheTestSays() {
        kit.answering(
                Pause.class,
                pause -> {
                    clock.advance(pause.time);
                    return null;
                });

        assertThat(
                        kit.run(
                                """
                                local timer = require 'timer'
                                local before = timer.now()
                                timer.pause(3600000)
                                timer.pause(500)
                                return timer.now() - before\
                                """))
                .isEqualTo(3_600_500L);
    }

    @Test
    void saysWhichAnswerIsMissing() {
        assertThatThrownBy(() -> kit.run("require 'timer'.pause(1)"))
                .hasMessage(
                        "nothing answers Pause[time=PT0.001S]: say so by answering(Pause.class, …)");
    }

    @Test
    void returnsWhatJavaUnderstands() {
        assertThat(kit.run("return nil")).isNull();
        assertThat(kit.run("return 1, 2.0, 'x', true, nil"))
                .isEqualTo(Arrays.asList(1L, 2.0, "x", true, null));
        assertThat(kit.run("return {1, {a = 'b'}}")).isEqualTo(List.of(1L, Map.of("a", "b")));
    }

    @Test
    void keepsWhatIsPrinted() {
        kit.run("print('a', 1) print()");

        assertThat(kit.printed()).containsExactly("a\t1", "");
    }

    @Test
    void givesEachScriptAStateOfItsOwn() {
        assertThat(kit.run("x = 1 return x")).isEqualTo(1L);
        assertThat(kit.run("return x")).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    error('no luck')   ; test.lua:1: no luck
                    error({})          ; (error object is a table value)
                    local = 1          ; test.lua:1: <name> expected near '='
                    """)
    void saysWhyAScriptHasFailed(String script, String message) {
        assertThatThrownBy(() -> kit.run(script))
                .isInstanceOf(ScriptFailed.class)
                .hasMessage(message);
    }
}
