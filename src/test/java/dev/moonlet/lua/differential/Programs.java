package dev.moonlet.lua.differential;

/** Writes the program of a seed. */
final class Programs {

    /** So many of a hundred programs are damaged; what they print is what compiling them says. */
    private static final int DAMAGED = 12;

    /** So many of a hundred have lines broken where nobody breaks them. */
    private static final int BROKEN = 15;

    /** One program of so many is too large for one method of the JVM. */
    private static final int LARGE = 300;

    private static final String LARGE_MARK = "-- large\n";
    private static final String OPEN = "local f, why = load([=========[\n";

    /** A token that is shown may be long; here it is cut. */
    private static final String CLOSE =
            "]=========], '=damaged')\nshow(f, why and why:sub(1, 300))\n";

    private Programs() {}

    static String of(long seed) {
        Dice dice = new Dice(seed);
        if (dice.below(LARGE) == 0) {
            return large(dice);
        }
        boolean damaged = dice.chance(DAMAGED);
        String program = program(dice);
        if (dice.chance(BROKEN)) {
            program = new LineBreaks(dice).in(program);
        }
        return damaged ? OPEN + new Damage(dice).done(program) + CLOSE : program;
    }

    /** Whether locals of a program may be called upvalues in errors, for it is cut into pieces. */
    static boolean isLarge(String program) {
        return program.startsWith(LARGE_MARK);
    }

    private static String large(Dice dice) {
        Draft draft = new Draft(dice);
        Grammar grammar = new Grammar(draft);
        draft.risk(0);
        grammar.statements.some(3);
        for (int i = dice.between(30, 60); i > 0; i--) {
            draft.block("do", () -> grammar.statements.some(dice.between(3, 12)), "end");
        }
        grammar.functions.end(Shape.ANY, 2);
        return LARGE_MARK + draft.text();
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
