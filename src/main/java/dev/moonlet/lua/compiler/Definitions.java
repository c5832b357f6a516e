package dev.moonlet.lua.compiler;

import dev.moonlet.lua.syntax.Block;
import dev.moonlet.lua.syntax.Expression;
import dev.moonlet.lua.syntax.FunctionBody;
import dev.moonlet.lua.syntax.Local;
import dev.moonlet.lua.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** All that a function assigns to its locals, in the order of the script. */
final class Definitions {

    private final List<Definition> all = new ArrayList<>();

    /**
     * Something assigned to a local.
     *
     * @param values all of which must be of one kind for the local to be of it; none if it is
     *     anything
     */
    record Definition(Local local, List<Expression> values) {}

    static Definitions of(FunctionBody function) {
        Definitions definitions = new Definitions();
        definitions.block(function.block());
        return definitions;
    }

    List<Definition> all() {
        return all;
    }

    void forEach(Consumer<Definition> consumer) {
        all.forEach(consumer);
    }

    private void block(Block block) {
        block.statements().forEach(this::statement);
    }

    private void statement(Statement statement) {
        switch (statement) {
            case Statement.LocalDeclaration local -> declaration(local);
            case Statement.LocalFunction local -> all.add(new Definition(local.local(), List.of()));
            case Statement.Assignment assignment -> assignment(assignment);
            case Statement.Do inner -> block(inner.block());
            case Statement.While loop -> block(loop.block());
            case Statement.Repeat loop -> block(loop.block());
            case Statement.If choice -> {
                choice.branches().forEach(branch -> block(branch.block()));
                choice.otherwise().ifPresent(this::block);
            }
            case Statement.NumericFor loop -> {
                List<Expression> values = new ArrayList<>(List.of(loop.start()));
                loop.step().ifPresent(values::add);
                all.add(new Definition(loop.variable(), integersOnly(loop, values)));
                block(loop.block());
            }
            case Statement.GenericFor loop -> {
                loop.variables().forEach(each -> all.add(new Definition(each, List.of())));
                block(loop.block());
            }
            default -> {}
        }
    }

    /** Without a step it is an integer, 1, which suits an integer start only. */
    private static List<Expression> integersOnly(
            Statement.NumericFor loop, List<Expression> values) {
        if (loop.step().isEmpty()) {
            values.add(new Expression.IntegerLiteral(loop.at(), 1));
        }
        return values;
    }

    private void declaration(Statement.LocalDeclaration declaration) {
        for (int i = 0; i < declaration.locals().size(); i++) {
            Local local = declaration.locals().get(i);
            all.add(new Definition(local, single(declaration.values(), i)));
        }
    }

    private void assignment(Statement.Assignment assignment) {
        for (int i = 0; i < assignment.targets().size(); i++) {
            if (assignment.targets().get(i) instanceof Expression.LocalUse use) {
                all.add(new Definition(use.local(), single(assignment.values(), i)));
            }
        }
    }

    private static List<Expression> single(List<Expression> values, int index) {
        return index < values.size() ? List.of(values.get(index)) : List.of();
    }
}
