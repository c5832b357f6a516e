package dev.moonlet.lua.syntax;

import java.util.ArrayList;
import java.util.List;

/** Parses functions. */
final class FunctionParser {

    private final Parser parser;
    private final Tokens tokens;
    private final Scopes scopes;

    FunctionParser(Parser parser) {
        this.parser = parser;
        tokens = parser.tokens();
        scopes = parser.scopes();
    }

    FunctionBody parseScript() throws SyntaxError {
        FunctionBody script = scopes.enterScript();
        Block block = parser.statements().parseStatements();
        if (tokens.kind() != Kind.END_OF_FILE) {
            throw tokens.error(Kind.END_OF_FILE.shown() + " expected");
        }
        scopes.leaveFunction(block);
        return script;
    }

    /** Parses what follows the keyword and the name. */
    FunctionBody parseFunction(String name, Position at, boolean method) throws SyntaxError {
        FunctionBody body = scopes.enterFunction(name, at);
        tokens.expect(Kind.OPEN_PARENTHESIS);
        parseParameters(body, method);
        tokens.expect(Kind.CLOSE_PARENTHESIS);
        Block block = parser.statements().parseStatements();
        tokens.close(Kind.END, Kind.FUNCTION, at);
        scopes.leaveFunction(block);
        return body;
    }

    private void parseParameters(FunctionBody body, boolean method) throws SyntaxError {
        List<Local> parameters = new ArrayList<>();
        if (method) {
            scopes.declare(1);
            parameters.add(new Local("self", body.at(), Local.Attribute.NONE, body));
        }
        boolean vararg = false;
        if (tokens.kind() != Kind.CLOSE_PARENTHESIS) {
            do {
                vararg = tokens.accept(Kind.ELLIPSIS);
                if (!vararg) {
                    parameters.add(parseParameter());
                }
            } while (!vararg && tokens.accept(Kind.COMMA));
        }
        body.accept(parameters, vararg);
        parameters.forEach(scopes::show);
    }

    private Local parseParameter() throws SyntaxError {
        if (tokens.kind() != Kind.NAME) {
            throw tokens.error("<name> or '...' expected");
        }
        return scopes.declare(tokens.name());
    }
}
