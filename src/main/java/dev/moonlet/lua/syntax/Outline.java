package dev.moonlet.lua.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Cuts a function that is too large for one method of the JVM. Statements that follow each other
 * become a piece: a function of its own, called where they stood, which tells its caller if control
 * is to go elsewhere than behind them. Locals that a piece shares with the rest are declared before
 * it and captured. A table constructor becomes a function that assigns its fields one by one.
 */
public final class Outline {

    /** In nodes; as much as makes a method that the JVM still optimizes. */
    static final int LIMIT = 500;

    /** In nodes; so many never fit in a method, and to find that out takes long. */
    private static final int HOPELESS = 30_000;

    private final FunctionBody function;

    private Outline(FunctionBody function) {
        this.function = function;
    }

    /** Whether a function is too large beyond doubt; others may turn out to be. */
    public static boolean isNeededFor(FunctionBody function) {
        return Weight.of(function.block().statements()) > HOPELESS;
    }

    /** Cuts a function in place. */
    public static void of(FunctionBody function) {
        new Outline(function).cut();
    }

    private void cut() {
        function.finish(block(function.block()), function.upvalues());
    }

    /** A block with no more in it than one method can hold, if that can be. */
    Block block(Block block) {
        return block(block, List.of());
    }

    /** A block whose locals a condition behind it sees. */
    Block block(Block block, List<Expression> condition) {
        List<Statement> statements = new ArrayList<>();
        for (Statement statement : block.statements()) {
            statements.add(
                    Weight.of(statement) > LIMIT
                            ? new Rebuild(this).statement(statement)
                            : statement);
        }
        List<Statement> grouped = grouped(statements, block.end(), condition);
        while (grouped.size() < statements.size() && Weight.of(grouped) > LIMIT) {
            statements = grouped;
            grouped = grouped(statements, block.end(), condition);
        }
        return new Block(grouped, block.end(), block.last());
    }

    /** The statements with as many as possible gathered in pieces. */
    private List<Statement> grouped(
            List<Statement> statements, Position end, List<Expression> condition) {
        if (Weight.of(statements) <= LIMIT) {
            return statements;
        }
        Groups groups = new Groups(statements, condition);
        Set<Local> shared = groups.shared();
        List<Statement> result = new ArrayList<>();
        for (int i = 0; i < groups.all().size(); i++) {
            List<Statement> group = groups.all().get(i);
            if (Groups.isPiece(group)) {
                List<Local> declared =
                        groups.extent(i).declared().stream().filter(shared::contains).toList();
                if (!declared.isEmpty()) {
                    declared.forEach(this::share);
                    Position at = group.getFirst().at();
                    result.add(new Statement.LocalDeclaration(at, declared, List.of(), at));
                }
                result.add(piece(group.stream().map(each -> assigned(each, shared)).toList(), end));
            } else {
                result.addAll(group);
            }
        }
        return result;
    }

    private void share(Local local) {
        local.capture();
        local.reassign();
        local.moveTo(function);
    }

    /** A declaration of shared locals as an assignment to them. */
    private static Statement assigned(Statement statement, Set<Local> shared) {
        return switch (statement) {
            case Statement.LocalFunction local when shared.contains(local.local()) ->
                    new Statement.Assignment(
                            local.at(),
                            List.of(new Expression.LocalUse(local.at(), local.local())),
                            List.of(local.function()));
            case Statement.LocalDeclaration local
                    when local.locals().stream().anyMatch(shared::contains) ->
                    assigned(local);
            default -> statement;
        };
    }

    private static Statement assigned(Statement.LocalDeclaration declaration) {
        List<Expression> targets = new ArrayList<>();
        for (Local local : declaration.locals()) {
            targets.add(new Expression.LocalUse(declaration.at(), local));
        }
        List<Expression> values =
                declaration.values().isEmpty()
                        ? List.of(new Expression.Nil(declaration.at()))
                        : declaration.values();
        return new Statement.Assignment(declaration.at(), targets, values);
    }

    private Statement piece(List<Statement> statements, Position end) {
        Position at = statements.getFirst().at();
        Extent extent = Extent.of(statements);
        FunctionBody piece = within(function.name(), at, extent);
        piece.leaveBy(extent.exits());
        piece.finish(new Block(statements, end), piece.upvalues());
        return new Statement.Piece(at, piece, extent.exits());
    }

    /** A function that makes a table field by field, called where the table was. */
    Expression table(Expression.TableConstructor constructor) {
        Position at = constructor.at();
        FunctionBody maker = new FunctionBody("", at, Optional.of(function));
        Local table = new Local("(table)", at, Local.Attribute.NONE, maker);
        List<Statement> statements = new TableFields(table, at).statements(constructor.fields());
        move(maker, Extent.of(statements));
        maker.finish(new Block(statements, at), maker.upvalues());
        new Outline(maker).cut();
        return new Expression.Parenthesized(at, call(maker, at));
    }

    /** A function that returns an expression's values, called where that was. */
    Expression value(Expression expression) {
        Position at = expression.at();
        FunctionBody value = within("", at, Extent.of(expression));
        Statement result = new Statement.Return(at, List.of(expression), at);
        value.finish(new Block(List.of(result), at), value.upvalues());
        return call(value, at);
    }

    private FunctionBody within(String name, Position at, Extent extent) {
        FunctionBody inner = new FunctionBody(name, at, Optional.of(function));
        move(inner, extent);
        return inner;
    }

    /** Makes what declares and uses locals a function within this one. */
    private void move(FunctionBody inner, Extent extent) {
        inner.becomePiece();
        inner.accept(List.of(), function.isVararg());
        extent.declared().forEach(local -> local.moveTo(inner));
        List<Local> upvalues =
                extent.used().stream().filter(local -> !extent.declared().contains(local)).toList();
        upvalues.forEach(Local::capture);
        inner.finish(inner.block(), upvalues);
    }

    private Expression call(FunctionBody called, Position at) {
        List<Expression> passed =
                function.isVararg() ? List.of(new Expression.Vararg(at)) : List.of();
        return new Expression.Call(at, new Expression.Function(at, called), passed);
    }
}
