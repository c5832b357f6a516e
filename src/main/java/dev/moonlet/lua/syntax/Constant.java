package dev.moonlet.lua.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Knows the values that C Lua knows when it compiles, and so the locals that are constants, which
 * it gives no place of their own.
 */
public final class Constant {

    private Constant() {}

    /** Tells the last local of a declaration what it is, if it is to be constant and is known. */
    static void note(List<Local> locals, List<Expression> values) {
        Local last = locals.getLast();
        if (last.attribute() == Local.Attribute.CONST && locals.size() == values.size()) {
            Folded value = Folded.of(values.getLast());
            if (value.isWhole() && value.isConstant()) {
                last.is(value.last());
            }
        }
    }

    /**
     * What an expression comes to in any case: a literal, if its value is known, or what remains of
     * it, which may be itself; null if that depends.
     */
    public static @Nullable Expression folded(Expression expression) {
        Folded folded = Folded.of(expression);
        return folded.isWhole() ? folded.last() : null;
    }
}
