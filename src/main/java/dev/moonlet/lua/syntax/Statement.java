package dev.moonlet.lua.syntax;

import java.util.List;
import java.util.Optional;

/** What has an effect. {@link #at} is where it begins. */
public sealed interface Statement {

    Position at();

    /**
     * {@code local a <const>, b = …}; the locals are in scope after the statement, at whose end it
     * shows whether one can be closed.
     */
    record LocalDeclaration(Position at, List<Local> locals, List<Expression> values, Position end)
            implements Statement {

        /** The local that is to be closed, if one is. */
        public Optional<Local> closed() {
            for (Local local : locals) {
                if (local.attribute() == Local.Attribute.CLOSE) {
                    return Optional.of(local);
                }
            }
            return Optional.empty();
        }
    }

    /** The targets are locals, globals or indexes. */
    record Assignment(Position at, List<Expression> targets, List<Expression> values)
            implements Statement {}

    /** A call or a method call. */
    record CallStatement(Position at, Expression call) implements Statement {}

    /** {@code local function f}; the local is in scope within the function. */
    record LocalFunction(Position at, Local local, Expression.Function function)
            implements Statement {}

    record Do(Position at, Block block) implements Statement {}

    record While(Position at, Expression condition, Block block) implements Statement {}

    /** The condition sees the locals of the block. */
    record Repeat(Position at, Block block, Expression condition, Position end)
            implements Statement {}

    record If(Position at, List<Branch> branches, Optional<Block> otherwise) implements Statement {}

    /** One {@code if} or {@code elseif}. */
    record Branch(Expression condition, Block block) {}

    /** {@link #at} is its {@code do}: errors in what it counts with are reported there. */
    record NumericFor(
            Position at,
            Local variable,
            Expression start,
            Expression limit,
            Optional<Expression> step,
            Block block)
            implements Statement {}

    /** {@link #at} is its first value: errors of the iterator are reported there. */
    record GenericFor(Position at, List<Local> variables, List<Expression> values, Block block)
            implements Statement {}

    /**
     * The last statement of its block.
     *
     * @param last where its values end
     */
    record Return(Position at, List<Expression> values, Position last) implements Statement {}

    /** Leaves the innermost loop. */
    record Break(Position at) implements Statement {}

    record Goto(Position at, Label target) implements Statement {}

    record LabelStatement(Position at, Label label) implements Statement {}

    /**
     * Statements of a function that was too large, as a function of their own that is called here:
     * what {@link Outline} makes. They may leave it for other places than behind it.
     */
    record Piece(Position at, FunctionBody body, Exits exits) implements Statement {}
}
