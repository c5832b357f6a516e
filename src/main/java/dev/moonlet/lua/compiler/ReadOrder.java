package dev.moonlet.lua.compiler;

import dev.moonlet.lua.syntax.Expression;
import dev.moonlet.lua.syntax.FunctionBody;

/**
 * When an operation reads a local that functions may change while it evaluates its other operands.
 * C Lua reads its registers, the locals of the function itself, when all of them are there.
 */
record ReadOrder(FunctionBody function, Types types) {

    /** C Lua keeps shorter strings once each, and has instructions of their own for such fields. */
    private static final int LONGEST_NAME = 40;

    /** Whether an operand is read last. */
    boolean isLate(Expression operand) {
        return operand instanceof Expression.Parenthesized inner
                ? isLate(inner.inner())
                : isCell(operand) && isOwn(operand);
    }

    /** Whether a table is read when the value for its field was evaluated. */
    boolean isLate(Expression table, Expression key) {
        return isLate(table) || (isCell(table) && isShortName(key));
    }

    /**
     * Whether a table is read when its key was evaluated: the locals of other functions are, too.
     */
    boolean isBehindKey(Expression table, Expression key) {
        return isCell(table)
                && !(key instanceof Expression.StringLiteral)
                && types.of(key) == Kind.VALUE;
    }

    private static boolean isShortName(Expression key) {
        return key instanceof Expression.StringLiteral text
                && text.value().length() <= LONGEST_NAME;
    }

    private static boolean isCell(Expression operand) {
        return operand instanceof Expression.LocalUse use && Frame.isCell(use.local());
    }

    private boolean isOwn(Expression operand) {
        return operand instanceof Expression.LocalUse use && use.local().owner() == function;
    }
}
