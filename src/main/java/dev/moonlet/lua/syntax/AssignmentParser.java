package dev.moonlet.lua.syntax;

import java.util.ArrayList;
import java.util.List;
import org.luaj.vm2.LuaString;

/** Parses what gives locals, globals and fields their values; and calls, which begin alike. */
final class AssignmentParser {

    private final Parser parser;
    private final Tokens tokens;
    private final Scopes scopes;
    private final Depth depth;
    private final ExpressionParser expressions;

    AssignmentParser(Parser parser) {
        this.parser = parser;
        tokens = parser.tokens();
        scopes = parser.scopes();
        depth = parser.depth();
        expressions = parser.expressions();
    }

    Statement parse() throws SyntaxError {
        Position at = tokens.current().at();
        Expression first = expressions.parseSuffixed();
        if (tokens.kind() != Kind.ASSIGN && tokens.kind() != Kind.COMMA) {
            return call(at, first);
        }
        List<Expression> targets = new ArrayList<>(1);
        targets.add(target(first));
        while (tokens.accept(Kind.COMMA)) {
            depth.enter();
            targets.add(target(expressions.parseSuffixed()));
        }
        tokens.expect(Kind.ASSIGN);
        List<Expression> values =
                expressions.parseList(i -> i < targets.size() ? name(targets.get(i)) : "");
        for (int i = 1; i < targets.size(); i++) {
            depth.leave();
        }
        targets.replaceAll(target -> Moved.to(tokens.last(), target));
        return new Statement.Assignment(at, List.copyOf(targets), values);
    }

    Statement parseLocal() throws SyntaxError {
        Position at = tokens.next().at();
        if (tokens.kind() == Kind.FUNCTION) {
            return parseLocalFunction(at);
        }
        List<Local> locals = new ArrayList<>(1);
        do {
            locals.add(parseAttributed(locals));
        } while (tokens.accept(Kind.COMMA));
        List<Expression> values =
                tokens.accept(Kind.ASSIGN)
                        ? expressions.parseList(i -> i < locals.size() ? locals.get(i).name() : "")
                        : List.of();
        Constant.note(locals, values);
        locals.forEach(scopes::show);
        return new Statement.LocalDeclaration(at, List.copyOf(locals), values, tokens.last());
    }

    Statement parseFunction() throws SyntaxError {
        Position at = tokens.next().at();
        int besides = depth.begin();
        Token.Name first = tokens.name();
        StringBuilder name = new StringBuilder(first.text());
        Expression target = scopes.resolve(first);
        boolean method = false;
        while (!method && (tokens.kind() == Kind.DOT || tokens.kind() == Kind.COLON)) {
            method = tokens.next().kind() == Kind.COLON;
            Token.Name key = tokens.name();
            name.append(method ? ':' : '.').append(key.text());
            scopes.read(target);
            target = new Expression.Index(key.at(), target, key.literal());
            depth.grow();
        }
        FunctionBody body = parser.functions().parseFunction(name.toString(), at, method);
        scopes.assign(target);
        depth.end(besides);
        return new Statement.Assignment(
                at, List.of(Moved.to(at, target)), List.of(new Expression.Function(at, body)));
    }

    private Statement parseLocalFunction(Position at) throws SyntaxError {
        Position functionAt = tokens.next().at();
        Token.Name name = tokens.name();
        Local local = scopes.declare(name);
        scopes.show(local);
        Position begin = tokens.current().at();
        FunctionBody body = parser.functions().parseFunction(name.text(), begin, false);
        return new Statement.LocalFunction(at, local, new Expression.Function(functionAt, body));
    }

    private Local parseAttributed(List<Local> before) throws SyntaxError {
        Token.Name name = tokens.name();
        scopes.declare(1);
        Local.Attribute attribute = parseAttribute();
        if (attribute == Local.Attribute.CLOSE
                && before.stream().anyMatch(local -> local.attribute() == attribute)) {
            throw tokens.errorBefore("multiple to-be-closed variables in local list");
        }
        return scopes.local(name, attribute);
    }

    private Local.Attribute parseAttribute() throws SyntaxError {
        if (!tokens.accept(Kind.LESS)) {
            return Local.Attribute.NONE;
        }
        String attribute = tokens.name().text();
        tokens.expect(Kind.GREATER);
        return switch (attribute) {
            case "const" -> Local.Attribute.CONST;
            case "close" -> Local.Attribute.CLOSE;
            default -> throw tokens.errorBefore("unknown attribute '" + attribute + "'");
        };
    }

    private Statement call(Position at, Expression expression) throws SyntaxError {
        return switch (expression) {
            case Expression.Call call -> new Statement.CallStatement(at, call);
            case Expression.MethodCall call -> new Statement.CallStatement(at, call);
            default -> throw tokens.error("syntax error");
        };
    }

    private Expression target(Expression expression) throws SyntaxError {
        switch (expression) {
            case Expression.LocalUse _, Expression.GlobalUse _, Expression.Index _ ->
                    scopes.assign(expression);
            default -> throw tokens.error("syntax error");
        }
        return expression;
    }

    /** What a function is called that is assigned to the target; empty if nothing fits. */
    private static String name(Expression target) {
        return switch (target) {
            case Expression.LocalUse use -> use.local().name();
            case Expression.GlobalUse use -> use.name().value().tojstring();
            case Expression.Index(
                            Position _,
                            Expression table,
                            Expression.StringLiteral(Position _, LuaString key)) -> {
                String prefix = name(table);
                yield prefix.isEmpty() ? "" : prefix + "." + key.tojstring();
            }
            default -> "";
        };
    }
}
