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
            case NEGATE -> ofOne(Symbols.ARITHMETIC, "negate");
            case BITWISE_NOT -> ofOne(Symbols.BITWISE, "not");
            case LENGTH -> ofOne(Symbols.STRINGS, "length");
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
            case SHIFT_LEFT -> ofLongs(Symbols.BITWISE, "shiftLeft");
            case SHIFT_RIGHT -> ofLongs(Symbols.BITWISE, "shiftRight");
            case FLOOR_DIVIDE -> atLine(binary, "floorDivide");
            case MODULO -> atLine(binary, "modulo");
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
            case FLOOR_DIVIDE -> ofDoubles("floorDivide");
            case MODULO -> ofDoubles("modulo");
            case POWER -> ofDoubles("power");
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
            ofOne(Symbols.LONG_ARITHMETIC, "subtractZero");
        } else if (right.isNumber() && takesNumber(binary.operator(), right)) {
            expressions.value(binary.left());
            expressions.of(right, binary.right());
            out.line(binary.at().line());
            out.name(Names.of(binary.left(), out.function()));
            mixed(binary.operator(), right, Symbols.VALUE, type(right));
        } else if (left.isNumber() && takesNumberFirst(binary.operator())) {
            expressions.of(left, binary.left());
            expressions.value(binary.right());
            out.line(binary.at().line());
            out.name(Names.of(binary.right(), out.function()));
            mixed(binary.operator(), left, type(left), Symbols.VALUE);
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

    private static ClassDesc type(Kind number) {
        return number == Kind.INTEGER ? Symbols.LONG : Symbols.DOUBLE;
    }

    private void mixed(BinaryOperator operator, Kind number, ClassDesc left, ClassDesc right) {
        ClassDesc owner =
                number == Kind.INTEGER ? Symbols.LONG_ARITHMETIC : Symbols.DOUBLE_ARITHMETIC;
        out.call(owner, method(operator), Symbols.VALUE, left, right, Symbols.STRING);
    }

    private void onUnknown(Expression.Binary binary) {
        expressions.value(binary.left());
        expressions.value(binary.right());
        out.line(binary.at().line());
        out.name(Names.of(binary.left(), out.function()));
        out.name(Names.of(binary.right(), out.function()));
        ofTwo(owner(binary.operator()), method(binary.operator()));
    }

    private static ClassDesc owner(BinaryOperator operator) {
        return switch (operator) {
            case BITWISE_AND, BITWISE_OR, BITWISE_XOR, SHIFT_LEFT, SHIFT_RIGHT -> Symbols.BITWISE;
            default -> Symbols.ARITHMETIC;
        };
    }

    private static String method(BinaryOperator operator) {
        return switch (operator) {
            case ADD -> "add";
            case SUBTRACT -> "sub";
            case MULTIPLY -> "mul";
            case DIVIDE -> "div";
            case FLOOR_DIVIDE -> "idiv";
            case MODULO -> "mod";
            case POWER -> "pow";
            case BITWISE_AND -> "and";
            case BITWISE_OR -> "or";
            case BITWISE_XOR -> "xor";
            case SHIFT_LEFT -> "shiftLeft";
            case SHIFT_RIGHT -> "shiftRight";
            default -> throw new IllegalStateException("no arithmetic: " + operator);
        };
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
            ofTwo(Symbols.STRINGS, "concat");
        } else {
            array(parts, Symbols.VALUE, expressions::value);
            out.line(line);
            array(parts, Symbols.STRING, part -> out.name(Names.of(part, out.function())));
            out.call(
                    Symbols.STRINGS,
                    "concat",
                    Symbols.VALUE,
                    Symbols.VALUE.arrayType(),
                    Symbols.STRING.arrayType());
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

    private void ofOne(ClassDesc owner, String method) {
        out.call(owner, method, Symbols.VALUE, Symbols.VALUE, Symbols.STRING);
    }

    private void ofTwo(ClassDesc owner, String method) {
        out.call(
                owner,
                method,
                Symbols.VALUE,
                Symbols.VALUE,
                Symbols.VALUE,
                Symbols.STRING,
                Symbols.STRING);
    }

    private void atLine(Expression.Binary binary, String method) {
        out.line(binary.at().line());
        ofLongs(Symbols.ARITHMETIC, method);
    }

    private void ofLongs(ClassDesc owner, String method) {
        out.call(owner, method, Symbols.LONG, Symbols.LONG, Symbols.LONG);
    }

    private void ofDoubles(String method) {
        out.call(Symbols.ARITHMETIC, method, Symbols.DOUBLE, Symbols.DOUBLE, Symbols.DOUBLE);
    }
}
