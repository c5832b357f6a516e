package dev.moonlet.lua.syntax;

import dev.moonlet.lua.value.Poll;
import java.util.List;

/**
 * Goes through a tree in the order of the text. Override what you want to see, and call {@code
 * super} to see what is below.
 *
 * <p>It recurses, which the parser allows for: it refuses what is nested too deeply, or too long a
 * row of operators.
 */
public class Walk {

    public void function(FunctionBody function) {
        block(function.block());
    }

    public void block(Block block) {
        for (Statement statement : block.statements()) {
            statement(statement);
        }
    }

    public void statement(Statement statement) {
        switch (statement) {
            case Statement.LocalDeclaration local -> expressions(local.values());
            case Statement.Assignment assignment -> {
                assignment.targets().forEach(this::target);
                expressions(assignment.values());
            }
            case Statement.CallStatement call -> expression(call.call());
            case Statement.LocalFunction local -> expression(local.function());
            case Statement.Do scoped -> block(scoped.block());
            case Statement.While loop -> {
                expression(loop.condition());
                block(loop.block());
            }
            case Statement.Repeat loop -> {
                block(loop.block());
                expression(loop.condition());
            }
            case Statement.If choice -> {
                for (Statement.Branch branch : choice.branches()) {
                    expression(branch.condition());
                    block(branch.block());
                }
                choice.otherwise().ifPresent(this::block);
            }
            case Statement.NumericFor loop -> {
                expression(loop.start());
                expression(loop.limit());
                loop.step().ifPresent(this::expression);
                block(loop.block());
            }
            case Statement.GenericFor loop -> {
                expressions(loop.values());
                block(loop.block());
            }
            case Statement.Return result -> expressions(result.values());
            case Statement.Piece piece -> function(piece.body());
            case Statement.Break _, Statement.Goto _, Statement.LabelStatement _ -> {}
        }
    }

    /** An expression whose value is wanted. The parts of a global's use are not shown. */
    public void expression(Expression expression) {
        Poll.poll();
        switch (expression) {
            case Expression.Function function -> function(function.body());
            case Expression.Index index -> {
                expression(index.table());
                expression(index.key());
            }
            case Expression.Call call -> {
                expression(call.function());
                expressions(call.arguments());
            }
            case Expression.MethodCall call -> {
                expression(call.object());
                expressions(call.arguments());
            }
            case Expression.Unary unary -> expression(unary.operand());
            case Expression.Binary binary -> both(binary.left(), binary.right());
            case Expression.And and -> both(and.left(), and.right());
            case Expression.Or or -> both(or.left(), or.right());
            case Expression.Parenthesized parenthesized -> expression(parenthesized.inner());
            case Expression.TableConstructor table -> table.fields().forEach(this::field);
            case Expression.Nil _, Expression.True _, Expression.False _, Expression.Vararg _ -> {}
            case Expression.IntegerLiteral _,
                    Expression.FloatLiteral _,
                    Expression.StringLiteral _ -> {}
            case Expression.LocalUse _, Expression.GlobalUse _ -> {}
        }
    }

    /** An expression that is assigned to. */
    public void target(Expression target) {
        if (target instanceof Expression.Index(Position _, Expression table, Expression key)) {
            both(table, key);
        }
    }

    private void field(Expression.Field field) {
        if (field instanceof Expression.Field.Named named) {
            expression(named.key());
        }
        expression(field.value());
    }

    private void both(Expression first, Expression second) {
        expression(first);
        expression(second);
    }

    private void expressions(List<Expression> expressions) {
        for (Expression expression : expressions) {
            expression(expression);
        }
    }
}
