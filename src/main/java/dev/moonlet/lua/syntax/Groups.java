package dev.moonlet.lua.syntax;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The statements of a block, in groups that could each be a function: as many in a row as {@link
 * Outline#LIMIT} lets, a label or what leaves the block by itself.
 */
final class Groups {

    private final List<List<Statement>> all = new ArrayList<>();
    private final List<Extent> extents = new ArrayList<>();
    private final Set<Local> shared = new HashSet<>();

    /**
     * @param condition that sees the locals of the block, of {@code repeat}, or nothing
     */
    Groups(List<Statement> statements, List<Expression> condition) {
        group(statements);
        all.forEach(group -> extents.add(Extent.of(group)));
        share(condition);
    }

    List<List<Statement>> all() {
        return all;
    }

    Extent extent(int index) {
        return extents.get(index);
    }

    /** The locals that one group declares for others. */
    Set<Local> shared() {
        return shared;
    }

    /** Whether a group becomes a function; one statement alone would be no smaller. */
    static boolean isPiece(List<Statement> group) {
        return group.size() > 1;
    }

    private void group(List<Statement> statements) {
        List<Statement> group = new ArrayList<>();
        int weight = 0;
        for (Statement statement : statements) {
            int more = Weight.of(statement);
            boolean stays = stays(statement);
            if (!group.isEmpty() && (stays || weight + more > Outline.LIMIT)) {
                all.add(group);
                group = new ArrayList<>();
                weight = 0;
            }
            if (stays) {
                all.add(List.of(statement));
            } else {
                group.add(statement);
                weight += more;
            }
        }
        if (!group.isEmpty()) {
            all.add(group);
        }
    }

    /** Labels have to be where all gotos see them, and what is to be closed is so at the end. */
    private static boolean stays(Statement statement) {
        return switch (statement) {
            case Statement.LabelStatement _,
                    Statement.Return _,
                    Statement.Break _,
                    Statement.Goto _ ->
                    true;
            case Statement.LocalDeclaration declaration -> declaration.closed().isPresent();
            default -> false;
        };
    }

    private void share(List<Expression> condition) {
        Map<Local, Integer> declared = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            if (isPiece(all.get(i))) {
                for (Local local : extents.get(i).declared()) {
                    declared.put(local, i);
                }
            }
        }
        for (int i = 0; i < all.size(); i++) {
            for (Local local : extents.get(i).used()) {
                share(local, declared.getOrDefault(local, i) != i);
            }
        }
        for (Expression expression : condition) {
            for (Local local : Extent.of(expression).used()) {
                share(local, declared.containsKey(local));
            }
        }
        all.forEach(group -> group.forEach(this::shareWhole));
    }

    private void share(Local local, boolean elsewhere) {
        if (elsewhere) {
            shared.add(local);
        }
    }

    /** The locals of one declaration are shared or not together. */
    private void shareWhole(Statement statement) {
        if (statement instanceof Statement.LocalDeclaration declaration
                && declaration.locals().stream().anyMatch(shared::contains)) {
            shared.addAll(declaration.locals());
        }
    }
}
