package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.value.Body;
import dev.moonlet.lua.value.Calls;
import dev.moonlet.lua.value.Cursor;
import dev.moonlet.lua.value.Failures;
import dev.moonlet.lua.value.Function;
import dev.moonlet.lua.value.Indexing;
import dev.moonlet.lua.value.LuaInt;
import dev.moonlet.lua.value.Metatables;
import dev.moonlet.lua.value.Names;
import dev.moonlet.lua.value.Table;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** {@code next}, {@code pairs} and {@code ipairs}. */
final class Iteration {

    static final Body NEXT = new Next();
    private static final Function STEP = new Step().function();

    private Iteration() {}

    /**
     * What a loop over all pairs needs. What is no table is refused here, in the words that the
     * loop would use: C Lua waits for the first step.
     */
    static Varargs pairs(Arguments arguments) {
        LuaValue value = arguments.any(1);
        LuaValue handler = Metatables.handler(value, Names.PAIRS);
        if (handler != LuaValue.NIL) {
            Varargs made = Calls.apply(handler, value);
            return LuaValue.varargsOf(made.arg1(), made.arg(2), made.arg(3));
        }
        if (!(value instanceof Table)) {
            String given = Failures.typeName(value);
            throw Failures.argument(1, "for iterator", "table expected, got " + given);
        }
        return LuaValue.varargsOf(NEXT.function(), value, LuaValue.NIL);
    }

    static Varargs ipairs(Arguments arguments) {
        return LuaValue.varargsOf(STEP, arguments.any(1), LuaInt.of(0));
    }

    /** {@code next}. */
    private static final class Next extends Body {

        @Override
        public Varargs apply(Varargs values) {
            return new Arguments("next", values).table(1).next(values.arg(2));
        }

        @Override
        public @Nullable Cursor cursor(LuaValue state, LuaValue control) {
            return state instanceof Table table && control == LuaValue.NIL
                    ? Cursor.ofKeys(table)
                    : null;
        }

        @Override
        public Varargs apply(LuaValue from, LuaValue key) {
            return from instanceof Table table ? table.next(key) : super.apply(from, key);
        }
    }

    /** What {@code ipairs} returns: the next item, unless it is nil. */
    private static final class Step extends Body {

        @Override
        public Varargs apply(Varargs values) {
            long last = new Arguments("for iterator", values).integer(2);
            return apply(values.arg1(), LuaInt.of(last));
        }

        @Override
        public @Nullable Cursor cursor(LuaValue state, LuaValue control) {
            return state instanceof Table table
                            && control instanceof LuaInt start
                            && start.value == 0
                    ? Cursor.ofItems(table)
                    : null;
        }

        @Override
        public Varargs apply(LuaValue from, LuaValue last) {
            if (!(last instanceof LuaInt number)) {
                return super.apply(from, last);
            }
            long position = number.value + 1;
            LuaValue item = Indexing.get(from, position, null);
            return item == LuaValue.NIL
                    ? LuaValue.NIL
                    : LuaValue.varargsOf(LuaInt.of(position), item);
        }
    }
}
