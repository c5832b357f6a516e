package dev.moonlet.lua.syntax;

import java.util.List;

/**
 * Places what is read from a table. C Lua reads it when it has seen what comes next, and places an
 * error there: at the operator or the comma behind it, or at what closes the brackets around it.
 */
final class Moved {

    private Moved() {}

    static Expression to(Position at, Expression expression) {
        return switch (expression) {
            case Expression.Index it -> new Expression.Index(at, it.table(), it.key());
            case Expression.GlobalUse it ->
                    new Expression.GlobalUse(at, it.environment(), it.name());
            default -> expression;
        };
    }

    static void last(List<Expression> expressions, Position at) {
        if (!expressions.isEmpty()) {
            expressions.set(expressions.size() - 1, to(at, expressions.getLast()));
        }
    }
}
