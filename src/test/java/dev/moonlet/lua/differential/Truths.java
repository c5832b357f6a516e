package dev.moonlet.lua.differential;

/** Writes expressions that are true or false, and conditions. */
final class Truths {

    private static final String[] ORDERS = {"<", "<=", ">", ">=", "==", "~="};

    private final Grammar grammar;
    private final Dice dice;

    Truths(Grammar grammar) {
        this.grammar = grammar;
        dice = grammar.dice;
    }

    String truth(int depth) {
        if (depth <= 0) {
            return grammar.expressions.leaf(Shape.TRUTH);
        }
        return new Choice<String>()
                .add(4, () -> grammar.expressions.leaf(Shape.TRUTH))
                .add(8, () -> comparison(numeric(), numeric(), depth))
                .add(2, () -> comparison(Shape.TEXT, Shape.TEXT, depth))
                .add(3, () -> equality(depth))
                .add(4, () -> "not " + tight(depth))
                .add(4, () -> tight(depth) + junction() + tight(depth))
                .add(1, () -> same(depth))
                .add(1, () -> "math.ult(" + grammar.numbers.integer(depth - 1) + ", 7)")
                .pick(dice);
    }

    /** What decides a choice or a loop: anything at all. */
    String condition(int depth) {
        return new Choice<String>()
                .add(8, () -> truth(depth))
                .add(2, () -> grammar.expressions.any(depth - 1))
                .add(2, () -> tight(depth) + junction() + "not " + tight(depth))
                .add(1, () -> "not (" + grammar.expressions.any(depth - 1) + ")")
                .add(
                        1,
                        () ->
                                dice.of(
                                        "true",
                                        "false",
                                        "nil",
                                        "not nil",
                                        "1",
                                        "''",
                                        "not not false"))
                .pick(dice);
    }

    private String tight(int depth) {
        return "(" + (dice.chance(70) ? truth(depth - 1) : condition(depth - 1)) + ")";
    }

    private String junction() {
        return grammar.numbers.spaced(dice.of("and", "or"));
    }

    private Shape numeric() {
        return switch (dice.below(4)) {
            case 0 -> Shape.FLOAT;
            case 1 -> Shape.NUMBER;
            default -> Shape.INTEGER;
        };
    }

    private String comparison(Shape left, Shape right, int depth) {
        return "("
                + grammar.expressions.of(left, depth - 1)
                + grammar.numbers.spaced(dice.of(ORDERS))
                + grammar.expressions.of(right, depth - 1)
                + ")";
    }

    private String equality(int depth) {
        return "("
                + grammar.expressions.any(depth - 1)
                + dice.of(" == ", " ~= ")
                + grammar.expressions.any(depth - 1)
                + ")";
    }

    private String same(int depth) {
        return "rawequal("
                + grammar.expressions.any(depth - 1)
                + ", "
                + grammar.expressions.any(depth - 1)
                + ")";
    }
}
