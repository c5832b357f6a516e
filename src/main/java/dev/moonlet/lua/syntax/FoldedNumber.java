package dev.moonlet.lua.syntax;

import dev.moonlet.lua.value.Arithmetic;
import dev.moonlet.lua.value.Bitwise;
import dev.moonlet.lua.value.Conversions;
import dev.moonlet.lua.value.LuaFloat;
import dev.moonlet.lua.value.LuaInt;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaValue;

/**
 * Computes what C Lua computes when it compiles: operations on numbers that can't fail and come to
 * neither NaN nor a zero that may be negative.
 */
final class FoldedNumber {

    private FoldedNumber() {}

    static @Nullable Expression of(Expression.Unary unary) {
        LuaValue operand = number(unary.operand());
        if (operand == null) {
            return null;
        }
        return switch (unary.operator()) {
            case NEGATE -> literal(unary.at(), Arithmetic.negate(operand, null));
            case BITWISE_NOT ->
                    Conversions.isInteger(operand)
                            ? literal(unary.at(), Bitwise.not(operand, null))
                            : null;
            default -> null;
        };
    }

    static @Nullable Expression of(Expression.Binary binary) {
        LuaValue left = number(binary.left());
        LuaValue right = left == null ? null : number(binary.right());
        if (left == null || right == null) {
            return null;
        }
        LuaValue result =
                switch (binary.operator()) {
                    case ADD -> Arithmetic.add(left, right, null, null);
                    case SUBTRACT -> Arithmetic.sub(left, right, null, null);
                    case MULTIPLY -> Arithmetic.mul(left, right, null, null);
                    case POWER -> Arithmetic.pow(left, right, null, null);
                    case DIVIDE, FLOOR_DIVIDE, MODULO ->
                            right.todouble() == 0 ? null : quotient(binary.operator(), left, right);
                    default ->
                            Conversions.isInteger(left) && Conversions.isInteger(right)
                                    ? bits(binary.operator(), left, right)
                                    : null;
                };
        return result == null ? null : literal(binary.at(), result);
    }

    private static LuaValue quotient(BinaryOperator operator, LuaValue left, LuaValue right) {
        return switch (operator) {
            case FLOOR_DIVIDE -> Arithmetic.idiv(left, right, null, null);
            case MODULO -> Arithmetic.mod(left, right, null, null);
            default -> Arithmetic.div(left, right, null, null);
        };
    }

    private static @Nullable LuaValue bits(BinaryOperator operator, LuaValue left, LuaValue right) {
        return switch (operator) {
            case BITWISE_AND -> Bitwise.and(left, right, null, null);
            case BITWISE_OR -> Bitwise.or(left, right, null, null);
            case BITWISE_XOR -> Bitwise.xor(left, right, null, null);
            case SHIFT_LEFT -> Bitwise.shiftLeft(left, right, null, null);
            case SHIFT_RIGHT -> Bitwise.shiftRight(left, right, null, null);
            default -> null;
        };
    }

    private static @Nullable LuaValue number(Expression operand) {
        Folded folded = Folded.of(operand);
        if (!folded.isWhole()) {
            return null;
        }
        return switch (folded.last()) {
            case Expression.IntegerLiteral number -> LuaInt.of(number.value());
            case Expression.FloatLiteral number -> LuaFloat.of(number.value());
            default -> null;
        };
    }

    private static @Nullable Expression literal(Position at, LuaValue number) {
        if (number instanceof LuaInt integer) {
            return new Expression.IntegerLiteral(at, integer.value);
        }
        double real = number.todouble();
        return real == 0 || Double.isNaN(real) ? null : new Expression.FloatLiteral(at, real);
    }
}
