package dev.moonlet.lua.stdlib;

import static dev.moonlet.lua.stdlib.LibraryFunction.define;

import dev.moonlet.lua.value.Failures;
import dev.moonlet.lua.value.LuaInt;
import dev.moonlet.lua.value.Poll;
import dev.moonlet.lua.value.Table;
import java.util.function.IntBinaryOperator;
import org.luaj.vm2.LuaValue;

/** {@code bit32} of Lua 5.2: numbers of 32 bits without a sign. */
public final class Bit32Library {

    private static final int BITS = 32;

    private Bit32Library() {}

    /** A table of the functions. */
    public static Table table() {
        Table table = new Table();
        define(table, "band", arguments -> result(fold(arguments, -1, (a, b) -> a & b)));
        define(table, "bnot", arguments -> result(~bits(arguments, 1)));
        define(table, "bor", arguments -> result(fold(arguments, 0, (a, b) -> a | b)));
        define(table, "btest", arguments -> isAnySet(fold(arguments, -1, (a, b) -> a & b)));
        define(table, "bxor", arguments -> result(fold(arguments, 0, (a, b) -> a ^ b)));
        define(table, "lshift", values -> shift(bits(values, 1), values.integer(2)));
        define(table, "rshift", values -> shift(bits(values, 1), -values.integer(2)));
        define(table, "arshift", Bit32Library::shiftWithSign);
        define(table, "lrotate", values -> rotate(bits(values, 1), values.integer(2)));
        define(table, "rrotate", values -> rotate(bits(values, 1), -values.integer(2)));
        define(table, "extract", Bit32Library::extract);
        define(table, "replace", Bit32Library::replace);
        return table;
    }

    /** A number modulo 2^32; what is behind its point is rounded, as C Lua 5.2 does. */
    private static int bits(Arguments arguments, int i) {
        if (arguments.value(i) instanceof LuaInt integer) {
            return (int) integer.value;
        }
        double number = arguments.number(i);
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            throw arguments.failure(i, "number has no integer representation");
        }
        return (int) (long) (Math.rint(number) % 0x1p32);
    }

    private static LuaInt result(int bits) {
        return LuaInt.of(Integer.toUnsignedLong(bits));
    }

    private static LuaValue isAnySet(int bits) {
        return LuaValue.valueOf(bits != 0);
    }

    private static int fold(Arguments arguments, int identity, IntBinaryOperator operator) {
        int bits = identity;
        for (int i = 1; i <= arguments.count(); i++) {
            Poll.poll();
            bits = operator.applyAsInt(bits, bits(arguments, i));
        }
        return bits;
    }

    /** Shifts to the left, or to the right by a negative distance. */
    private static LuaInt shift(int bits, long distance) {
        if (distance <= -BITS || distance >= BITS) {
            return result(0);
        }
        return result(distance >= 0 ? bits << distance : bits >>> -distance);
    }

    private static LuaInt shiftWithSign(Arguments arguments) {
        int bits = bits(arguments, 1);
        long distance = arguments.integer(2);
        if (distance < 0 || bits >= 0) {
            return shift(bits, -distance);
        }
        return result(bits >> Math.min(distance, BITS - 1));
    }

    private static LuaInt rotate(int bits, long distance) {
        return result(Integer.rotateLeft(bits, (int) distance));
    }

    private static LuaInt extract(Arguments arguments) {
        int bits = bits(arguments, 1);
        Field field = field(arguments, 2);
        return result((bits >>> field.position()) & field.mask());
    }

    private static LuaInt replace(Arguments arguments) {
        int bits = bits(arguments, 1);
        int inserted = bits(arguments, 2);
        Field field = field(arguments, 3);
        int hole = ~(field.mask() << field.position());
        return result((bits & hole) | ((inserted & field.mask()) << field.position()));
    }

    private static Field field(Arguments arguments, int i) {
        long position = arguments.integer(i);
        long width = arguments.integer(i + 1, 1);
        if (position < 0) {
            throw arguments.failure(i, "field cannot be negative");
        }
        if (width <= 0) {
            throw arguments.failure(i + 1, "width must be positive");
        }
        if (position >= BITS || width > BITS - position) {
            throw Failures.of("trying to access non-existent bits");
        }
        return new Field((int) position, (int) width);
    }

    /** Some bits beside each other, counted from the lowest. */
    private record Field(int position, int width) {

        int mask() {
            return -1 >>> (BITS - width);
        }
    }
}
