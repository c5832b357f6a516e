package dev.moonlet.lua.syntax;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Parses blocks and the statements that control which of them run. */
final class StatementParser {

    private final Tokens tokens;
    private final Scopes scopes;
    private final Depth depth;
    private final ExpressionParser expressions;
    private final AssignmentParser assignments;
    private final JumpParser jumps;

    StatementParser(Parser parser) {
        tokens = parser.tokens();
        scopes = parser.scopes();
        depth = parser.depth();
        expressions = parser.expressions();
        assignments = new AssignmentParser(parser);
        jumps = new JumpParser(tokens, scopes);
    }

    /** Parses a block without a scope of its own. */
    Block parseStatements() throws SyntaxError {
        List<Statement> statements = new ArrayList<>();
        boolean returned = false;
        while (!returned && !tokens.kind().endsBlock()) {
            returned = tokens.kind() == Kind.RETURN;
            depth.enter();
            parseStatement(statements);
            depth.leave();
        }
        return new Block(
                Collections.unmodifiableList(statements), tokens.current().at(), tokens.last());
    }

    private Block parseBlock() throws SyntaxError {
        return parseScoped(false, List.of());
    }

    private Block parseScoped(boolean loop, List<Local> locals) throws SyntaxError {
        scopes.enterBlock(loop);
        locals.forEach(scopes::show);
        Block block = parseStatements();
        scopes.leaveBlock();
        return block;
    }

    private void parseStatement(List<Statement> statements) throws SyntaxError {
        switch (tokens.kind()) {
            case SEMICOLON -> tokens.next();
            case DOUBLE_COLON -> jumps.parseLabels(statements);
            case GOTO -> jumps.parseGoto(statements);
            case BREAK -> statements.add(jumps.parseBreak());
            case DO -> statements.add(parseDo());
            case WHILE -> statements.add(parseWhile());
            case REPEAT -> statements.add(parseRepeat());
            case IF -> statements.add(parseIf());
            case FOR -> statements.add(parseFor());
            case RETURN -> statements.add(parseReturn());
            case FUNCTION -> statements.add(assignments.parseFunction());
            case LOCAL -> statements.add(assignments.parseLocal());
            default -> statements.add(assignments.parse());
        }
    }

    private Statement parseDo() throws SyntaxError {
        Position at = tokens.next().at();
        Block block = parseBlock();
        tokens.close(Kind.END, Kind.DO, at);
        return new Statement.Do(at, block);
    }

    private Statement parseWhile() throws SyntaxError {
        Position at = tokens.next().at();
        Expression condition = expressions.parse();
        tokens.expect(Kind.DO);
        Block block = parseScoped(true, List.of());
        tokens.close(Kind.END, Kind.WHILE, at);
        return new Statement.While(at, condition, block);
    }

    private Statement parseRepeat() throws SyntaxError {
        Position at = tokens.next().at();
        scopes.enterBlock(true);
        Block block = parseStatements();
        tokens.close(Kind.UNTIL, Kind.REPEAT, at);
        Expression condition = expressions.parse();
        scopes.leaveBlock();
        return new Statement.Repeat(at, block, condition, tokens.last());
    }

    private Statement parseIf() throws SyntaxError {
        Position at = tokens.current().at();
        List<Statement.Branch> branches = new ArrayList<>(1);
        do {
            tokens.next();
            Expression condition = expressions.parse();
            tokens.expect(Kind.THEN);
            Expression moved = Moved.to(tokens.last(), condition);
            branches.add(new Statement.Branch(moved, parseBlock()));
        } while (tokens.kind() == Kind.ELSEIF);
        Optional<Block> otherwise =
                tokens.accept(Kind.ELSE) ? Optional.of(parseBlock()) : Optional.empty();
        tokens.close(Kind.END, Kind.IF, at);
        return new Statement.If(at, List.copyOf(branches), otherwise);
    }

    private Statement parseFor() throws SyntaxError {
        Position at = tokens.next().at();
        Token.Name name = tokens.name();
        scopes.enterBlock(true);
        Statement loop =
                switch (tokens.kind()) {
                    case ASSIGN -> parseNumericFor(name);
                    case COMMA, IN -> parseGenericFor(name);
                    default -> throw tokens.error("'=' or 'in' expected");
                };
        tokens.close(Kind.END, Kind.FOR, at);
        scopes.leaveBlock();
        return loop;
    }

    private Statement parseNumericFor(Token.Name name) throws SyntaxError {
        scopes.declare(3);
        Local variable = scopes.declare(name);
        tokens.next();
        Expression start = expressions.parse();
        tokens.expect(Kind.COMMA);
        Expression limit = expressions.parse();
        Optional<Expression> step =
                tokens.accept(Kind.COMMA) ? Optional.of(expressions.parse()) : Optional.empty();
        Position at = tokens.current().at();
        tokens.expect(Kind.DO);
        Block block = parseScoped(false, List.of(variable));
        return new Statement.NumericFor(at, variable, start, limit, step, block);
    }

    private Statement parseGenericFor(Token.Name name) throws SyntaxError {
        scopes.declare(4);
        List<Local> variables = new ArrayList<>(2);
        variables.add(scopes.declare(name));
        while (tokens.accept(Kind.COMMA)) {
            variables.add(scopes.declare(tokens.name()));
        }
        tokens.expect(Kind.IN);
        Position at = tokens.current().at();
        List<Expression> values = expressions.parseList();
        tokens.expect(Kind.DO);
        Block block = parseScoped(false, variables);
        return new Statement.GenericFor(at, List.copyOf(variables), values, block);
    }

    private Statement parseReturn() throws SyntaxError {
        Position at = tokens.next().at();
        boolean empty = tokens.kind().endsBlock() || tokens.kind() == Kind.SEMICOLON;
        List<Expression> values = empty ? List.of() : expressions.parseList();
        Position last = tokens.last();
        tokens.accept(Kind.SEMICOLON);
        return new Statement.Return(at, values, last);
    }
}
