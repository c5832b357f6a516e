package dev.moonlet.lua.syntax;

/** An operator of one operand. */
public enum UnaryOperator {
    NEGATE,
    NOT,
    LENGTH,
    BITWISE_NOT
}
