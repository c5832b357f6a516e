package dev.moonlet.lua.value;

import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/**
 * An arithmetic operation on whatever it gets: numbers of both kinds, strings that are numbers, and
 * values with a metamethod.
 */
final class ArithmeticSlow {

    static final ArithmeticSlow ADD =
            new ArithmeticSlow(Names.ADD, "add", (a, b) -> a + b, (a, b) -> a + b);
    static final ArithmeticSlow SUB =
            new ArithmeticSlow(Names.SUB, "sub", (a, b) -> a - b, (a, b) -> a - b);
    static final ArithmeticSlow MUL =
            new ArithmeticSlow(Names.MUL, "mul", (a, b) -> a * b, (a, b) -> a * b);
    static final ArithmeticSlow DIV = new ArithmeticSlow(Names.DIV, "div", null, (a, b) -> a / b);
    static final ArithmeticSlow IDIV =
            new ArithmeticSlow(
                    Names.IDIV, "idiv", Arithmetic::floorDivide, Arithmetic::floorDivide);
    static final ArithmeticSlow MOD =
            new ArithmeticSlow(Names.MOD, "mod", Arithmetic::modulo, Arithmetic::modulo);
    static final ArithmeticSlow POW = new ArithmeticSlow(Names.POW, "pow", null, Arithmetic::power);

    private final LuaString handler;
    private final String verb;
    private final @Nullable LongOperation onIntegers;
    private final DoubleOperation onFloats;

    private ArithmeticSlow(
            LuaString handler,
            String verb,
            @Nullable LongOperation onIntegers,
            DoubleOperation onFloats) {
        this.handler = handler;
        this.verb = verb;
        this.onIntegers = onIntegers;
        this.onFloats = onFloats;
    }

    @FunctionalInterface
    private interface LongOperation {
        long apply(long a, long b);
    }

    @FunctionalInterface
    private interface DoubleOperation {
        double apply(double a, double b);
    }

    LuaValue apply(LuaValue a, LuaValue b, @Nullable String x, @Nullable String y) {
        if (a instanceof LuaNumber && b instanceof LuaNumber) {
            return onNumbers(a, b);
        }
        LuaValue own = Metatables.handler(a, b, handler);
        if (own != LuaValue.NIL) {
            return a instanceof LuaString
                    ? SpelledArithmetic.byHandler(own, a, b)
                    : Metatables.call(handler, own, a, b);
        }
        return onStrings(a, b, x, y);
    }

    static LuaValue negate(LuaValue a, @Nullable String x) {
        LuaValue own = Metatables.handler(a, Names.UNM);
        if (own != LuaValue.NIL) {
            return Metatables.call(Names.UNM, own, a, a);
        }
        LuaValue number = Conversions.toNumber(a);
        if (number == LuaValue.NIL) {
            throw a instanceof LuaString
                    ? Failures.of("attempt to unm a 'string' with a 'string'")
                    : Failures.type("perform arithmetic on", a, x);
        }
        return Arithmetic.negate(number, x);
    }

    LuaValue onNumbers(LuaValue a, LuaValue b) {
        if (onIntegers != null && a instanceof LuaInt one && b instanceof LuaInt other) {
            return LuaInt.of(onIntegers.apply(one.value, other.value));
        }
        return LuaFloat.of(onFloats.apply(a.todouble(), b.todouble()));
    }

    private LuaValue onStrings(LuaValue a, LuaValue b, @Nullable String x, @Nullable String y) {
        LuaValue one = Conversions.toNumber(a);
        LuaValue other = Conversions.toNumber(b);
        if (one != LuaValue.NIL && other != LuaValue.NIL) {
            return SpelledArithmetic.onNumbers(this, one, other);
        }
        if (a instanceof LuaString || b instanceof LuaString) {
            throw stringFailure(a, b);
        }
        throw a instanceof LuaNumber
                ? Failures.type("perform arithmetic on", b, y)
                : Failures.type("perform arithmetic on", a, x);
    }

    private RuntimeException stringFailure(LuaValue a, LuaValue b) {
        return Failures.of(
                "attempt to %s a '%s' with a '%s'".formatted(verb, a.typename(), b.typename()));
    }
}
