package dev.moonlet.lua.compiler;

import dev.moonlet.lua.syntax.Expression;
import dev.moonlet.lua.syntax.FunctionBody;
import org.jspecify.annotations.Nullable;

/** What an expression is called in errors: {@code local 'x'}, {@code field 'y'}. */
final class Names {

    /** Long enough for what people write; the JVM stores strings of up to 65,535 bytes. */
    private static final int LONGEST = 1000;

    private Names() {}

    static String cut(String name) {
        return name.substring(0, Math.min(name.length(), LONGEST));
    }

    static @Nullable String of(Expression expression, FunctionBody function) {
        return switch (expression) {
            case Expression.LocalUse use ->
                    (use.local().owner() == function ? "local '" : "upvalue '")
                            + use.local().name()
                            + "'";
            case Expression.GlobalUse use -> "global '" + use.name().value().tojstring() + "'";
            case Expression.Index index -> "field '" + key(index.key()) + "'";
            case Expression.MethodCall call -> "method '" + call.name().value().tojstring() + "'";
            case Expression.StringLiteral text -> "constant '" + text.value().tojstring() + "'";
            default -> null;
        };
    }

    private static String key(Expression key) {
        return switch (key) {
            case Expression.StringLiteral name -> name.value().tojstring();
            case Expression.IntegerLiteral _ -> "integer index";
            default -> "?";
        };
    }
}
