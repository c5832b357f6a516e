package dev.moonlet.lua.compiler;

import dev.moonlet.lua.syntax.Block;
import dev.moonlet.lua.syntax.Expression;
import dev.moonlet.lua.syntax.FunctionBody;
import dev.moonlet.lua.syntax.Local;
import dev.moonlet.lua.syntax.Statement;
import java.util.List;

/**
 * How a function ends.
 *
 * @param single every way out returns exactly one value
 * @param tailCalls some way out is a call
 */
record Returns(boolean single, boolean tailCalls) {

    static Returns of(FunctionBody function) {
        Search search = new Search();
        search.block(function.block(), false);
        return new Returns(search.single && neverFallsOut(function.block()), search.tailCalls);
    }

    static boolean isCall(Expression expression) {
        return expression instanceof Expression.Call || expression instanceof Expression.MethodCall;
    }

    static boolean isMultiple(Expression expression) {
        return isCall(expression) || expression instanceof Expression.Vararg;
    }

    /** Whether the end of a block can't be reached, as far as a glance tells. */
    private static boolean neverFallsOut(Block block) {
        if (block.statements().isEmpty()) {
            return false;
        }
        return switch (block.statements().getLast()) {
            case Statement.Return _ -> true;
            case Statement.Do inner -> neverFallsOut(inner.block());
            case Statement.If choice ->
                    choice.otherwise().isPresent()
                            && neverFallsOut(choice.otherwise().get())
                            && choice.branches().stream()
                                    .allMatch(branch -> neverFallsOut(branch.block()));
            default -> false;
        };
    }

    private static final class Search {

        private boolean single = true;
        private boolean tailCalls;

        private void block(Block block, boolean closing) {
            boolean closes = closing;
            for (Statement statement : block.statements()) {
                closes |= declaresClosed(statement);
                statement(statement, closes);
            }
        }

        private void statement(Statement statement, boolean closing) {
            switch (statement) {
                case Statement.Return out -> out(out.values(), closing);
                case Statement.Do inner -> block(inner.block(), closing);
                case Statement.While loop -> block(loop.block(), closing);
                case Statement.Repeat loop -> block(loop.block(), closing);
                case Statement.NumericFor loop -> block(loop.block(), closing);
                case Statement.GenericFor loop -> block(loop.block(), true);
                case Statement.If choice -> {
                    choice.branches().forEach(branch -> block(branch.block(), closing));
                    choice.otherwise().ifPresent(last -> block(last, closing));
                }
                default -> {}
            }
        }

        private void out(List<Expression> values, boolean closing) {
            single &= values.size() == 1 && !isMultiple(values.getFirst());
            tailCalls |= values.size() == 1 && isCall(values.getFirst()) && !closing;
        }

        private static boolean declaresClosed(Statement statement) {
            return statement instanceof Statement.LocalDeclaration declaration
                    && declaration.locals().stream()
                            .anyMatch(local -> local.attribute() == Local.Attribute.CLOSE);
        }
    }
}
