package dev.moonlet.lua.syntax;

import java.util.ArrayList;
import java.util.List;

/** Parses table constructors. */
final class TableParser {

    private final ExpressionParser expressions;
    private final Tokens tokens;

    TableParser(ExpressionParser expressions, Tokens tokens) {
        this.expressions = expressions;
        this.tokens = tokens;
    }

    Expression parse() throws SyntaxError {
        Position at = tokens.next().at();
        List<Expression.Field> fields = new ArrayList<>();
        while (tokens.kind() != Kind.CLOSE_BRACE) {
            fields.add(parseField());
            if (!tokens.accept(Kind.COMMA) && !tokens.accept(Kind.SEMICOLON)) {
                break;
            }
            moveItem(fields);
        }
        tokens.close(Kind.CLOSE_BRACE, Kind.OPEN_BRACE, at);
        moveItem(fields);
        return new Expression.TableConstructor(at, List.copyOf(fields));
    }

    private void moveItem(List<Expression.Field> fields) {
        if (!fields.isEmpty() && fields.getLast() instanceof Expression.Field.Item item) {
            Expression moved = Moved.to(tokens.last(), item.value());
            fields.set(fields.size() - 1, new Expression.Field.Item(moved));
        }
    }

    private Expression.Field parseField() throws SyntaxError {
        if (tokens.current() instanceof Token.Name name && tokens.followingKind() == Kind.ASSIGN) {
            tokens.next();
            tokens.next();
            return named(name.literal(), expressions.parseNamed(name.text()));
        }
        if (!tokens.accept(Kind.OPEN_BRACKET)) {
            return new Expression.Field.Item(expressions.parse());
        }
        Expression key = expressions.parse();
        tokens.expect(Kind.CLOSE_BRACKET);
        tokens.expect(Kind.ASSIGN);
        return named(key, expressions.parse());
    }

    private Expression.Field named(Expression key, Expression value) {
        return new Expression.Field.Named(key, value, tokens.last());
    }
}
