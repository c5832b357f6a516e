package dev.moonlet.lua.compiler;

import dev.moonlet.lua.syntax.Expression;
import dev.moonlet.lua.syntax.Local;
import dev.moonlet.lua.syntax.Statement;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;

/**
 * Emits loops over numbers. Where start and step are known to be integers, the loop counts in the
 * JVM's own; any other loop finds out when it begins whether it runs over integers or over floats.
 */
final class NumericForEmitter {

    private static final Callee COUNT_TO_INTEGER = countTo(Symbols.LONG);
    private static final Callee COUNT_TO_FLOAT = countTo(Symbols.DOUBLE);
    private static final Callee COUNT_TO_VALUE = countTo(Symbols.VALUE);

    private static final Callee BEGIN =
            Callee.function(
                    LoopState.TYPE,
                    "begin",
                    LoopState.TYPE,
                    Symbols.VALUE,
                    Symbols.VALUE,
                    Symbols.VALUE);
    private static final Callee NEXT = Callee.method(LoopState.TYPE, "next", Symbols.BOOLEAN);
    private static final Callee VALUE = Callee.method(LoopState.TYPE, "value", Symbols.VALUE);
    private static final Callee REAL =
            Callee.function(LoopState.TYPE, "real", Symbols.DOUBLE, Symbols.VALUE);

    private final Emitter out;
    private final ExpressionEmitter expressions;
    private final LoopEmitter loops;

    NumericForEmitter(Emitter out, ExpressionEmitter expressions, LoopEmitter loops) {
        this.out = out;
        this.expressions = expressions;
        this.loops = loops;
    }

    void emit(Statement.NumericFor loop) {
        Expression step = loop.step().orElse(new Expression.IntegerLiteral(loop.at(), 1));
        boolean integers =
                out.types().of(loop.start()) == Kind.INTEGER
                        && out.types().of(step) == Kind.INTEGER;
        if (integers) {
            overIntegers(loop, step);
        } else {
            overWhatTurnsUp(loop, step);
        }
    }

    private void overIntegers(Statement.NumericFor loop, Expression step) {
        int counter = out.code().allocateLocal(TypeKind.LONG);
        int stride = out.code().allocateLocal(TypeKind.LONG);
        int left = out.code().allocateLocal(TypeKind.LONG);
        expressions.integer(loop.start());
        out.code().lstore(counter);
        Kind limit = out.types().of(loop.limit());
        out.code().lload(counter);
        expressions.of(limit, loop.limit());
        expressions.integer(step);
        out.code().dup2().lstore(stride);
        out.line(loop.at().line());
        out.call(
                switch (limit) {
                    case INTEGER -> COUNT_TO_INTEGER;
                    case FLOAT -> COUNT_TO_FLOAT;
                    case VALUE -> COUNT_TO_VALUE;
                });
        out.code().lstore(left);
        round(
                loop,
                left,
                () -> {
                    out.code().lload(counter);
                    declare(loop.variable(), Kind.INTEGER);
                },
                () -> out.code().lload(counter).lload(stride).ladd().lstore(counter));
    }

    private static Callee countTo(ClassDesc limit) {
        return Callee.function(
                Symbols.SUPPORT, "loopCount", Symbols.LONG, Symbols.LONG, limit, Symbols.LONG);
    }

    /** Goes round while something is left, counting down. */
    private void round(Statement.NumericFor loop, int left, Runnable declare, Runnable advance) {
        Label end = out.code().newLabel();
        out.code().lload(left).lconst_0().lcmp().iflt(end);
        Label top = out.code().newBoundLabel();
        declare.run();
        loops.body(loop.block(), end);
        out.poll();
        out.code().lload(left).lconst_0().lcmp().ifeq(end);
        out.code().lload(left).lconst_1().lsub().lstore(left);
        advance.run();
        out.code().goto_(top);
        out.code().labelBinding(end);
    }

    private void overWhatTurnsUp(Statement.NumericFor loop, Expression step) {
        expressions.value(loop.start());
        expressions.value(loop.limit());
        expressions.value(step);
        out.line(loop.at().line());
        out.call(BEGIN);
        int state = out.code().allocateLocal(TypeKind.REFERENCE);
        out.code().astore(state);
        Label end = out.code().newLabel();
        Label top = out.code().newBoundLabel();
        out.code().aload(state);
        out.call(NEXT);
        out.code().ifeq(end);
        out.code().aload(state);
        out.call(VALUE);
        declare(loop.variable(), Kind.VALUE);
        loops.body(loop.block(), end);
        out.poll();
        out.code().goto_(top);
        out.code().labelBinding(end);
    }

    /** The local has a kind of its own: it may be captured, or assigned to by the body. */
    private void declare(Local variable, Kind given) {
        Kind kind = out.frame().kind(variable);
        if (kind == given) {
            out.frame().declare(variable);
        } else if (kind == Kind.VALUE) {
            out.box(given);
            out.frame().declare(variable);
        } else {
            out.call(REAL);
            out.frame().declare(variable);
        }
    }
}
