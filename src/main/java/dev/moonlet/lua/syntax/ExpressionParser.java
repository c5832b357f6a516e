package dev.moonlet.lua.syntax;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/** Parses expressions. */
final class ExpressionParser {

    /** What C Lua has registers for, give or take a few. */
    private static final int MAX_VALUES = 254;

    private static final Set<Kind> SUFFIXES =
            EnumSet.of(
                    Kind.DOT,
                    Kind.OPEN_BRACKET,
                    Kind.COLON,
                    Kind.OPEN_PARENTHESIS,
                    Kind.OPEN_BRACE,
                    Kind.STRING);

    private final Parser parser;
    private final Tokens tokens;
    private final Scopes scopes;
    private final Depth depth;
    private final TableParser tables;

    ExpressionParser(Parser parser) {
        this.parser = parser;
        tokens = parser.tokens();
        scopes = parser.scopes();
        depth = parser.depth();
        tables = new TableParser(this, tokens);
    }

    Expression parse() throws SyntaxError {
        return parse(0, "");
    }

    /** Parses an expression; if it begins with a function, this is the function's name. */
    Expression parseNamed(String name) throws SyntaxError {
        return parse(0, name);
    }

    List<Expression> parseList() throws SyntaxError {
        return parseList(_ -> "");
    }

    /** Parses a list in which a function is named by its index. */
    List<Expression> parseList(IntFunction<String> names) throws SyntaxError {
        List<Expression> list = new ArrayList<>(1);
        do {
            Moved.last(list, tokens.last());
            String name = tokens.kind() == Kind.FUNCTION ? names.apply(list.size()) : "";
            add(list, parse(0, name));
        } while (tokens.accept(Kind.COMMA));
        return List.copyOf(list);
    }

    private void add(List<Expression> list, Expression expression) throws SyntaxError {
        list.add(expression);
        if (list.size() > MAX_VALUES) {
            throw tokens.error("function or expression needs too many registers");
        }
    }

    /** Parses a name and what hangs on it; a local that is all of it is not read yet. */
    Expression parseSuffixed() throws SyntaxError {
        int besides = depth.begin();
        Position begin = tokens.reached();
        Expression expression = parsePrimary();
        while (SUFFIXES.contains(tokens.kind())) {
            scopes.read(expression);
            expression = parseSuffix(begin, expression);
            depth.grow();
        }
        depth.end(besides);
        return expression;
    }

    private Expression parseField(Expression table) throws SyntaxError {
        tokens.next();
        Token.Name key = tokens.name();
        return new Expression.Index(key.at(), table, key.literal());
    }

    private Expression parse(int strength, String name) throws SyntaxError {
        depth.enter();
        int besides = depth.begin();
        Expression left = parseOperand(name);
        Infix infix = Infix.of(tokens.kind());
        while (infix != null && infix.left() > strength) {
            Position at = tokens.next().at();
            Expression moved = Moved.to(at, left);
            Expression right = parse(infix.right(), "");
            left = infix.join().of(infix.compares() ? tokens.last() : at, moved, right);
            depth.grow();
            infix = Infix.of(tokens.kind());
        }
        depth.end(besides);
        depth.leave();
        return left;
    }

    private Expression parseOperand(String name) throws SyntaxError {
        Expression operand =
                switch (tokens.kind()) {
                    case MINUS -> parsePrefix(UnaryOperator.NEGATE);
                    case NOT -> parsePrefix(UnaryOperator.NOT);
                    case HASH -> parsePrefix(UnaryOperator.LENGTH);
                    case TILDE -> parsePrefix(UnaryOperator.BITWISE_NOT);
                    case NIL -> new Expression.Nil(tokens.next().at());
                    case TRUE -> new Expression.True(tokens.next().at());
                    case FALSE -> new Expression.False(tokens.next().at());
                    case ELLIPSIS -> parseVararg();
                    case OPEN_BRACE -> tables.parse();
                    case FUNCTION -> parseFunction(name);
                    default ->
                            tokens.current() instanceof Token.Literal literal
                                    ? parseLiteral(literal)
                                    : scopes.read(parseSuffixed());
                };
        depth.grow();
        return operand;
    }

    private Expression parseLiteral(Token.Literal literal) throws SyntaxError {
        tokens.next();
        return literal.value();
    }

    private Expression parsePrefix(UnaryOperator operator) throws SyntaxError {
        Position at = tokens.next().at();
        return new Expression.Unary(at, operator, parse(Infix.PREFIX_STRENGTH, ""));
    }

    private Expression parseVararg() throws SyntaxError {
        if (!scopes.function().body().isVararg()) {
            throw tokens.error("cannot use '...' outside a vararg function");
        }
        return new Expression.Vararg(tokens.next().at());
    }

    private Expression parseFunction(String name) throws SyntaxError {
        Position at = tokens.next().at();
        Position begin = tokens.current().at();
        return new Expression.Function(at, parser.functions().parseFunction(name, begin, false));
    }

    private Expression parsePrimary() throws SyntaxError {
        if (tokens.current() instanceof Token.Name name) {
            tokens.next();
            return scopes.resolve(name);
        }
        if (tokens.kind() != Kind.OPEN_PARENTHESIS) {
            throw tokens.error("unexpected symbol");
        }
        Position at = tokens.next().at();
        Expression inner = parse();
        tokens.close(Kind.CLOSE_PARENTHESIS, Kind.OPEN_PARENTHESIS, at);
        return new Expression.Parenthesized(at, Moved.to(tokens.last(), inner));
    }

    /** Parses a suffix; C Lua places calls where what they are part of begins. */
    private Expression parseSuffix(Position begin, Expression on) throws SyntaxError {
        return switch (tokens.kind()) {
            case DOT -> parseField(on);
            case OPEN_BRACKET -> parseIndex(on);
            case COLON -> parseMethodCall(begin, on);
            default -> new Expression.Call(begin, on, parseArguments(begin));
        };
    }

    private Expression parseIndex(Expression table) throws SyntaxError {
        tokens.next();
        Expression key = parse();
        Position at = tokens.current().at();
        tokens.expect(Kind.CLOSE_BRACKET);
        return new Expression.Index(at, table, key);
    }

    private Expression parseMethodCall(Position begin, Expression object) throws SyntaxError {
        tokens.next();
        Expression.StringLiteral name = tokens.name().literal();
        Expression moved = Moved.to(name.at(), object);
        return new Expression.MethodCall(begin, moved, name, parseArguments(begin));
    }

    private List<Expression> parseArguments(Position begin) throws SyntaxError {
        if (tokens.current() instanceof Token.Literal literal && literal.kind() == Kind.STRING) {
            return List.of(parseLiteral(literal));
        }
        if (tokens.kind() == Kind.OPEN_BRACE) {
            return List.of(tables.parse());
        }
        if (!tokens.accept(Kind.OPEN_PARENTHESIS)) {
            throw tokens.error("function arguments expected");
        }
        List<Expression> arguments = new ArrayList<>();
        if (tokens.kind() != Kind.CLOSE_PARENTHESIS) {
            arguments.addAll(parseList());
        }
        tokens.close(Kind.CLOSE_PARENTHESIS, Kind.OPEN_PARENTHESIS, begin);
        Moved.last(arguments, tokens.last());
        return List.copyOf(arguments);
    }
}
