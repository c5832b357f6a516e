package dev.moonlet.lua.value;

import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** {@code ..}, {@code #} and what {@code tostring} says. */
public final class Strings {

    private Strings() {}

    public static LuaValue concat(LuaValue a, LuaValue b, @Nullable String x, @Nullable String y) {
        if (isText(a) && isText(b)) {
            return join(a.strvalue(), b.strvalue());
        }
        LuaValue handler = Metatables.handler(a, b, Names.CONCAT);
        if (handler != LuaValue.NIL) {
            return Metatables.call(Names.CONCAT, handler, a, b);
        }
        throw isText(a) ? Failures.type("concatenate", b, y) : Failures.type("concatenate", a, x);
    }

    /**
     * Joins several values from the right, many strings at once. What a handler returns goes by the
     * name of its left operand, in whose place C Lua puts it.
     */
    public static LuaValue concat(LuaValue[] values, @Nullable String[] names) {
        int end = values.length - 1;
        LuaValue result = values[end];
        String name = names[end];
        while (end > 0) {
            int start = end;
            while (start > 0 && isText(values[start - 1]) && isText(result)) {
                start--;
            }
            if (start < end) {
                result = join(values, start, end, result.strvalue());
                end = start;
            } else {
                result = concat(values[end - 1], result, names[end - 1], name);
                end--;
            }
            name = names[end];
        }
        return result;
    }

    public static LuaValue length(LuaValue value, @Nullable String what) {
        if (value instanceof LuaString text) {
            return LuaInt.of(text.m_length);
        }
        LuaValue handler = Metatables.handler(value, Names.LEN);
        if (handler != LuaValue.NIL) {
            return Metatables.call(Names.LEN, handler, value, value);
        }
        if (value instanceof Table table) {
            return LuaInt.of(table.border());
        }
        throw Failures.type("get length of", value, what);
    }

    /** What {@code tostring} returns. */
    public static LuaString text(LuaValue value) {
        LuaValue handler = Metatables.handler(value, Names.TOSTRING);
        if (handler != LuaValue.NIL) {
            LuaValue text = Calls.call(handler, value);
            if (!isText(text)) {
                throw Failures.of("'__tostring' must return a string");
            }
            return text.strvalue();
        }
        return switch (value) {
            case LuaString text -> text;
            case LuaNumber number -> number.strvalue();
            default -> LuaValue.valueOf(named(value));
        };
    }

    private static String named(LuaValue value) {
        return switch (value.type()) {
            case LuaValue.TNIL, LuaValue.TBOOLEAN -> value.tojstring();
            default -> Failures.typeName(value) + ": " + address(value);
        };
    }

    /** Where a value is, as far as scripts can see. */
    public static String address(LuaValue value) {
        return "0x%012x".formatted(System.identityHashCode(value));
    }

    private static boolean isText(LuaValue value) {
        return value instanceof LuaString || value instanceof LuaNumber;
    }

    private static LuaString join(LuaString a, LuaString b) {
        byte[] bytes = allocate((long) a.m_length + b.m_length);
        a.copyInto(0, bytes, 0, a.m_length);
        b.copyInto(0, bytes, a.m_length, b.m_length);
        return LuaString.valueUsing(bytes);
    }

    private static LuaString join(LuaValue[] values, int start, int end, LuaString last) {
        LuaString[] parts = new LuaString[end - start + 1];
        long length = last.m_length;
        for (int i = start; i < end; i++) {
            parts[i - start] = values[i].strvalue();
            length += parts[i - start].m_length;
        }
        parts[end - start] = last;
        byte[] bytes = allocate(length);
        int at = 0;
        for (LuaString part : parts) {
            part.copyInto(0, bytes, at, part.m_length);
            at += part.m_length;
        }
        return LuaString.valueUsing(bytes);
    }

    private static byte[] allocate(long length) {
        Memory.chargeString(length);
        return new byte[(int) length];
    }
}
