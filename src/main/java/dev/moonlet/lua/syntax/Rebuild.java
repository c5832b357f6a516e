package dev.moonlet.lua.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rebuilds a statement that is too large with what is within it cut. */
final class Rebuild {

    /** The least that becomes a function of its own where an expression has too many parts. */
    private static final int PART = 8;

    private final Outline outline;

    Rebuild(Outline outline) {
        this.outline = outline;
    }

    Statement statement(Statement statement) {
        return switch (statement) {
            case Statement.LocalDeclaration it ->
                    new Statement.LocalDeclaration(
                            it.at(), it.locals(), all(it.values()), it.end());
            case Statement.Assignment it ->
                    new Statement.Assignment(
                            it.at(),
                            it.targets().stream().map(this::expression).toList(),
                            all(it.values()));
            case Statement.CallStatement it ->
                    new Statement.CallStatement(it.at(), expression(it.call()));
            case Statement.Do it -> new Statement.Do(it.at(), outline.block(it.block()));
            case Statement.While it ->
                    new Statement.While(
                            it.at(), expression(it.condition()), outline.block(it.block()));
            case Statement.Repeat it -> {
                Expression condition = expression(it.condition());
                Block block = outline.block(it.block(), List.of(condition));
                yield new Statement.Repeat(it.at(), block, condition, it.end());
            }
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
            case Statement.Return it -> new Statement.Return(it.at(), all(it.values()), it.last());
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
        Optional<Block> otherwise = choice.otherwise().map(outline::block);
        Statement.If rebuilt = new Statement.If(choice.at(), branches, otherwise);
        return branches.size() > 1 && Weight.of(rebuilt) > Outline.LIMIT
                ? new Statement.Do(choice.at(), outline.block(inTurn(rebuilt)))
                : rebuilt;
    }

    /** One if for each condition, all of which go to the end when they are done. */
    private static Block inTurn(Statement.If choice) {
        Label done = new Label("(done)", choice.at());
        Position end = choice.branches().getLast().block().end();
        List<Statement> statements = new ArrayList<>();
        for (Statement.Branch branch : choice.branches()) {
            Position at = branch.condition().at();
            List<Statement> body = new ArrayList<>(branch.block().statements());
            if (body.isEmpty() || !isLast(body.getLast())) {
                body.add(new Statement.Goto(branch.block().end(), done));
            }
            Block block = new Block(body, branch.block().end(), branch.block().last());
            Statement.Branch leaving = new Statement.Branch(branch.condition(), block);
            statements.add(new Statement.If(at, List.of(leaving), Optional.empty()));
        }
        choice.otherwise().ifPresent(last -> statements.add(new Statement.Do(choice.at(), last)));
        statements.add(new Statement.LabelStatement(end, done));
        return new Block(statements, end);
    }

    private static boolean isLast(Statement statement) {
        return statement instanceof Statement.Return
                || statement instanceof Statement.Break
                || statement instanceof Statement.Goto;
    }

    private List<Expression> all(List<Expression> expressions) {
        List<Expression> rebuilt = expressions.stream().map(this::expression).toList();
        return Weight.ofAll(rebuilt) > Outline.LIMIT
                ? rebuilt.stream().map(this::part).toList()
                : rebuilt;
    }

    private Expression expression(Expression expression) {
        if (Weight.of(expression) <= Outline.LIMIT) {
            return expression;
        }
        return switch (expression) {
            case Expression.TableConstructor it -> outline.table(it);
            case Expression.Parenthesized it ->
                    new Expression.Parenthesized(it.at(), expression(it.inner()));
            case Expression.Index it -> {
                List<Expression> parts = all(List.of(it.table(), it.key()));
                yield new Expression.Index(it.at(), parts.getFirst(), parts.getLast());
            }
            case Expression.Call it ->
                    new Expression.Call(it.at(), expression(it.function()), all(it.arguments()));
            case Expression.MethodCall it ->
                    new Expression.MethodCall(
                            it.at(), expression(it.object()), it.name(), all(it.arguments()));
            case Expression.Unary it ->
                    new Expression.Unary(it.at(), it.operator(), expression(it.operand()));
            case Expression.Binary it -> {
                List<Expression> parts = all(List.of(it.left(), it.right()));
                yield new Expression.Binary(
                        it.at(), it.operator(), parts.getFirst(), parts.getLast());
            }
            case Expression.And it -> {
                List<Expression> parts = all(List.of(it.left(), it.right()));
                yield new Expression.And(it.at(), parts.getFirst(), parts.getLast());
            }
            case Expression.Or it -> {
                List<Expression> parts = all(List.of(it.left(), it.right()));
                yield new Expression.Or(it.at(), parts.getFirst(), parts.getLast());
            }
            default -> expression;
        };
    }

    private Expression part(Expression expression) {
        return Weight.of(expression) > PART ? outline.value(expression) : expression;
    }
}
