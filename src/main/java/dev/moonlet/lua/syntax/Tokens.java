package dev.moonlet.lua.syntax;

import dev.moonlet.lua.value.Poll;
import org.jspecify.annotations.Nullable;

/** The tokens of a script, read one by one. */
final class Tokens {

    private final Source source;
    private final Lexer lexer;
    private Token current;
    private @Nullable Token following;
    private Position last = new Position(1, 1);

    Tokens(Source source) throws SyntaxError {
        this.source = source;
        lexer = new Lexer(source);
        current = lexer.next();
    }

    Token current() {
        return current;
    }

    /** The place of the token before the current one: of its end, if that is on another line. */
    Position last() {
        return last;
    }

    /** The place of the current token, or the line that has been read to, if that is another. */
    Position reached() {
        int line = source.line();
        return current.at().line() == line ? current.at() : new Position(line, 1);
    }

    Kind kind() {
        return current.kind();
    }

    /** The kind of the token behind the current one. */
    Kind followingKind() throws SyntaxError {
        if (following == null) {
            following = lexer.next();
        }
        return following.kind();
    }

    /** Moves on, and returns the token that was current. */
    Token next() throws SyntaxError {
        Poll.poll();
        Token passed = current;
        last = reached();
        current = following == null ? lexer.next() : following;
        following = null;
        return passed;
    }

    boolean accept(Kind kind) throws SyntaxError {
        boolean accepted = kind() == kind;
        if (accepted) {
            next();
        }
        return accepted;
    }

    void expect(Kind kind) throws SyntaxError {
        if (!accept(kind)) {
            throw error(kind.shown() + " expected");
        }
    }

    Token.Name name() throws SyntaxError {
        if (current instanceof Token.Name name) {
            next();
            return name;
        }
        throw error(Kind.NAME.shown() + " expected");
    }

    /** Expects what closes what was opened before. */
    void close(Kind closing, Kind opening, Position opened) throws SyntaxError {
        if (kind() != closing && opened.line() != source.line()) {
            throw error(
                    "%s expected (to close %s at line %d)"
                            .formatted(closing.shown(), opening.shown(), opened.line()));
        }
        expect(closing);
    }

    /** An error that the current token shows. */
    SyntaxError error(String reason) {
        return source.error(reason + lexer.near(current));
    }

    /** An error that has nothing to do with the current token. */
    SyntaxError errorBefore(String reason) {
        return source.error(reason);
    }
}
