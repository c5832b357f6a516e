package dev.moonlet.lua.syntax;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Cuts a function that is too large for one method of the JVM. Statements that follow each other
 * become a function of their own, called where they stood; locals that they share with the rest are
 * declared before and captured. Statements that may leave the function, a loop or a block of their
 * own stay where they are, and are cut inside. A table constructor becomes a function that assigns
 * its fields one by one.
 */
public final class Outline {

    /** In nodes; as much as makes a method that the JVM still optimizes. */
    static final int LIMIT = 500;

    private final FunctionBody function;

    private Outline(FunctionBody function) {
        this.function = function;
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
        List<Statement> statements = new ArrayList<>();
        for (Statement statement : block.statements()) {
            statements.add(
                    Weight.of(statement) > LIMIT
                            ? new Rebuild(this).statement(statement)
                            : statement);
        }
        List<Statement> grouped = grouped(statements, block.end());
        while (grouped.size() < statements.size() && weight(grouped) > LIMIT) {
            statements = grouped;
            grouped = grouped(statements, block.end());
        }
        return new Block(grouped, block.end());
    }

    /** The statements with as many as possible gathered in pieces. */
    private List<Statement> grouped(List<Statement> statements, Position end) {
        if (weight(statements) <= LIMIT) {
            return statements;
        }
        List<List<Statement>> groups = groups(statements);
        Set<Local> shared = shared(groups);
        List<Statement> result = new ArrayList<>();
        if (!shared.isEmpty()) {
            shared.forEach(this::share);
            Position at = statements.getFirst().at();
            result.add(new Statement.LocalDeclaration(at, List.copyOf(shared), List.of()));
        }
        for (List<Statement> group : groups) {
            List<Statement> assigned = group.stream().map(each -> assigned(each, shared)).toList();
            if (group.size() > 1) {
                result.add(piece(assigned, end));
            } else {
                result.addAll(assigned);
            }
        }
        return result;
    }

    private static List<List<Statement>> groups(List<Statement> statements) {
        List<List<Statement>> groups = new ArrayList<>();
        List<Statement> group = new ArrayList<>();
        int weight = 0;
        for (Statement statement : statements) {
            int more = Weight.of(statement);
            boolean stays = stays(statement);
            if (!group.isEmpty() && (stays || weight + more > LIMIT)) {
                groups.add(group);
                group = new ArrayList<>();
                weight = 0;
            }
            if (stays) {
                groups.add(List.of(statement));
            } else {
                group.add(statement);
                weight += more;
            }
        }
        if (!group.isEmpty()) {
            groups.add(group);
        }
        return groups;
    }

    private static boolean stays(Statement statement) {
        return statement instanceof Statement.LabelStatement
                || (statement instanceof Statement.LocalDeclaration declaration
                        && declaration.locals().stream()
                                .anyMatch(each -> each.attribute() == Local.Attribute.CLOSE))
                || Extent.of(List.of(statement)).leaves();
    }

    /** The locals that one group declares for others. */
    private static Set<Local> shared(List<List<Statement>> groups) {
        List<Extent> extents = groups.stream().map(Extent::of).toList();
        Set<Local> shared = new HashSet<>();
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).size() > 1) {
                for (int j = 0; j < groups.size(); j++) {
                    if (i != j) {
                        addCommon(extents.get(i).declared(), extents.get(j).used(), shared);
                    }
                }
            }
        }
        groups.forEach(group -> group.forEach(each -> addWholeDeclaration(each, shared)));
        return shared;
    }

    private static void addWholeDeclaration(Statement statement, Set<Local> shared) {
        if (statement instanceof Statement.LocalDeclaration declaration
                && declaration.locals().stream().anyMatch(shared::contains)) {
            shared.addAll(declaration.locals());
        }
    }

    private static void addCommon(Set<Local> declared, Set<Local> used, Set<Local> common) {
        declared.stream().filter(used::contains).forEach(common::add);
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
        FunctionBody piece = new FunctionBody(function.name(), at, Optional.of(function));
        piece.accept(List.of(), function.isVararg());
        Extent extent = Extent.of(statements);
        extent.declared().forEach(local -> local.moveTo(piece));
        List<Local> upvalues =
                extent.used().stream().filter(local -> !extent.declared().contains(local)).toList();
        upvalues.forEach(Local::capture);
        piece.finish(new Block(statements, end), upvalues);
        return new Statement.CallStatement(at, call(piece, at));
    }

    /** A function that makes a table field by field, called where the table was. */
    Expression table(Expression.TableConstructor constructor) {
        Position at = constructor.at();
        FunctionBody maker = new FunctionBody("", at, Optional.of(function));
        maker.accept(List.of(), function.isVararg());
        Local table = new Local("(table)", at, Local.Attribute.NONE, maker);
        List<Statement> statements = new TableFields(table, at).statements(constructor.fields());
        Extent extent = Extent.of(statements);
        List<Local> upvalues =
                extent.used().stream().filter(local -> local.owner() != maker).toList();
        upvalues.forEach(Local::capture);
        maker.finish(new Block(statements, at), upvalues);
        new Outline(maker).cut();
        return new Expression.Parenthesized(at, call(maker, at));
    }

    private Expression call(FunctionBody piece, Position at) {
        List<Expression> passed =
                function.isVararg() ? List.of(new Expression.Vararg(at)) : List.of();
        return new Expression.Call(at, new Expression.Function(at, piece), passed);
    }

    private static int weight(List<Statement> statements) {
        return statements.stream().mapToInt(Weight::of).sum();
    }
}
