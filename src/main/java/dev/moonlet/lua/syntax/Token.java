package dev.moonlet.lua.syntax;

import org.luaj.vm2.LuaString;

/** The smallest part of a script that means something. */
sealed interface Token {

    Kind kind();

    Position at();

    /** A keyword, an operator, a mark, or the end. */
    record Symbol(Kind kind, Position at) implements Token {}

    record Name(Position at, String text, LuaString bytes) implements Token {

        @Override
        public Kind kind() {
            return Kind.NAME;
        }

        Expression.StringLiteral literal() {
            return new Expression.StringLiteral(at, bytes);
        }
    }

    /**
     * A number or a string.
     *
     * @param start its first byte
     * @param end the byte behind it
     */
    record Literal(Kind kind, Expression value, int start, int end) implements Token {

        @Override
        public Position at() {
            return value.at();
        }
    }

    /** A byte that is no part of the language. */
    record Unknown(Position at, int value) implements Token {

        @Override
        public Kind kind() {
            return Kind.UNKNOWN;
        }
    }
}
