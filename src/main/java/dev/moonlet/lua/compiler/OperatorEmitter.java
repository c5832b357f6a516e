package dev.moonlet.lua.compiler;

import dev.moonlet.lua.syntax.BinaryOperator;
import dev.moonlet.lua.syntax.Constant;
import dev.moonlet.lua.syntax.Expression;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Emits operators: on numbers where both operands are known to be some, else on values. */
final class OperatorEmitter {

    private static final Callee NEGATE = ofOne(Symbols.ARITHMETIC, "negate");
    private static final Callee NOT = ofOne(Symbols.BITWISE, "not");
    private static final Callee LENGTH = ofOne(Symbols.STRINGS, "length");
    private static final Callee SUBTRACT_ZERO = ofOne(Symbols.LONG_ARITHMETIC, "subtractZero");
    private static final Callee SHIFT_LEFT = ofLongs(Symbols.BITWISE, "shiftLeft");
    private static final Callee SHIFT_RIGHT = ofLongs(Symbols.BITWISE, "shiftRight");
    private static final Callee FLOOR_DIVIDE = ofLongs(Symbols.ARITHMETIC, "floorDivide");
    private static final Callee MODULO = ofLongs(Symbols.ARITHMETIC, "modulo");
    private static final Callee FLOOR_DIVIDE_FLOATS = ofDoubles("floorDivide");
    private static final Callee MODULO_OF_FLOATS = ofDoubles("modulo");
    private static final Callee POWER = ofDoubles("power");
    private static final Callee CONCATENATE =
            Callee.function(
                    Symbols.STRINGS,
                    "concat",
                    Symbols.VALUE,
                    Symbols.VALUE.arrayType(),
                    Symbols.STRING.arrayType());
    private static final Callee CONCATENATE_TWO =
            Callee.function(
                    Symbols.STRINGS,
                    "concat",
                    Symbols.VALUE,
                    Symbols.VALUE,
                    Symbols.VALUE,
                    Symbols.STRING,
                    Symbols.STRING);

    private final Emitter out;
    private final ExpressionEmitter expressions;

    OperatorEmitter(Emitter out, ExpressionEmitter expressions) {
        this.out = out;
        this.expressions = expressions;
    }

    void value(Expression.Binary binary) {
        Kind kind = out.types().of(binary);
        if (kind != Kind.VALUE) {
            expressions.of(kind, binary);
            out.box(kind);
            return;
        }
        switch (binary.operator()) {
            case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
                    expressions.conditions().value(binary);
            case CONCATENATE -> concatenation(binary);
            default -> onValues(binary);
        }
    }

    void value(Expression.Unary unary) {
        expressions.value(unary.operand());
        out.line(unary.at().line());
        out.name(Names.of(unary.operand(), out.function()));
        switch (unary.operator()) {
            case NEGATE -> out.call(NEGATE);
            case BITWISE_NOT -> out.call(NOT);
            case LENGTH -> out.call(LENGTH);
            case NOT -> throw new IllegalStateException("not is a condition");
        }
    }

    void integer(Expression.Unary unary) {
        expressions.integer(unary.operand());
        switch (unary.operator()) {
            case NEGATE -> out.code().lneg();
            default -> out.code().loadConstant(-1L).lxor();
        }
    }

    void real(Expression.Unary unary) {
        expressions.real(unary.operand());
        out.code().dneg();
    }

    void integer(Expression.Binary binary) {
        expressions.integer(binary.left());
        expressions.integer(binary.right());
        switch (binary.operator()) {
            case ADD -> out.code().ladd();
            case SUBTRACT -> out.code().lsub();
            case MULTIPLY -> out.code().lmul();
            case BITWISE_AND -> out.code().land();
            case BITWISE_OR -> out.code().lor();
            case BITWISE_XOR -> out.code().lxor();
            case SHIFT_LEFT -> out.call(SHIFT_LEFT);
            case SHIFT_RIGHT -> out.call(SHIFT_RIGHT);
            case FLOOR_DIVIDE -> atLine(binary, FLOOR_DIVIDE);
            case MODULO -> atLine(binary, MODULO);
            default -> throw new IllegalStateException("no integer: " + binary);
        }
    }

    void real(Expression.Binary binary) {
        expressions.real(binary.left());
        expressions.real(binary.right());
        switch (binary.operator()) {
            case ADD -> out.code().dadd();
            case SUBTRACT -> subtract(binary);
            case MULTIPLY -> out.code().dmul();
            case DIVIDE -> out.code().ddiv();
            case FLOOR_DIVIDE -> out.call(FLOOR_DIVIDE_FLOATS);
            case MODULO -> out.call(MODULO_OF_FLOATS);
            case POWER -> out.call(POWER);
            default -> throw new IllegalStateException("no float: " + binary);
        }
    }

    /** C Lua adds the negative of a constant: -0.0 - 0 is 0.0. */
    private void subtract(Expression.Binary binary) {
        if (subtractsZero(binary)) {
            out.code().dadd();
        } else {
            out.code().dsub();
        }
    }

    private static boolean subtractsZero(Expression.Binary binary) {
        return binary.operator() == BinaryOperator.SUBTRACT
                && Constant.folded(binary.right()) instanceof Expression.IntegerLiteral number
                && number.value() == 0;
    }

    private void onValues(Expression.Binary binary) {
        Kind left = out.types().of(binary.left());
        Kind right = out.types().of(binary.right());
        if (subtractsZero(binary)) {
            expressions.value(binary.left());
            out.line(binary.at().line());
            out.name(Names.of(binary.left(), out.function()));
            out.call(SUBTRACT_ZERO);
        } else if (right.isNumber() && takesNumber(binary.operator(), right)) {
            expressions.value(binary.left());
            expressions.of(right, binary.right());
            out.line(binary.at().line());
            out.name(Names.of(binary.left(), out.function()));
            out.call(OperatorMethods.withNumber(binary.operator(), right));
        } else if (left.isNumber() && takesNumberFirst(binary.operator())) {
            expressions.of(left, binary.left());
            expressions.value(binary.right());
            out.line(binary.at().line());
            out.name(Names.of(binary.right(), out.function()));
            out.call(OperatorMethods.ofNumber(binary.operator(), left));
        } else {
            onUnknown(binary);
        }
    }

    private static boolean takesNumber(BinaryOperator operator, Kind number) {
        return switch (operator) {
            case FLOOR_DIVIDE, MODULO -> number == Kind.INTEGER;
            default -> takesNumberFirst(operator);
        };
    }

    private static boolean takesNumberFirst(BinaryOperator operator) {
        return switch (operator) {
            case ADD, SUBTRACT, MULTIPLY, DIVIDE -> true;
            default -> false;
        };
    }

    private void onUnknown(Expression.Binary binary) {
        expressions.pair(binary.left(), binary.right());
        out.line(binary.at().line());
        out.name(Names.of(binary.left(), out.function()));
        out.name(Names.of(binary.right(), out.function()));
        out.call(OperatorMethods.onValues(binary.operator()));
    }

    /** A chain of concatenations is one operation, which makes one string, at the last of them. */
    private void concatenation(Expression.Binary binary) {
        List<Expression> parts = new ArrayList<>();
        Expression rest = binary;
        int line = binary.at().line();
        while (rest instanceof Expression.Binary chain
                && chain.operator() == BinaryOperator.CONCATENATE) {
            parts.add(chain.left());
            rest = operand(chain.right());
            line = chain.at().line();
        }
        parts.add(rest);
        if (parts.size() == 2) {
            parts.forEach(expressions::value);
            out.line(line);
            parts.forEach(part -> out.name(Names.of(part, out.function())));
            out.call(CONCATENATE_TWO);
        } else {
            array(parts, Symbols.VALUE, expressions::value);
            out.line(line);
            array(parts, Symbols.STRING, part -> out.name(Names.of(part, out.function())));
            out.call(CONCATENATE);
        }
    }

    /** The right operand of a chain, which goes on in parentheses. */
    private static Expression operand(Expression right) {
        Expression inner = right;
        while (inner instanceof Expression.Parenthesized parenthesized) {
            inner = parenthesized.inner();
        }
        return inner instanceof Expression.Binary binary
                        && binary.operator() == BinaryOperator.CONCATENATE
                ? inner
                : right;
    }

    private void array(List<Expression> parts, ClassDesc type, Consumer<Expression> element) {
        out.code().loadConstant(parts.size()).anewarray(type);
        for (int i = 0; i < parts.size(); i++) {
            out.code().dup().loadConstant(i);
            element.accept(parts.get(i));
            out.code().aastore();
        }
    }

    private void atLine(Expression.Binary binary, Callee method) {
        out.line(binary.at().line());
        out.call(method);
    }

    private static Callee ofOne(ClassDesc owner, String method) {
        return Callee.function(owner, method, Symbols.VALUE, Symbols.VALUE, Symbols.STRING);
    }

    private static Callee ofLongs(ClassDesc owner, String method) {
        return Callee.function(owner, method, Symbols.LONG, Symbols.LONG, Symbols.LONG);
    }

    private static Callee ofDoubles(String method) {
        return Callee.function(
                Symbols.ARITHMETIC, method, Symbols.DOUBLE, Symbols.DOUBLE, Symbols.DOUBLE);
    }
}
