package dev.moonlet.lua.compiler;

import dev.moonlet.lua.syntax.BinaryOperator;
import dev.moonlet.lua.syntax.Expression;
import dev.moonlet.lua.syntax.UnaryOperator;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;

/** Emits conditions as jumps, without a value in between. */
final class ConditionEmitter {

    private static final Callee IS_TRUE =
            Callee.function(Symbols.COMPARISON, "isTrue", Symbols.BOOLEAN, Symbols.VALUE);
    private static final Callee EQUAL = comparison("equal", Symbols.VALUE);
    private static final Callee LESS = comparison("less", Symbols.VALUE);
    private static final Callee LESS_OR_EQUAL = comparison("lessOrEqual", Symbols.VALUE);
    private static final Callee EQUAL_TO_INTEGER = comparison("equal", Symbols.LONG);
    private static final Callee LESS_THAN_INTEGER = comparison("less", Symbols.LONG);
    private static final Callee AT_MOST_INTEGER = comparison("lessOrEqual", Symbols.LONG);
    private static final Callee GREATER_THAN_INTEGER = comparison("greater", Symbols.LONG);
    private static final Callee AT_LEAST_INTEGER = comparison("greaterOrEqual", Symbols.LONG);

    private final Emitter out;
    private final ExpressionEmitter expressions;

    ConditionEmitter(Emitter out, ExpressionEmitter expressions) {
        this.out = out;
        this.expressions = expressions;
    }

    /** Jumps if the condition is as it is said, else goes on. */
    void jump(Expression condition, Label target, boolean when) {
        switch (condition) {
            case Expression.True _ -> always(target, when);
            case Expression.False _, Expression.Nil _ -> always(target, !when);
            case Expression.Parenthesized inner -> jump(inner.inner(), target, when);
            case Expression.And and -> both(and.left(), and.right(), target, when);
            case Expression.Or or -> either(or.left(), or.right(), target, when);
            case Expression.Unary unary when unary.operator() == UnaryOperator.NOT ->
                    jump(unary.operand(), target, !when);
            case Expression.Binary binary when isComparison(binary.operator()) ->
                    comparison(binary, target, when);
            default -> {
                expressions.value(condition);
                jumpOnTruth(target, when);
            }
        }
    }

    /** Jumps if the value on the stack is true, or if it is not. */
    void jumpOnTruth(Label target, boolean when) {
        out.call(IS_TRUE);
        jumpOnFlag(target, when);
    }

    /** Leaves true or false. */
    void value(Expression condition) {
        Label yes = out.code().newLabel();
        Label end = out.code().newLabel();
        jump(condition, yes, true);
        expressions.value(new Expression.False(condition.at()));
        out.code().goto_(end);
        out.code().labelBinding(yes);
        expressions.value(new Expression.True(condition.at()));
        out.code().labelBinding(end);
    }

    private void always(Label target, boolean yes) {
        if (yes) {
            out.code().goto_(target);
        }
    }

    private void both(Expression left, Expression right, Label target, boolean when) {
        if (when) {
            Label no = out.code().newLabel();
            jump(left, no, false);
            jump(right, target, true);
            out.code().labelBinding(no);
        } else {
            jump(left, target, false);
            jump(right, target, false);
        }
    }

    private void either(Expression left, Expression right, Label target, boolean when) {
        if (when) {
            jump(left, target, true);
            jump(right, target, true);
        } else {
            Label yes = out.code().newLabel();
            jump(left, yes, true);
            jump(right, target, false);
            out.code().labelBinding(yes);
        }
    }

    private void jumpOnFlag(Label target, boolean when) {
        if (when) {
            out.code().ifne(target);
        } else {
            out.code().ifeq(target);
        }
    }

    private static Callee comparison(String name, ClassDesc right) {
        return Callee.function(Symbols.COMPARISON, name, Symbols.BOOLEAN, Symbols.VALUE, right);
    }

    private static boolean isComparison(BinaryOperator operator) {
        return switch (operator) {
            case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> true;
            default -> false;
        };
    }

    private void comparison(Expression.Binary binary, Label target, boolean when) {
        Kind left = out.types().of(binary.left());
        Kind right = out.types().of(binary.right());
        if (left == Kind.INTEGER && right == Kind.INTEGER) {
            expressions.integer(binary.left());
            expressions.integer(binary.right());
            out.code().lcmp();
            jumpOnOrder(binary.operator(), target, when);
        } else if (left == Kind.FLOAT && right == Kind.FLOAT) {
            expressions.real(binary.left());
            expressions.real(binary.right());
            compareDoubles(binary.operator());
            jumpOnOrder(binary.operator(), target, when);
        } else if (right == Kind.INTEGER) {
            withInteger(binary, binary.operator(), binary.left(), binary.right());
            jumpOnFlag(target, when == (binary.operator() != BinaryOperator.NOT_EQUAL));
        } else if (left == Kind.INTEGER && isPure(binary.left())) {
            withInteger(binary, mirrored(binary.operator()), binary.right(), binary.left());
            jumpOnFlag(target, when == (binary.operator() != BinaryOperator.NOT_EQUAL));
        } else {
            onValues(binary, target, when);
        }
    }

    /** Whether it does not matter when an integer is computed. */
    private static boolean isPure(Expression integer) {
        return integer instanceof Expression.IntegerLiteral
                || integer instanceof Expression.LocalUse;
    }

    private static BinaryOperator mirrored(BinaryOperator operator) {
        return switch (operator) {
            case LESS -> BinaryOperator.GREATER;
            case LESS_OR_EQUAL -> BinaryOperator.GREATER_OR_EQUAL;
            case GREATER -> BinaryOperator.LESS;
            case GREATER_OR_EQUAL -> BinaryOperator.LESS_OR_EQUAL;
            default -> operator;
        };
    }

    private void withInteger(
            Expression.Binary binary,
            BinaryOperator operator,
            Expression value,
            Expression integer) {
        expressions.value(value);
        expressions.integer(integer);
        out.line(binary.at().line());
        out.call(
                switch (operator) {
                    case EQUAL, NOT_EQUAL -> EQUAL_TO_INTEGER;
                    case LESS -> LESS_THAN_INTEGER;
                    case LESS_OR_EQUAL -> AT_MOST_INTEGER;
                    case GREATER -> GREATER_THAN_INTEGER;
                    default -> AT_LEAST_INTEGER;
                });
    }

    /** A comparison with NaN is false: it has to come out on the side where the operator fails. */
    private void compareDoubles(BinaryOperator operator) {
        switch (operator) {
            case LESS, LESS_OR_EQUAL -> out.code().dcmpg();
            default -> out.code().dcmpl();
        }
    }

    private void jumpOnOrder(BinaryOperator operator, Label target, boolean when) {
        switch (operator) {
            case EQUAL -> jumpOnZero(target, when);
            case NOT_EQUAL -> jumpOnZero(target, !when);
            case LESS -> jumpBelowZero(target, when);
            case GREATER_OR_EQUAL -> jumpBelowZero(target, !when);
            case GREATER -> jumpAboveZero(target, when);
            case LESS_OR_EQUAL -> jumpAboveZero(target, !when);
            default -> throw new IllegalStateException("no comparison: " + operator);
        }
    }

    private void jumpOnZero(Label target, boolean when) {
        if (when) {
            out.code().ifeq(target);
        } else {
            out.code().ifne(target);
        }
    }

    private void jumpBelowZero(Label target, boolean when) {
        if (when) {
            out.code().iflt(target);
        } else {
            out.code().ifge(target);
        }
    }

    private void jumpAboveZero(Label target, boolean when) {
        if (when) {
            out.code().ifgt(target);
        } else {
            out.code().ifle(target);
        }
    }

    private void onValues(Expression.Binary binary, Label target, boolean when) {
        BinaryOperator operator = binary.operator();
        expressions.pair(binary.left(), binary.right());
        boolean swapped =
                operator == BinaryOperator.GREATER || operator == BinaryOperator.GREATER_OR_EQUAL;
        if (swapped) {
            out.code().swap();
        }
        out.line(binary.at().line());
        out.call(
                switch (operator) {
                    case EQUAL, NOT_EQUAL -> EQUAL;
                    case LESS, GREATER -> LESS;
                    default -> LESS_OR_EQUAL;
                });
        jumpOnFlag(target, when == (operator != BinaryOperator.NOT_EQUAL));
    }
}
