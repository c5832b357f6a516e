package dev.moonlet.lua.compiler;

import dev.moonlet.lua.syntax.Constant;
import dev.moonlet.lua.syntax.Expression;
import dev.moonlet.lua.syntax.FunctionBody;
import dev.moonlet.lua.syntax.Local;
import org.jspecify.annotations.Nullable;

/** What an expression is called in errors: {@code local 'x'}, {@code field 'y'}. */
final class Names {

    /** Long enough for what people write; the JVM stores strings of up to 65,535 bytes. */
    private static final int LONGEST = 1000;

    private static final int LARGEST_WRITTEN = 255;

    private Names() {}

    static String cut(String name) {
        return name.substring(0, Math.min(name.length(), LONGEST));
    }

    /** What an operand is called; null if it has no name. */
    static @Nullable String of(Expression expression, FunctionBody function) {
        return switch (expression) {
            case Expression.Parenthesized inner -> of(inner.inner(), function);
            case Expression.LocalUse use -> local(use.local(), function);
            case Expression.GlobalUse use -> "global '" + shown(use.name()) + "'";
            case Expression.Index index ->
                    (isGlobal(index) ? "global '" : "field '") + key(index.key()) + "'";
            case Expression.StringLiteral text -> "constant '" + shown(text) + "'";
            case Expression.And both when Constant.isTrue(both.left()) ->
                    of(both.right(), function);
            case Expression.Or either when Constant.isFalse(either.left()) ->
                    of(either.right(), function);
            default -> null;
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

    /** C Lua puts a constant's value in the place of the local that is declared to be it. */
    private static @Nullable String local(Local local, FunctionBody function) {
        Expression constant = local.constant();
        if (constant != null) {
            return of(constant, function);
        }
        return (local.owner() == function ? "local '" : "upvalue '") + local.name() + "'";
    }

    /** In C, a text ends with its first zero. */
    private static String shown(Expression.StringLiteral literal) {
        String text = literal.value().tojstring();
        int zero = text.indexOf('\0');
        return zero < 0 ? text : text.substring(0, zero);
    }

    private static boolean isGlobal(Expression.Index index) {
        return index.table() instanceof Expression.LocalUse use
                && use.local().name().equals("_ENV")
                && !isSmall(index.key());
    }

    private static String key(Expression key) {
        return switch (key) {
            case Expression.StringLiteral name -> shown(name);
            case Expression.LocalUse use when use.local().constant() != null ->
                    key(use.local().constant());
            default -> isSmall(key) ? "integer index" : "?";
        };
    }

    /** Whether C Lua writes a key into the instruction itself. */
    private static boolean isSmall(Expression key) {
        return key instanceof Expression.IntegerLiteral number
                && number.value() >= 0
                && number.value() <= LARGEST_WRITTEN;
    }
}
