package dev.moonlet.lua.syntax;

import java.util.List;

/** Rebuilds a statement that is too large with what is within it cut. */
final class Rebuild {

    private final Outline outline;

    Rebuild(Outline outline) {
        this.outline = outline;
    }

    Statement statement(Statement statement) {
        return switch (statement) {
            case Statement.LocalDeclaration it ->
                    new Statement.LocalDeclaration(it.at(), it.locals(), all(it.values()));
            case Statement.Assignment it ->
                    new Statement.Assignment(it.at(), all(it.targets()), all(it.values()));
            case Statement.CallStatement it ->
                    new Statement.CallStatement(it.at(), expression(it.call()));
            case Statement.Do it -> new Statement.Do(it.at(), outline.block(it.block()));
            case Statement.While it ->
                    new Statement.While(
                            it.at(), expression(it.condition()), outline.block(it.block()));
            case Statement.Repeat it -> it;
            case Statement.If it -> choice(it);
            case Statement.NumericFor it ->
                    new Statement.NumericFor(
                            it.at(),
                            it.variable(),
                            expression(it.start()),
                            expression(it.limit()),
                            it.step().map(this::expression),
                            outline.block(it.block()));
            case Statement.GenericFor it ->
                    new Statement.GenericFor(
                            it.at(), it.variables(), all(it.values()), outline.block(it.block()));
            case Statement.Return it -> new Statement.Return(it.at(), all(it.values()));
            default -> statement;
        };
    }

    private Statement choice(Statement.If choice) {
        List<Statement.Branch> branches =
                choice.branches().stream()
                        .map(each ->
                                new Statement.Branch(
                                        expression(each.condition()), outline.block(each.block())))
                        .toList();
        return new Statement.If(choice.at(), branches, choice.otherwise().map(outline::block));
    }

    private List<Expression> all(List<Expression> expressions) {
        return expressions.stream().map(this::expression).toList();
    }

    private Expression expression(Expression expression) {
        if (Weight.of(expression) <= Outline.LIMIT) {
            return expression;
        }
        return switch (expression) {
            case Expression.TableConstructor it -> outline.table(it);
            case Expression.Parenthesized it ->
                    new Expression.Parenthesized(it.at(), expression(it.inner()));
            case Expression.Index it ->
                    new Expression.Index(it.at(), expression(it.table()), expression(it.key()));
            case Expression.Call it ->
                    new Expression.Call(it.at(), expression(it.function()), all(it.arguments()));
            case Expression.MethodCall it ->
                    new Expression.MethodCall(
                            it.at(), expression(it.object()), it.name(), all(it.arguments()));
            case Expression.Unary it ->
                    new Expression.Unary(it.at(), it.operator(), expression(it.operand()));
            case Expression.Binary it ->
                    new Expression.Binary(
                            it.at(), it.operator(), expression(it.left()), expression(it.right()));
            case Expression.And it ->
                    new Expression.And(it.at(), expression(it.left()), expression(it.right()));
            case Expression.Or it ->
                    new Expression.Or(it.at(), expression(it.left()), expression(it.right()));
            default -> expression;
        };
    }
}
