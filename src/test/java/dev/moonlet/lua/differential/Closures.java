package dev.moonlet.lua.differential;

import java.util.StringJoiner;

/** Writes closures over locals of loops and of functions around functions. */
final class Closures {

    private final Grammar grammar;
    private final Draft draft;
    private final Dice dice;

    Closures(Grammar grammar) {
        this.grammar = grammar;
        draft = grammar.draft;
        dice = draft.dice();
    }

    void statement() {
        if (dice.chance(60)) {
            ofLoops();
        } else {
            nested();
        }
    }

    private void ofLoops() {
        String functions = draft.name("fs");
        String local = draft.name();
        draft.line("local " + functions + " = {}");
        draft.loop(
                dice.of("for i = 1, 3 do", "for i = 1.0, 2 do", "for i, w in ipairs {4, 5} do"),
                () -> {
                    draft.declare(Variable.of("i", Shape.NUMBER));
                    draft.line("local " + local + " = " + grammar.expressions.of(Shape.NUMBER, 1));
                    draft.declare(Variable.of(local, Shape.NUMBER));
                    draft.line(functions + "[#" + functions + " + 1] = " + closure(local));
                    grammar.loops.body();
                },
                "end");
        draft.line("for _, f in ipairs(" + functions + ") do show(pcall(f, 1)) show(pcall(f)) end");
    }

    private String closure(String local) {
        return grammar.functions.body(
                "p",
                () -> {
                    draft.declare(Variable.of("p", Shape.ANY));
                    draft.line(
                            dice.of(
                                    local + " = " + local + " + (p or 2)",
                                    "i = i + 1",
                                    local + ", i = i, " + local,
                                    "local i = i; i = i * 2",
                                    local + " = nil"));
                    if (dice.chance(30)) {
                        grammar.statements.some(1);
                    }
                    draft.line("return i, " + local);
                });
    }

    /** Functions that return functions, each of which changes what those around it have. */
    private void nested() {
        String name = draft.name("nest");
        int depth = dice.between(2, 4);
        draft.line("local " + name + " = " + level(1, depth));
        StringJoiner calls = new StringJoiner("");
        for (int i = 0; i < depth; i++) {
            calls.add("(" + dice.of("1", "2", "0.5", "'3'", "10") + ")");
        }
        draft.line("show(pcall(function() return " + name + calls + " end))");
        draft.line("show(pcall(function() return " + name + calls + " end))");
    }

    private String level(int level, int depth) {
        String parameter = "p" + level;
        return grammar.functions.body(
                parameter,
                () -> {
                    draft.declare(Variable.of(parameter, Shape.NUMBER));
                    if (dice.chance(50)) {
                        draft.line(
                                "local v"
                                        + level
                                        + " = "
                                        + grammar.expressions.of(Shape.NUMBER, 1));
                        draft.declare(Variable.of("v" + level, Shape.NUMBER));
                    }
                    if (level < depth) {
                        draft.line("return " + level(level + 1, depth));
                    } else {
                        innermost(depth);
                    }
                });
    }

    private void innermost(int depth) {
        StringJoiner all = new StringJoiner(", ");
        for (int i = 1; i <= depth; i++) {
            if (dice.chance(60)) {
                draft.line("p%d = p%d + %s".formatted(i, i, dice.of("1", "p1", "0.5", "'1'")));
            }
            all.add("p" + i);
        }
        if (dice.chance(50)) {
            grammar.assignments.assignment();
        }
        draft.line("return " + all);
    }
}
