package dev.moonlet.module.async;

import dev.moonlet.lua.Coroutine;
import dev.moonlet.module.Definition;
import dev.moonlet.module.Module;
import dev.moonlet.operation.Answer;
import dev.moonlet.operation.timer.Sleep;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;
import org.luaj.vm2.lib.VarArgFunction;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.stereotype.Component;

/** Waiting: {@code async.sleep("250ms")} returns true, or nil and a message. */
@Component
final class AsyncModule implements Module {

    @Override
    public Definition definition() {
        return Definition.of("async", "Waits without holding a thread.").with("sleep", new Pause());
    }

    private static final class Pause extends VarArgFunction {

        @Override
        public Varargs invoke(Varargs arguments) {
            Object answer = Coroutine.await(new Sleep(duration(arguments.arg1())));
            return answer instanceof Answer.Failed(_, String message)
                    ? varargsOf(NIL, valueOf(message))
                    : TRUE;
        }

        private static Duration duration(LuaValue value) {
            if (value.isnumber()) {
                return positive(Duration.ofMillis(value.tolong()), value);
            }
            try {
                String text = value.checkjstring();
                return positive(DurationStyle.SIMPLE.parse(text, ChronoUnit.MILLIS), value);
            } catch (IllegalArgumentException wrong) {
                throw wrong(value);
            }
        }

        private static Duration positive(Duration duration, LuaValue value) {
            if (duration.isNegative()) {
                throw wrong(value);
            }
            return duration;
        }

        private static LuaError wrong(LuaValue value) {
            return new LuaError(
                    "bad argument #1 to 'sleep' (milliseconds, or a text like '250ms' or '10s'"
                            + " expected, got '%s')".formatted(value.tojstring()));
        }
    }
}
