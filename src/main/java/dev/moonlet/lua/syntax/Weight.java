package dev.moonlet.lua.syntax;

import java.util.List;

/** Counts the nodes of a part of a function, which is how much code it becomes. */
final class Weight extends Walk {

    private int nodes;

    static int of(Statement statement) {
        Weight weight = new Weight();
        weight.statement(statement);
        return weight.nodes;
    }

    static int of(List<Statement> statements) {
        return statements.stream().mapToInt(Weight::of).sum();
    }

    static int ofAll(List<Expression> expressions) {
        return expressions.stream().mapToInt(Weight::of).sum();
    }

    static int of(Expression expression) {
        Weight weight = new Weight();
        weight.expression(expression);
        return weight.nodes;
    }

    @Override
    public void statement(Statement statement) {
        nodes++;
        super.statement(statement);
    }

    @Override
    public void expression(Expression expression) {
        nodes++;
        super.expression(expression);
    }

    @Override
    public void target(Expression target) {
        nodes++;
        super.target(target);
    }

    @Override
    public void function(FunctionBody function) {
        nodes += function.upvalues().size();
    }
}
