package dev.moonlet.lua.compiler;

import dev.moonlet.lua.syntax.Block;
import dev.moonlet.lua.syntax.Expression;
import dev.moonlet.lua.syntax.FunctionBody;
import dev.moonlet.lua.syntax.Statement;

/**
 * How a function ends.
 *
 * @param single every way out returns exactly one value, and its arguments come one by one
 */
record Returns(boolean single) {

    static Returns of(FunctionBody function, boolean listed) {
        if (function.exits().isPresent()) {
            return new Returns(false);
        }
        Search search = new Search();
        search.block(function.block());
        return new Returns(!listed && search.single && neverFallsOut(function.block()));
    }

    static boolean isCall(Expression expression) {
        return expression instanceof Expression.Call || expression instanceof Expression.MethodCall;
    }

    static boolean isMultiple(Expression expression) {
        return isCall(expression) || expression instanceof Expression.Vararg;
    }

    /** Whether the end of a block can't be reached, as far as a glance tells. */
    static boolean neverFallsOut(Block block) {
        return !block.statements().isEmpty() && neverFallsOut(block.statements().getLast());
    }

    static boolean neverFallsOut(Statement last) {
        return switch (last) {
            case Statement.Return _, Statement.Break _, Statement.Goto _ -> true;
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

        private void block(Block block) {
            block.statements().forEach(this::statement);
        }

        private void statement(Statement statement) {
            switch (statement) {
                case Statement.Return out ->
                        single &= out.values().size() == 1 && !isMultiple(out.values().getFirst());
                case Statement.Piece piece -> single &= !piece.exits().returns();
                case Statement.Do inner -> block(inner.block());
                case Statement.While loop -> block(loop.block());
                case Statement.Repeat loop -> block(loop.block());
                case Statement.NumericFor loop -> block(loop.block());
                case Statement.GenericFor loop -> block(loop.block());
                case Statement.If choice -> {
                    choice.branches().forEach(branch -> block(branch.block()));
                    choice.otherwise().ifPresent(this::block);
                }
                default -> {}
            }
        }
    }
}
