package dev.moonlet.lua.syntax;

import java.util.List;

/**
 * Places what is read from a table. C Lua reads it when it has seen what comes next, and places an
 * error there: at the operator or the comma behind it, or at what closes the brackets around it.
 */
final class Moved {

    private Moved() {}

    static Expression to(Position at, Expression expression) {
        return expression instanceof Expression.Index index
                ? new Expression.Index(at, index.table(), index.key())
                : expression;
    }

    static void last(List<Expression> expressions, Position at) {
        if (!expressions.isEmpty()) {
            expressions.set(expressions.size() - 1, to(at, expressions.getLast()));
        }
    }
}
