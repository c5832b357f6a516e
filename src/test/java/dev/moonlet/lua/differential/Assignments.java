package dev.moonlet.lua.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** Writes declarations of locals and assignments. */
final class Assignments {

    private final Grammar grammar;
    private final Draft draft;
    private final Dice dice;

    Assignments(Grammar grammar) {
        this.grammar = grammar;
        draft = grammar.draft;
        dice = draft.dice();
    }

    void declaration() {
        new Choice<Runnable>()
                .add(8, () -> this::one)
                .add(2, () -> this::constant)
                .add(3, () -> this::many)
                .add(1, () -> this::spread)
                .add(1, () -> this::empty)
                .pick(dice)
                .run();
    }

    private void one() {
        Shape shape = grammar.expressions.some();
        String name = draft.name();
        draft.line("local " + name + " = " + grammar.expressions.of(shape, 3));
        draft.declare(new Variable(name, shape, assignable(shape), null));
    }

    private static boolean assignable(Shape shape) {
        return shape != Shape.LIST;
    }

    private void constant() {
        Shape shape = grammar.expressions.some();
        String name = draft.name();
        String value =
                dice.chance(50)
                        ? grammar.expressions.literal(shape)
                        : grammar.expressions.of(shape, 2);
        draft.line("local " + name + " <const> = " + value);
        draft.declare(Variable.constant(name, shape));
    }

    private void many() {
        StringJoiner names = new StringJoiner(", ");
        StringJoiner values = new StringJoiner(", ");
        List<Variable> declared = new ArrayList<>();
        for (int i = dice.between(2, 4); i > 0; i--) {
            Shape shape = grammar.expressions.some();
            String name = draft.name();
            names.add(name + (dice.chance(10) ? " <const>" : ""));
            values.add(grammar.expressions.of(shape, 2));
            declared.add(Variable.constant(name, shape));
        }
        if (dice.chance(15)) {
            values.add(grammar.expressions.multiple(1));
        }
        draft.line("local " + names + " = " + values);
        declared.forEach(draft::declare);
    }

    /** Fewer values than names. */
    private void spread() {
        String first = draft.name();
        String second = draft.name();
        String third = draft.name();
        String values =
                (dice.chance(50) ? grammar.expressions.any(1) + ", " : "")
                        + grammar.expressions.multiple(2);
        draft.line("local %s, %s, %s = %s".formatted(first, second, third, values));
        for (String name : List.of(first, second, third)) {
            draft.declare(Variable.of(name, Shape.ANY));
        }
    }

    private void empty() {
        String name = draft.name();
        draft.line("local " + name);
        draft.declare(Variable.of(name, Shape.ANY));
        if (dice.chance(70)) {
            draft.line(name + " = " + grammar.expressions.any(2));
        }
    }

    void assignment() {
        List<Variable> variables = draft.find(Variable::assignable);
        if (variables.isEmpty() || dice.chance(30)) {
            Tables.Target target = grammar.tables.target(1);
            draft.line(target.place() + " = " + value(target.shape(), 2));
            return;
        }
        Variable variable = dice.of(variables);
        draft.line(variable.name() + " = " + assigned(variable));
    }

    /** Mostly what the variable is meant to hold; a number may change its kind. */
    private String assigned(Variable variable) {
        if (variable.shape().isNumber() && dice.chance(10)) {
            return grammar.expressions.of(Shape.NUMBER, 2);
        }
        if (variable.shape().isNumber() && dice.chance(40)) {
            String operator = dice.of(" + ", " - ", " * ");
            return variable.name() + operator + grammar.expressions.of(variable.shape(), 1);
        }
        return grammar.expressions.of(variable.shape(), 3);
    }

    private String value(Shape shape, int depth) {
        return shape == Shape.LIST
                ? grammar.tables.present(depth)
                : grammar.expressions.of(shape, depth);
    }

    /** Assigns to several places at once, whose order can be seen. */
    void several() {
        List<Variable> variables = draft.find(Variable::assignable);
        StringJoiner targets = new StringJoiner(", ");
        StringJoiner values = new StringJoiner(", ");
        for (int i = dice.between(2, 3); i > 0; i--) {
            if (variables.isEmpty() || dice.chance(40)) {
                Tables.Target target = grammar.tables.target(1);
                targets.add(target.place());
                values.add(value(target.shape(), 1));
            } else {
                Variable variable = dice.of(variables);
                targets.add(variable.name());
                values.add(grammar.expressions.of(variable.shape(), 1));
            }
        }
        if (dice.chance(10)) {
            values.add(grammar.expressions.multiple(1));
        }
        draft.line(targets + " = " + values);
    }
}
