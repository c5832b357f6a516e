package dev.moonlet.lua.syntax;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What some statements of a function have to do with the rest of it. */
final class Extent extends Walk {

    private final Set<Local> used = new LinkedHashSet<>();
    private final Set<Local> declared = new HashSet<>();
    private final Set<Label> labels = new HashSet<>();
    private final Set<Label> targets = new LinkedHashSet<>();
    private int loops;
    private boolean breaks;
    private boolean returns;

    static Extent of(List<Statement> statements) {
        Extent extent = new Extent();
        statements.forEach(extent::statement);
        return extent;
    }

    static Extent of(Expression expression) {
        Extent extent = new Extent();
        extent.expression(expression);
        return extent;
    }

    /** The locals that are used, whoever declares them. */
    Set<Local> used() {
        return used;
    }

    /** The locals that are declared, in blocks within too. */
    Set<Local> declared() {
        return declared;
    }

    Exits exits() {
        List<Label> elsewhere = targets.stream().filter(each -> !labels.contains(each)).toList();
        return new Exits(elsewhere, breaks, returns);
    }

    @Override
    public void statement(Statement statement) {
        switch (statement) {
            case Statement.LocalDeclaration local -> declared.addAll(local.locals());
            case Statement.LocalFunction local -> declared.add(local.local());
            case Statement.NumericFor loop -> declared.add(loop.variable());
            case Statement.GenericFor loop -> declared.addAll(loop.variables());
            case Statement.Return _ -> returns = true;
            case Statement.Break _ -> breaks |= loops == 0;
            case Statement.Goto jump -> targets.add(jump.target());
            case Statement.LabelStatement label -> labels.add(label.label());
            case Statement.Piece piece -> leave(piece.exits());
            default -> {}
        }
        boolean loop = isLoop(statement);
        loops += loop ? 1 : 0;
        super.statement(statement);
        loops -= loop ? 1 : 0;
    }

    @Override
    public void expression(Expression expression) {
        use(expression);
        super.expression(expression);
    }

    @Override
    public void target(Expression target) {
        use(target);
        super.target(target);
    }

    @Override
    public void function(FunctionBody function) {
        used.addAll(function.upvalues());
    }

    private void leave(Exits exits) {
        targets.addAll(exits.labels());
        breaks |= exits.breaks() && loops == 0;
        returns |= exits.returns();
    }

    private void use(Expression expression) {
        switch (expression) {
            case Expression.LocalUse use -> used.add(use.local());
            case Expression.GlobalUse use -> used.add(use.environment().local());
            default -> {}
        }
    }

    private static boolean isLoop(Statement statement) {
        return statement instanceof Statement.While
                || statement instanceof Statement.Repeat
                || statement instanceof Statement.NumericFor
                || statement instanceof Statement.GenericFor;
    }
}
