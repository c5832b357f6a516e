package dev.moonlet.lua.syntax;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;

/** The kinds of tokens. */
enum Kind {
    AND("and"),
    BREAK("break"),
    DO("do"),
    ELSE("else"),
    ELSEIF("elseif"),
    END("end"),
    FALSE("false"),
    FOR("for"),
    FUNCTION("function"),
    GOTO("goto"),
    IF("if"),
    IN("in"),
    LOCAL("local"),
    NIL("nil"),
    NOT("not"),
    OR("or"),
    REPEAT("repeat"),
    RETURN("return"),
    THEN("then"),
    TRUE("true"),
    UNTIL("until"),
    WHILE("while"),

    PLUS("+"),
    MINUS("-"),
    STAR("*"),
    SLASH("/"),
    DOUBLE_SLASH("//"),
    PERCENT("%"),
    CARET("^"),
    HASH("#"),
    AMPERSAND("&"),
    TILDE("~"),
    BAR("|"),
    SHIFT_LEFT("<<"),
    SHIFT_RIGHT(">>"),
    EQUAL("=="),
    NOT_EQUAL("~="),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">="),
    ASSIGN("="),
    OPEN_PARENTHESIS("("),
    CLOSE_PARENTHESIS(")"),
    OPEN_BRACE("{"),
    CLOSE_BRACE("}"),
    OPEN_BRACKET("["),
    CLOSE_BRACKET("]"),
    COLON(":"),
    DOUBLE_COLON("::"),
    SEMICOLON(";"),
    COMMA(","),
    DOT("."),
    CONCATENATE(".."),
    ELLIPSIS("..."),

    END_OF_FILE("<eof>"),
    FLOAT("<number>"),
    INTEGER("<integer>"),
    NAME("<name>"),
    STRING("<string>"),
    UNKNOWN("<unknown>");

    private static final Map<String, Kind> KEYWORDS =
            Arrays.stream(values())
                    .filter(kind -> kind.compareTo(WHILE) <= 0)
                    .collect(toUnmodifiableMap(kind -> kind.text, Function.identity()));

    private final String text;

    Kind(String text) {
        this.text = text;
    }

    /** What a word is: a keyword, or else a name. */
    static Kind ofWord(String word) {
        return KEYWORDS.getOrDefault(word, NAME);
    }

    /** As messages show it: what has one spelling only stands in quotes. */
    String shown() {
        return compareTo(END_OF_FILE) < 0 ? "'" + text + "'" : text;
    }

    /** Whether a block can't go on with it. */
    boolean endsBlock() {
        return this == UNTIL || endsScope();
    }

    /** Whether the locals of a block are out of sight behind it, which they are not for until. */
    boolean endsScope() {
        return this == END || this == ELSE || this == ELSEIF || this == END_OF_FILE;
    }
}
