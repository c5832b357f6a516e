package dev.moonlet.lua.syntax;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import org.luaj.vm2.LuaString;

/** Cuts a script into tokens. */
final class Lexer {

    private final Source source;
    private final StringReader strings;
    private final NumberReader numbers;
    private final Map<String, LuaString> names = new HashMap<>();

    Lexer(Source source) {
        this.source = source;
        strings = new StringReader(source);
        numbers = new NumberReader(source);
    }

    Token next() throws SyntaxError {
        skipBlanks();
        Position at = source.position();
        int start = source.index();
        int first = source.peek();
        if (Source.isLetter(first)) {
            return word(at);
        }
        if (Source.isDigit(first) || (first == '.' && Source.isDigit(source.peek(1)))) {
            Expression number = numbers.read(at);
            Kind kind = number instanceof Expression.IntegerLiteral ? Kind.INTEGER : Kind.FLOAT;
            return new Token.Literal(kind, number, start, source.index());
        }
        if (first == '"' || first == '\'' || (first == '[' && strings.atLongBracket())) {
            LuaString value = first == '[' ? strings.bracketed("string") : strings.quoted();
            Expression literal = new Expression.StringLiteral(at, value);
            return new Token.Literal(Kind.STRING, literal, start, source.index());
        }
        source.advance(1);
        Kind kind = symbol(first);
        return kind == Kind.UNKNOWN ? new Token.Unknown(at, first) : new Token.Symbol(kind, at);
    }

    /** Where a message points: {@code " near 'x'"}; a zero byte can't be shown to C. */
    String near(Token token) {
        return switch (token) {
            case Token.Symbol(Kind kind, Position at) -> " near " + kind.shown();
            case Token.Name name -> " near '" + name.text() + "'";
            case Token.Literal literal -> " near " + Source.quote(text(literal));
            case Token.Unknown(Position at, int value) when value == 0 -> "";
            case Token.Unknown(Position at, int value) when value >= ' ' && value < 0x7F ->
                    " near '" + (char) value + "'";
            case Token.Unknown(Position at, int value) -> " near '<\\" + value + ">'";
        };
    }

    /** A number as it is written; a string with its delimiters around what its escapes mean. */
    private byte[] text(Token.Literal literal) {
        byte[] written = source.copy(literal.start(), literal.end());
        if (!(literal.value() instanceof Expression.StringLiteral(Position at, LuaString value))) {
            return written;
        }
        int delimiter = 1;
        if (written[0] == '[') {
            while (written[delimiter] == '=') {
                delimiter++;
            }
            delimiter++;
        }
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.write(written, 0, delimiter);
        text.write(value.m_bytes, value.m_offset, value.m_length);
        text.write(written, written.length - delimiter, delimiter);
        return text.toByteArray();
    }

    private void skipBlanks() throws SyntaxError {
        while (true) {
            switch (source.peek()) {
                case '\n', '\r' -> source.skipNewline();
                case ' ', '\t', '\f', 0x0B -> source.advance(1);
                case '-' -> {
                    if (source.peek(1) != '-') {
                        return;
                    }
                    skipComment();
                }
                default -> {
                    return;
                }
            }
        }
    }

    private void skipComment() throws SyntaxError {
        source.advance(2);
        if (strings.opensLongBracket()) {
            strings.bracketed("comment");
            return;
        }
        while (!source.atNewline() && source.peek() != Source.END) {
            source.advance(1);
        }
    }

    private Token word(Position at) {
        int start = source.index();
        while (Source.isLetter(source.peek()) || Source.isDigit(source.peek())) {
            source.advance(1);
        }
        byte[] bytes = source.copy(start, source.index());
        String text = new String(bytes, ISO_8859_1);
        Kind kind = Kind.ofWord(text);
        return kind == Kind.NAME
                ? new Token.Name(
                        at, text, names.computeIfAbsent(text, _ -> LuaString.valueUsing(bytes)))
                : new Token.Symbol(kind, at);
    }

    private Kind symbol(int first) {
        return switch (first) {
            case Source.END -> Kind.END_OF_FILE;
            case '+' -> Kind.PLUS;
            case '-' -> Kind.MINUS;
            case '*' -> Kind.STAR;
            case '%' -> Kind.PERCENT;
            case '^' -> Kind.CARET;
            case '#' -> Kind.HASH;
            case '&' -> Kind.AMPERSAND;
            case '|' -> Kind.BAR;
            case '(' -> Kind.OPEN_PARENTHESIS;
            case ')' -> Kind.CLOSE_PARENTHESIS;
            case '{' -> Kind.OPEN_BRACE;
            case '}' -> Kind.CLOSE_BRACE;
            case '[' -> Kind.OPEN_BRACKET;
            case ']' -> Kind.CLOSE_BRACKET;
            case ';' -> Kind.SEMICOLON;
            case ',' -> Kind.COMMA;
            default -> longer(first);
        };
    }

    private Kind longer(int first) {
        return switch (first) {
            case '/' -> source.accept('/') ? Kind.DOUBLE_SLASH : Kind.SLASH;
            case '~' -> source.accept('=') ? Kind.NOT_EQUAL : Kind.TILDE;
            case '=' -> source.accept('=') ? Kind.EQUAL : Kind.ASSIGN;
            case ':' -> source.accept(':') ? Kind.DOUBLE_COLON : Kind.COLON;
            case '<' ->
                    source.accept('=')
                            ? Kind.LESS_OR_EQUAL
                            : source.accept('<') ? Kind.SHIFT_LEFT : Kind.LESS;
            case '>' ->
                    source.accept('=')
                            ? Kind.GREATER_OR_EQUAL
                            : source.accept('>') ? Kind.SHIFT_RIGHT : Kind.GREATER;
            case '.' ->
                    !source.accept('.')
                            ? Kind.DOT
                            : source.accept('.') ? Kind.ELLIPSIS : Kind.CONCATENATE;
            default -> Kind.UNKNOWN;
        };
    }
}
