package dev.moonlet.lua.differential;

/** Writes the program of a seed. */
final class Programs {

    /** So many of a hundred programs are damaged; what they print is what compiling them says. */
    private static final int DAMAGED = 12;

    private static final String OPEN = "local f, why = load([=========[\n";

    /** A token that is shown may be long; here it is cut. */
    private static final String CLOSE =
            "]=========], '=damaged')\nshow(f, why and why:sub(1, 300))\n";

    private Programs() {}

    static String of(long seed) {
        Dice dice = new Dice(seed);
        boolean damaged = dice.chance(DAMAGED);
        String program = program(dice);
        return damaged ? OPEN + new Damage(dice).done(program) + CLOSE : program;
    }

    private static String program(Dice dice) {
        Draft draft = new Draft(dice);
        Grammar grammar = new Grammar(draft);
        draft.risk(dice.chance(50) ? 1 : 6);
        grammar.statements.some(dice.between(1, 5));
        if (dice.chance(70)) {
            grammar.mistakes.caught();
        }
        grammar.functions.end(Shape.ANY, 2);
        return draft.text();
    }
}
