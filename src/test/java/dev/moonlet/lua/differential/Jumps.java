package dev.moonlet.lua.differential;

/** Writes jumps, and scopes that end with something to be closed. */
final class Jumps {

    private final Grammar grammar;
    private final Draft draft;
    private final Dice dice;

    Jumps(Grammar grammar) {
        this.grammar = grammar;
        draft = grammar.draft;
        dice = draft.dice();
    }

    void statement() {
        new Choice<Runnable>()
                .add(3, () -> this::forward)
                .add(3, () -> this::backward)
                .add(2, () -> this::outOfLoops)
                .add(5, () -> this::closed)
                .pick(dice)
                .run();
    }

    private void forward() {
        String label = draft.name("skip");
        draft.block(
                "do",
                () -> {
                    draft.line(
                            "if " + grammar.truths.condition(2) + " then goto " + label + " end");
                    if (dice.chance(50)) {
                        grammar.statements.block();
                    } else {
                        draft.block("do", grammar.statements::block, "end");
                    }
                    draft.line("::" + label + "::" + dice.of("", ";", " ;;"));
                },
                "end");
    }

    /** A loop of jumps; what it declares is new in every round. */
    private void backward() {
        String label = draft.name("again");
        String rounds = draft.name("rounds");
        String functions = draft.name("fs");
        String local = draft.name();
        draft.block(
                "do",
                () -> {
                    draft.line("local " + rounds + ", " + functions + " = 0, {}");
                    draft.line("::" + label + "::");
                    draft.line("local " + local + " = " + rounds + dice.of("", " * 2", " + 0.5"));
                    draft.declare(Variable.of(local, Shape.NUMBER));
                    draft.line(rounds + " = " + rounds + " + 1");
                    if (dice.chance(60)) {
                        draft.line(
                                "%s[#%s + 1] = function() %s = %s + 1 return %s, %s end"
                                        .formatted(
                                                functions, functions, local, local, local, rounds));
                    }
                    draft.block("do", grammar.statements::block, "end");
                    draft.line("if " + rounds + " < 3 then goto " + label + " end");
                    draft.line("for _, f in ipairs(" + functions + ") do show(f()) show(f()) end");
                },
                "end");
    }

    private void outOfLoops() {
        String label = draft.name("out");
        draft.block(
                "do",
                () -> {
                    draft.loop(
                            "for i = 1, 3 do",
                            () -> {
                                draft.declare(Variable.of("i", Shape.INTEGER));
                                leaving(label);
                            },
                            "end");
                    draft.line("::" + label + "::");
                },
                "end");
    }

    private void leaving(String label) {
        draft.loop(
                dice.of("for j = 3, i, -1 do", "for _, j in ipairs {1, 2} do"),
                () -> {
                    draft.declare(Variable.of("j", Shape.INTEGER));
                    if (dice.chance(60)) {
                        draft.line("local c <close> = " + closer());
                    }
                    grammar.statements.block();
                    draft.line(
                            "if j == 2 and i == 2 then "
                                    + dice.of("goto " + label, "break", "do goto " + label + " end")
                                    + " end");
                },
                "end");
    }

    /** A scope that is left in one way or another, and what it has to close. */
    private void closed() {
        boolean whole = grammar.functions.fits() && dice.chance(70);
        if (whole) {
            draft.line(
                    "show('scope', pcall("
                            + grammar.functions.body("...", this::closedScope)
                            + ", "
                            + grammar.expressions.list(2, 1)
                            + "))");
        } else {
            draft.block("do", this::closedScope, "end");
        }
    }

    private void closedScope() {
        for (int i = dice.between(1, 2); i > 0; i--) {
            String name = draft.name();
            draft.line(
                    "local " + name + " <close> = " + (dice.chance(92) ? closer() : notCloser()));
            draft.declare(Variable.constant(name, Shape.ANY));
            if (dice.chance(60)) {
                grammar.statements.some(1);
            }
        }
        grammar.statements.block();
        draft.line(
                new Choice<String>()
                        .add(4, () -> "show('end')")
                        .addIf(draft.scope().isVararg(), 2, () -> "do return ... end")
                        .add(2, () -> "do return " + grammar.expressions.list(2, 2) + " end")
                        .add(2, () -> "do return " + grammar.calls.of(Shape.ANY, 2) + " end")
                        .add(2, () -> grammar.mistakes.raise())
                        .addIf(draft.scope().inLoop(), 3, () -> "do break end")
                        .pick(dice));
    }

    private String notCloser() {
        return dice.of("nil", "false", "{}", "1", "'x'", "setmetatable({}, {__close = 1})");
    }

    /** A value to be closed, which tells when that happens. */
    String closer() {
        String label = draft.name("c");
        String more =
                switch (dice.below(8)) {
                    case 0 -> " error('in " + label + "'" + dice.of("", ", 2", ", 0") + ")";
                    case 1 -> " error({code = '" + label + "'})";
                    case 2 -> " return 'ignored'";
                    default -> "";
                };
        return "setmetatable({}, {__close = function(_, e) show('close', '"
                + label
                + "', e)"
                + more
                + " end})";
    }
}
