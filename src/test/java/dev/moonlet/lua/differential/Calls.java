package dev.moonlet.lua.differential;

import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;

/** Writes calls of the functions that a program has declared. */
final class Calls {

    private final Grammar grammar;
    private final Draft draft;
    private final Dice dice;

    Calls(Grammar grammar) {
        this.grammar = grammar;
        draft = grammar.draft;
        dice = draft.dice();
    }

    /** A call that returns something of a shape, or something else of that shape. */
    String of(Shape shape, int depth) {
        List<Variable> functions =
                draft.find(
                        each -> each.signature() != null && shape.takes(each.signature().result()));
        if (functions.isEmpty() || depth < 0) {
            return grammar.expressions.leaf(shape);
        }
        Variable function = dice.of(functions);
        Signature signature = Objects.requireNonNull(function.signature());
        return draft.affords(signature)
                ? function.name() + arguments(signature, depth)
                : grammar.expressions.leaf(shape);
    }

    /** Arguments that suit a function, now and then too many or too few. */
    String arguments(Signature signature, int depth) {
        StringJoiner arguments = new StringJoiner(", ", "(", ")");
        for (Shape shape : signature.parameters()) {
            if (dice.chance(97)) {
                arguments.add(grammar.expressions.of(shape, depth));
            }
        }
        if (dice.chance(signature.vararg() ? 80 : 10)) {
            arguments.add(grammar.expressions.list(dice.below(4), depth).transform(Calls::present));
        }
        return arguments.toString();
    }

    private static String present(String list) {
        return list.isEmpty() ? "nil" : list;
    }
}
