package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.value.Comparison;
import dev.moonlet.lua.value.Conversions;
import dev.moonlet.lua.value.Failures;
import dev.moonlet.lua.value.LuaInt;
import dev.moonlet.lua.value.Table;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** The arguments of a library function, read and checked; they count from 1. */
record Arguments(String function, Varargs values) {

    int count() {
        return values.narg();
    }

    boolean isNone(int i) {
        return i > values.narg();
    }

    /** A value, nil if it is not there. */
    LuaValue value(int i) {
        return values.arg(i);
    }

    boolean isNil(int i) {
        return value(i) == LuaValue.NIL;
    }

    boolean isTrue(int i) {
        return Comparison.isTrue(value(i));
    }

    /** A value of any type, but a value. */
    LuaValue any(int i) {
        if (isNone(i)) {
            throw failure(i, "value expected");
        }
        return value(i);
    }

    long integer(int i) {
        if (value(i) instanceof LuaInt number) {
            return number.value;
        }
        LuaValue number = numberValue(i);
        if (!Conversions.isInteger(number)) {
            throw failure(i, "number has no integer representation");
        }
        return number.tolong();
    }

    long integer(int i, long otherwise) {
        return isNil(i) ? otherwise : integer(i);
    }

    double number(int i) {
        return numberValue(i).todouble();
    }

    double number(int i, double otherwise) {
        return isNil(i) ? otherwise : number(i);
    }

    LuaString string(int i) {
        return switch (value(i)) {
            case LuaString text -> text;
            case LuaNumber number -> number.strvalue();
            default -> throw unexpected(i, "string");
        };
    }

    LuaString string(int i, LuaString otherwise) {
        return isNil(i) ? otherwise : string(i);
    }

    Table table(int i) {
        if (value(i) instanceof Table table) {
            return table;
        }
        throw unexpected(i, "table");
    }

    LuaFunction function(int i) {
        if (value(i) instanceof LuaFunction called) {
            return called;
        }
        throw unexpected(i, "function");
    }

    /** A value and all behind it. */
    Varargs from(int i) {
        return values.subargs(i);
    }

    LuaError failure(int i, String reason) {
        return Failures.argument(i, function, reason);
    }

    LuaError unexpected(int i, String expected) {
        String found = isNone(i) ? "no value" : Failures.typeName(value(i));
        return failure(i, expected + " expected, got " + found);
    }

    private LuaValue numberValue(int i) {
        LuaValue number = Conversions.toNumber(value(i));
        if (number == LuaValue.NIL) {
            throw unexpected(i, "number");
        }
        return number;
    }
}
