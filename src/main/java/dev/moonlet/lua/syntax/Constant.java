package dev.moonlet.lua.syntax;

import java.util.List;

/**
 * Knows the values that C Lua knows when it compiles, and so the locals that are constants, which
 * it gives no place of their own.
 */
public final class Constant {

    private Constant() {}

    /** Tells the last local of a declaration what it is, if it is to be constant and is known. */
    static void note(List<Local> locals, List<Expression> values) {
        Local last = locals.getLast();
        if (last.attribute() == Local.Attribute.CONST
                && locals.size() == values.size()
                && isKnown(values.getLast())) {
            last.is(values.getLast());
        }
    }

    /** Whether an expression is known to be neither nil nor false. */
    public static boolean isTrue(Expression value) {
        return isKnown(value) && !isFalse(value);
    }

    /** Whether an expression is known to be nil or false. */
    public static boolean isFalse(Expression value) {
        return switch (value) {
            case Expression.Nil _, Expression.False _ -> true;
            case Expression.Parenthesized inner -> isFalse(inner.inner());
            case Expression.LocalUse use when use.local().constant() != null ->
                    isFalse(use.local().constant());
            case Expression.Unary unary when unary.operator() == UnaryOperator.NOT ->
                    isTrue(unary.operand());
            default -> false;
        };
    }

    private static boolean isKnown(Expression value) {
        return switch (value) {
            case Expression.Nil _, Expression.True _, Expression.False _ -> true;
            case Expression.StringLiteral _ -> true;
            case Expression.Parenthesized inner -> isKnown(inner.inner());
            case Expression.LocalUse use when use.local().constant() != null ->
                    isKnown(use.local().constant());
            case Expression.Unary unary when unary.operator() == UnaryOperator.NOT ->
                    isKnown(unary.operand());
            default -> isNumber(value);
        };
    }

    /** Whether an expression is a number that C Lua computes itself; a zero that divides is not. */
    private static boolean isNumber(Expression value) {
        return switch (value) {
            case Expression.IntegerLiteral _, Expression.FloatLiteral _ -> true;
            case Expression.Parenthesized inner -> isNumber(inner.inner());
            case Expression.LocalUse use when use.local().constant() != null ->
                    isNumber(use.local().constant());
            case Expression.Unary unary ->
                    (unary.operator() == UnaryOperator.NEGATE
                                    || unary.operator() == UnaryOperator.BITWISE_NOT)
                            && isNumber(unary.operand());
            case Expression.Binary binary ->
                    isArithmetic(binary) && isNumber(binary.left()) && isNumber(binary.right());
            default -> false;
        };
    }

    private static boolean isArithmetic(Expression.Binary binary) {
        return switch (binary.operator()) {
            case ADD, SUBTRACT, MULTIPLY, POWER -> true;
            case BITWISE_AND, BITWISE_OR, BITWISE_XOR, SHIFT_LEFT, SHIFT_RIGHT -> true;
            case DIVIDE, FLOOR_DIVIDE, MODULO ->
                    !(binary.right() instanceof Expression.IntegerLiteral number
                            && number.value() == 0);
            default -> false;
        };
    }
}
