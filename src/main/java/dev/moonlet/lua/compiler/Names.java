package dev.moonlet.lua.compiler;

import dev.moonlet.lua.syntax.Constant;
import dev.moonlet.lua.syntax.Expression;
import dev.moonlet.lua.syntax.FunctionBody;
import dev.moonlet.lua.syntax.Position;
import org.jspecify.annotations.Nullable;

/** What an expression is called in errors: {@code local 'x'}, {@code field 'y'}. */
final class Names {

    /** Long enough for what people write; the JVM stores strings of up to 65,535 bytes. */
    private static final int LONGEST = 1000;

    private static final int LARGEST_WRITTEN = 255;

    private static final String ENVIRONMENT = "_ENV";

    private Names() {}

    static String cut(String name) {
        return name.substring(0, Math.min(name.length(), LONGEST));
    }

    /** What an operand is called; null if it has no name. */
    static @Nullable String of(Expression expression, FunctionBody function) {
        return switch (Constant.folded(expression)) {
            case Expression.LocalUse use ->
                    (use.local().owner() == function ? "local '" : "upvalue '")
                            + use.local().name()
                            + "'";
            case Expression.GlobalUse use -> "global '" + shown(use.name()) + "'";
            case Expression.Index index -> of(index);
            case Expression.StringLiteral text -> "constant '" + shown(text) + "'";
            case null, default -> null;
        };
    }

    private static String of(Expression.Index index) {
        Expression key = Constant.folded(index.key());
        if (isSmall(key)) {
            return "field 'integer index'";
        }
        return (isEnvironment(Constant.folded(index.table())) ? "global '" : "field '")
                + (key instanceof Expression.StringLiteral name ? shown(name) : "?")
                + "'";
    }

    /** C Lua takes whatever goes by this name for the globals. */
    private static boolean isEnvironment(@Nullable Expression table) {
        return switch (table) {
            case Expression.LocalUse use -> use.local().name().equals(ENVIRONMENT);
            case Expression.GlobalUse use -> shown(use.name()).equals(ENVIRONMENT);
            case Expression.Index(Position _, Expression _, Expression.StringLiteral key) ->
                    shown(key).equals(ENVIRONMENT);
            case Expression.StringLiteral text -> shown(text).equals(ENVIRONMENT);
            case null, default -> false;
        };
    }

    /** What is called. */
    static @Nullable String ofCalled(Expression call, FunctionBody function) {
        return switch (call) {
            case Expression.Call plain -> of(plain.function(), function);
            case Expression.MethodCall method -> "method '" + shown(method.name()) + "'";
            default -> null;
        };
    }

    /** In C, a text ends with its first zero. */
    private static String shown(Expression.StringLiteral literal) {
        String text = literal.value().tojstring();
        int zero = text.indexOf('\0');
        return zero < 0 ? text : text.substring(0, zero);
    }

    /** Whether C Lua writes a key into the instruction itself. */
    private static boolean isSmall(@Nullable Expression key) {
        return key instanceof Expression.IntegerLiteral number
                && number.value() >= 0
                && number.value() <= LARGEST_WRITTEN;
    }
}
