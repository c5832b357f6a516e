package dev.moonlet.module.async;

import dev.moonlet.module.Arguments;
import dev.moonlet.module.Definition;
import dev.moonlet.module.Module;
import dev.moonlet.module.ModuleClass;
import dev.moonlet.module.ModuleFunction;
import dev.moonlet.module.signature.Types;
import dev.moonlet.operation.timer.Sleep;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaValue;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.stereotype.Component;

/** Waiting: {@code async.sleep("250ms")} returns true, or nil and an error. */
@Component
final class AsyncModule implements Module {

    @Override
    public Definition definition() {
        return Definition.of("async", "Waits without holding a thread.")
                .classes(ModuleClass.TIME, ModuleClass.WORKFLOW)
                .with(
                        ModuleFunction.named("sleep")
                                .described("Waits so long: milliseconds, or a text like '10s'.")
                                .takes("duration", Types.union(Types.NUMBER, Types.STRING))
                                .returnsOrFails(Types.BOOLEAN)
                                .asks(given -> new Sleep(duration(given)), _ -> LuaValue.TRUE));
    }

    private static Duration duration(Arguments given) {
        LuaValue value = given.value(1);
        if (value.isnumber()) {
            return positive(Duration.ofMillis(given.integer(1)), given);
        }
        try {
            return positive(DurationStyle.SIMPLE.parse(given.text(1), ChronoUnit.MILLIS), given);
        } catch (IllegalArgumentException wrong) {
            throw wrong(given);
        }
    }

    private static Duration positive(Duration duration, Arguments given) {
        if (duration.isNegative()) {
            throw wrong(given);
        }
        return duration;
    }

    private static LuaError wrong(Arguments given) {
        return given.wrong(
                1,
                "milliseconds, or a text like '250ms' or '10s' expected, got '%s'"
                        .formatted(given.text(1)));
    }
}
