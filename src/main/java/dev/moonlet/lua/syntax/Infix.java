package dev.moonlet.lua.syntax;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An operator between two operands.
 *
 * @param left how strongly it binds what is on its left
 * @param right how strongly it binds what is on its right: less if it groups to the right
 */
record Infix(int left, int right, Join join) {

    /** How strongly an operator of one operand binds it. */
    static final int PREFIX_STRENGTH = 12;

    private static final int COMPARISON = 3;

    private static final Map<Kind, Infix> ALL = new EnumMap<>(Kind.class);

    static {
        ALL.put(Kind.OR, new Infix(1, 1, Expression.Or::new));
        ALL.put(Kind.AND, new Infix(2, 2, Expression.And::new));
        add(Kind.LESS, COMPARISON, BinaryOperator.LESS);
        add(Kind.LESS_OR_EQUAL, COMPARISON, BinaryOperator.LESS_OR_EQUAL);
        add(Kind.GREATER, COMPARISON, BinaryOperator.GREATER);
        add(Kind.GREATER_OR_EQUAL, COMPARISON, BinaryOperator.GREATER_OR_EQUAL);
        add(Kind.EQUAL, COMPARISON, BinaryOperator.EQUAL);
        add(Kind.NOT_EQUAL, COMPARISON, BinaryOperator.NOT_EQUAL);
        add(Kind.BAR, 4, BinaryOperator.BITWISE_OR);
        add(Kind.TILDE, 5, BinaryOperator.BITWISE_XOR);
        add(Kind.AMPERSAND, 6, BinaryOperator.BITWISE_AND);
        add(Kind.SHIFT_LEFT, 7, BinaryOperator.SHIFT_LEFT);
        add(Kind.SHIFT_RIGHT, 7, BinaryOperator.SHIFT_RIGHT);
        ALL.put(Kind.CONCATENATE, new Infix(9, 8, binary(BinaryOperator.CONCATENATE)));
        add(Kind.PLUS, 10, BinaryOperator.ADD);
        add(Kind.MINUS, 10, BinaryOperator.SUBTRACT);
        add(Kind.STAR, 11, BinaryOperator.MULTIPLY);
        add(Kind.SLASH, 11, BinaryOperator.DIVIDE);
        add(Kind.DOUBLE_SLASH, 11, BinaryOperator.FLOOR_DIVIDE);
        add(Kind.PERCENT, 11, BinaryOperator.MODULO);
        ALL.put(Kind.CARET, new Infix(14, 13, binary(BinaryOperator.POWER)));
    }

    /** Makes a node of the tree. */
    interface Join {

        Expression of(Position at, Expression left, Expression right);
    }

    /** Whether it compares: C Lua places that behind its operands. */
    boolean compares() {
        return left == COMPARISON;
    }

    static @Nullable Infix of(Kind kind) {
        return ALL.get(kind);
    }

    private static void add(Kind kind, int strength, BinaryOperator operator) {
        ALL.put(kind, new Infix(strength, strength, binary(operator)));
    }

    private static Join binary(BinaryOperator operator) {
        return (at, left, right) -> new Expression.Binary(at, operator, left, right);
    }
}
