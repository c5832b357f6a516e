package dev.moonlet.lua.differential;

/** Writes statements. */
final class Statements {

    private static final int MAX_NESTING = 7;

    private final Grammar grammar;
    private final Draft draft;
    private final Dice dice;

    Statements(Grammar grammar) {
        this.grammar = grammar;
        draft = grammar.draft;
        dice = draft.dice();
    }

    void some(int count) {
        for (int i = 0; i < count; i++) {
            statement();
        }
    }

    /** A few statements, fewer the deeper they are. */
    void block() {
        some(dice.between(1, Math.max(1, 4 - draft.nesting() / 2)));
    }

    private void statement() {
        boolean fits = draft.nesting() < MAX_NESTING;
        new Choice<Runnable>()
                .add(24, () -> this::shown)
                .add(14, () -> grammar.assignments::declaration)
                .add(14, () -> grammar.assignments::assignment)
                .add(3, () -> grammar.assignments::several)
                .add(2, () -> this::call)
                .add(2, () -> grammar.orders::statement)
                .add(2, () -> grammar.library::statement)
                .addIf(fits, 7, () -> this::choice)
                .addIf(fits, 8, () -> grammar.loops::loop)
                .addIf(fits, 2, () -> () -> draft.block("do", this::block, "end"))
                .addIf(fits, 3, () -> grammar.jumps::statement)
                .addIf(fits, 4, () -> grammar.kinds::statement)
                .addIf(fits && grammar.functions.fits(), 3, () -> grammar.oddities::statement)
                .addIf(fits && grammar.functions.fits(), 4, () -> grammar.functions::declaration)
                .addIf(fits && grammar.functions.fits(), 3, () -> grammar.closures::statement)
                .addIf(fits && grammar.functions.fits(), 3, () -> grammar.objects::statement)
                .addIf(fits && grammar.functions.fits(), 4, () -> grammar.mistakes::statement)
                .addIf(draft.scope().inLoop(), 2, () -> this::leave)
                .pick(dice)
                .run();
    }

    private void shown() {
        draft.line("show(" + shownValues() + ")");
    }

    private String shownValues() {
        if (dice.chance(60)) {
            return grammar.expressions.of(grammar.expressions.some(), 3);
        }
        return grammar.expressions.list(dice.between(1, 4), 2);
    }

    private void call() {
        String call = grammar.calls.of(Shape.ANY, 2);
        draft.line(call.endsWith(")") && !call.startsWith("(") ? call : "show(" + call + ")");
    }

    private void choice() {
        draft.open("if " + grammar.truths.condition(3) + " then", this::block);
        for (int i = dice.below(3); i > 0; i--) {
            draft.open("elseif " + grammar.truths.condition(2) + " then", this::block);
        }
        if (dice.chance(50)) {
            draft.open("else", this::block);
        }
        draft.line("end");
    }

    private void leave() {
        draft.line(
                switch (dice.below(3)) {
                    case 0 -> "if " + grammar.truths.condition(2) + " then break end";
                    case 1 -> "if " + grammar.truths.condition(1) + " then do break end end";
                    default -> "if not (" + grammar.truths.condition(1) + ") then break end";
                });
    }
}
