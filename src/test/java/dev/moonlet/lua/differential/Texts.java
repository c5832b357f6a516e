package dev.moonlet.lua.differential;

/** Writes expressions that are strings. */
final class Texts {

    private static final String[] LITERALS = {
        "\"\"",
        "\"a\"",
        "'b'",
        "\"abc\"",
        "'hello world'",
        "\"10\"",
        "'0x10'",
        "\" 5 \"",
        "\"1e1\"",
        "'-0'",
        "\"\\65\\066\\x43\"",
        "\"a\\tb\\0c\"",
        "'\\u{48}\\u{20AC}'",
        "\"x\\z\n   y\"",
        "[[long]]",
        "[==[\na]]b]==]",
        "'x,y,,z'",
        "\"key = value\"",
        "\"\\\"q\\\\'\"",
        "'ABC'",
        "\"z\"",
    };

    private static final String[] NUMERALS = {
        "\"10\"",
        "'3'",
        "\"0x10\"",
        "\" 7 \"",
        "\"1e1\"",
        "'2.5'",
        "'-4'",
        "\"0x1p2\"",
        "'9007199254740993'",
        "\"9223372036854775808\"",
        "'.5'",
        "\"-0\"",
    };

    private final Grammar grammar;
    private final Draft draft;
    private final Dice dice;

    Texts(Grammar grammar) {
        this.grammar = grammar;
        draft = grammar.draft;
        dice = draft.dice();
    }

    String literal() {
        return dice.of(LITERALS);
    }

    /** A string that arithmetic takes for a number. */
    String numeral() {
        return dice.of(NUMERALS);
    }

    String text(int depth) {
        if (depth <= 0) {
            return grammar.expressions.leaf(Shape.TEXT);
        }
        return new Choice<String>()
                .add(8, () -> grammar.expressions.leaf(Shape.TEXT))
                .add(6, () -> chain(depth))
                .add(3, () -> grammar.library.text(depth - 1))
                .add(2, () -> "tostring(" + scalar(depth - 1) + ")")
                .add(1, () -> "type(" + grammar.expressions.any(depth - 1) + ")")
                .add(1, () -> grammar.calls.of(Shape.TEXT, depth - 1))
                .add(1, () -> choice(depth))
                .pick(dice);
    }

    /** One that an operator or a method can stand beside. */
    String tight(int depth) {
        return dice.chance(50) && depth > 0
                ? "(" + text(depth) + ")"
                : dice.chance(50) ? "(" + literal() + ")" : grammar.expressions.prefix(Shape.TEXT);
    }

    private String chain(int depth) {
        StringBuilder chain = new StringBuilder(part(depth));
        for (int i = dice.between(1, 3); i > 0; i--) {
            chain.append(grammar.numbers.spaced("..")).append(part(depth));
        }
        return chain.toString();
    }

    /**
     * Numbers that are not NaN, not even if a local has become one: C shows its sign, which Java
     * does not know.
     */
    private String part(int depth) {
        return switch (dice.below(4)) {
            case 0 -> "(" + grammar.numbers.integer(depth - 1) + " | 0)";
            case 1 -> dice.of("1.5", "2.0", "-0.0", "1e15", "1e16", "0x10", "2^53", "1e100", "10");
            default -> dice.chance(30) ? "(" + text(depth - 1) + ")" : text(0);
        };
    }

    private String scalar(int depth) {
        return switch (dice.below(4)) {
            case 0 -> dice.of("nil", "true", "false", "1e100", "-0.0", "2^63", "1e15", "math.huge");
            case 1 -> grammar.truths.truth(depth);
            default -> grammar.numbers.integer(depth);
        };
    }

    private String choice(int depth) {
        return "("
                + grammar.truths.condition(depth - 1)
                + " and "
                + text(depth - 1)
                + " or "
                + text(depth - 1)
                + ")";
    }
}
