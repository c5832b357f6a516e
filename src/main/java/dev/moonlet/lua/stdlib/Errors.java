package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.value.Body;
import dev.moonlet.lua.value.Comparison;
import dev.moonlet.lua.value.ProtectedCall;
import dev.moonlet.lua.value.ScriptError;
import dev.moonlet.lua.value.Strings;
import dev.moonlet.lua.value.Traces;
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** The functions that raise errors, and those that catch them. */
final class Errors {

    private static final LuaString ASSERTION = LuaValue.valueOf("assertion failed!");

    private Errors() {}

    /** What {@code error} throws. */
    static ScriptError raised(Arguments arguments) {
        return placed(arguments.value(1), arguments.integer(2, 1));
    }

    static Varargs protectedCall(Arguments arguments) {
        return ProtectedCall.call(arguments.any(1), arguments.from(2));
    }

    static Varargs handledCall(Arguments arguments) {
        LuaFunction handler = arguments.function(2);
        return ProtectedCall.call(arguments.value(1), arguments.from(3), handler);
    }

    /** An error whose message, if it is a string, begins with the place of a level. */
    private static ScriptError placed(LuaValue value, long level) {
        if (level > 0 && value instanceof LuaString text) {
            LuaString place = LuaValue.valueOf(Traces.here(level));
            return new ScriptError(Strings.concat(place, text, null, null));
        }
        return new ScriptError(value);
    }

    /** {@code assert}. */
    static final class Assert extends Body {

        @Override
        public Varargs apply(Varargs values) {
            Arguments arguments = new Arguments("assert", values);
            if (Comparison.isTrue(arguments.any(1))) {
                return values;
            }
            throw placed(arguments.isNone(2) ? ASSERTION : values.arg(2), 1);
        }

        @Override
        public Varargs apply(LuaValue value) {
            return Comparison.isTrue(value) ? value : super.apply(value);
        }

        @Override
        public LuaValue call(LuaValue value, LuaValue message) {
            return Comparison.isTrue(value) ? value : super.call(value, message);
        }
    }
}
