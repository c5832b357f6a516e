package dev.moonlet.lua.syntax;

import java.util.List;
import org.luaj.vm2.LuaString;

/**
 * What has a value. {@link #at} is the place that an error in it is reported at: of a call the
 * beginning of what is called, of an operation its operator, of a comparison the end of its right
 * operand, of an index its key or the bracket behind it, or what {@link Moved} says.
 *
 * <p>{@code a + b + c} is high on the left. The parser lets no expression be higher than 500, and
 * nothing be nested deeper than 200, so that whoever reads a tree may recurse.
 */
public sealed interface Expression {

    Position at();

    record Nil(Position at) implements Expression {}

    record True(Position at) implements Expression {}

    record False(Position at) implements Expression {}

    record IntegerLiteral(Position at, long value) implements Expression {}

    record FloatLiteral(Position at, double value) implements Expression {}

    record StringLiteral(Position at, LuaString value) implements Expression {}

    /** {@code ...} */
    record Vararg(Position at) implements Expression {}

    record Function(Position at, FunctionBody body) implements Expression {}

    /** A local variable, of this function or of one around it. */
    record LocalUse(Position at, Local local) implements Expression {}

    /** A name that is no local: a field of the {@code _ENV} in sight. */
    record GlobalUse(Position at, LocalUse environment, StringLiteral name) implements Expression {}

    record Index(Position at, Expression table, Expression key) implements Expression {}

    record Call(Position at, Expression function, List<Expression> arguments)
            implements Expression {}

    record MethodCall(
            Position at, Expression object, StringLiteral name, List<Expression> arguments)
            implements Expression {}

    record Unary(Position at, UnaryOperator operator, Expression operand) implements Expression {}

    record Binary(Position at, BinaryOperator operator, Expression left, Expression right)
            implements Expression {}

    record And(Position at, Expression left, Expression right) implements Expression {}

    record Or(Position at, Expression left, Expression right) implements Expression {}

    /** In parentheses, which cut several values down to one. */
    record Parenthesized(Position at, Expression inner) implements Expression {}

    record TableConstructor(Position at, List<Field> fields) implements Expression {}

    /** Part of a table constructor. */
    sealed interface Field {

        Expression value();

        /** The next item; the last may be several values. */
        record Item(Expression value) implements Field {}

        /** One with a key; whether it can be one is found at the end of its value. */
        record Named(Expression key, Expression value, Position end) implements Field {}
    }
}
