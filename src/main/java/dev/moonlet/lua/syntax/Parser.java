package dev.moonlet.lua.syntax;

/** Reads scripts in Lua 5.4. */
public final class Parser {

    /** What nobody writes by hand; a tree may take seventy times as much memory as its text. */
    public static final int MAX_BYTES = 10 << 20;

    private final Tokens tokens;
    private final Scopes scopes;
    private final Depth depth;
    private final ExpressionParser expressions;
    private final StatementParser statements;
    private final FunctionParser functions;

    private Parser(Source source) throws SyntaxError {
        tokens = new Tokens(source);
        scopes = new Scopes(tokens);
        depth = new Depth(tokens);
        expressions = new ExpressionParser(this);
        statements = new StatementParser(this);
        functions = new FunctionParser(this);
    }

    /**
     * Reads a script.
     *
     * @param chunk how messages name it: {@code handlers/orders.lua}
     * @param source its text; a byte order mark and a first line that begins with # are skipped
     */
    public static FunctionBody parse(String chunk, byte[] source) throws SyntaxError {
        if (source.length > MAX_BYTES) {
            throw new SyntaxError(chunk, 1, "script is larger than " + MAX_BYTES + " bytes");
        }
        Parser parser = new Parser(new Source(chunk, source));
        try {
            return parser.functions.parseScript();
        } catch (StackOverflowError smallStack) {
            throw parser.depth.tooDeep();
        }
    }

    Tokens tokens() {
        return tokens;
    }

    Scopes scopes() {
        return scopes;
    }

    Depth depth() {
        return depth;
    }

    ExpressionParser expressions() {
        return expressions;
    }

    StatementParser statements() {
        return statements;
    }

    FunctionParser functions() {
        return functions;
    }
}
