package dev.moonlet.lua.value;

import org.luaj.vm2.LuaDouble;
import org.luaj.vm2.LuaInteger;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** Numbers among each other: LuaJ's become ours, floats become integers where they are some. */
public final class Numbers {

    private Numbers() {}

    public static boolean isInteger(double value) {
        return value >= -0x1p63 && value < 0x1p63 && value == Math.rint(value);
    }

    /** A value as scripts know it, and a float that is an integer as a table knows it as a key. */
    static LuaValue key(LuaValue key) {
        return switch (key) {
            case LuaFloat number ->
                    isInteger(number.value) ? LuaInt.of((long) number.value) : number;
            default -> normal(key);
        };
    }

    /** A value with LuaJ's numbers made ours. */
    public static LuaValue normal(LuaValue value) {
        return switch (value) {
            case LuaInteger number -> LuaInt.of(number.tolong());
            case LuaDouble number -> LuaFloat.of(number.todouble());
            default -> value;
        };
    }

    public static Varargs normal(Varargs values) {
        if (values instanceof LuaValue value) {
            return value == LuaValue.NONE ? value : normal(value);
        }
        for (int i = 1; i <= values.narg(); i++) {
            if (isForeign(values.arg(i))) {
                return copyOfNormal(values);
            }
        }
        return values;
    }

    private static Varargs copyOfNormal(Varargs values) {
        LuaValue[] copy = new LuaValue[values.narg()];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = normal(values.arg(i + 1));
        }
        return LuaValue.varargsOf(copy);
    }

    private static boolean isForeign(LuaValue value) {
        return value instanceof LuaNumber
                && !(value instanceof LuaInt)
                && !(value instanceof LuaFloat);
    }

    public static LuaString text(long value) {
        return LuaValue.valueOf(Long.toString(value));
    }

    public static LuaString text(double value) {
        return LuaValue.valueOf(NumberText.of(value));
    }
}
