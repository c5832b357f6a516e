package dev.moonlet.lua.syntax;

import org.jspecify.annotations.Nullable;

/**
 * What C Lua makes of an expression when it compiles it: constants are computed, and of {@code and}
 * and {@code or} remains one operand where the other never counts.
 *
 * @param last what is evaluated last
 * @param leftIfTrue whether a value that is true may be the expression's before that
 * @param leftIfFalse whether nil or false may
 */
record Folded(Expression last, boolean leftIfTrue, boolean leftIfFalse) {

    static Folded of(Expression expression) {
        return switch (expression) {
            case Expression.Parenthesized inner -> of(inner.inner());
            case Expression.LocalUse use when use.local().constant() != null ->
                    whole(use.local().constant());
            case Expression.And and -> and(of(and.left()), of(and.right()));
            case Expression.Or or -> or(of(or.left()), of(or.right()));
            case Expression.Unary unary when unary.operator() == UnaryOperator.NOT ->
                    not(unary, of(unary.operand()));
            case Expression.Unary unary -> whole(unary, FoldedNumber.of(unary));
            case Expression.Binary binary -> whole(binary, FoldedNumber.of(binary));
            default -> whole(expression);
        };
    }

    /** Whether what is last is the value in any case. */
    boolean isWhole() {
        return !leftIfTrue && !leftIfFalse;
    }

    boolean isConstant() {
        return switch (last) {
            case Expression.Nil _, Expression.True _, Expression.False _ -> true;
            case Expression.IntegerLiteral _, Expression.FloatLiteral _ -> true;
            case Expression.StringLiteral _ -> true;
            default -> false;
        };
    }

    private boolean isTrue() {
        return isConstant() && !isFalse();
    }

    private boolean isFalse() {
        return last instanceof Expression.Nil || last instanceof Expression.False;
    }

    private static Folded whole(Expression expression) {
        return new Folded(expression, false, false);
    }

    private static Folded whole(Expression expression, @Nullable Expression constant) {
        return whole(constant == null ? expression : constant);
    }

    private static Folded and(Folded left, Folded right) {
        boolean leaves = left.leftIfFalse || !left.isTrue();
        return new Folded(right.last, right.leftIfTrue, right.leftIfFalse || leaves);
    }

    private static Folded or(Folded left, Folded right) {
        boolean leaves = left.leftIfTrue || !left.isFalse();
        return new Folded(right.last, right.leftIfTrue || leaves, right.leftIfFalse);
    }

    private static Folded not(Expression.Unary unary, Folded operand) {
        boolean ifTrue = operand.leftIfFalse;
        boolean ifFalse = operand.leftIfTrue;
        if (!operand.isConstant()) {
            return new Folded(unary, ifTrue, ifFalse);
        }
        return new Folded(
                operand.isFalse()
                        ? new Expression.True(unary.at())
                        : new Expression.False(unary.at()),
                ifTrue,
                ifFalse);
    }
}
