package dev.moonlet.lua.differential;

/** Writes expressions that are numbers. */
final class Numbers {

    private static final String[] SMALL = {
        "0", "1", "2", "3", "4", "5", "7", "10", "-1", "-2", "-3"
    };

    private static final String[] WHOLE = {
        "math.maxinteger",
        "math.mininteger",
        "(math.maxinteger - 1)",
        "(math.mininteger + 1)",
        "0x7fffffffffffffff",
        "0x8000000000000000",
        "0xffffffffffffffff",
        "0x1ffffffffffffffff",
        "9223372036854775807",
        "9007199254740992",
        "9007199254740993",
        "-9007199254740993",
        "2147483647",
        "2147483648",
        "-2147483649",
        "4294967296",
        "0xff",
        "255",
        "256",
        "1000000007",
        "100000000000000",
    };

    private static final String[] REAL = {
        "0.0",
        "-0.0",
        "1.0",
        "-1.0",
        "0.5",
        "1.5",
        "2.5",
        "-2.5",
        ".1",
        "3.",
        "1e3",
        "1e15",
        "1e16",
        "123456.789e3",
        "1e100",
        "-1e308",
        "5e-324",
        "0x1p4",
        "0x.8",
        "0xA.8p1",
        "0x1p-3",
        "0x1p63",
        "9223372036854775808",
        "-9223372036854775808",
        "2^53",
        "2^63",
        "-2^63",
        "(2^53 + 1)",
        "1e1",
        "math.huge",
        "-math.huge",
        "(0/0)",
        "(1/0)",
        "(-1/0)",
        "math.pi",
    };

    private final Grammar grammar;
    private final Draft draft;
    private final Dice dice;

    Numbers(Grammar grammar) {
        this.grammar = grammar;
        draft = grammar.draft;
        dice = draft.dice();
    }

    String literal(Shape shape) {
        return switch (shape) {
            case INTEGER -> dice.chance(80) ? dice.of(SMALL) : dice.of(WHOLE);
            case FLOAT -> dice.of(REAL);
            default -> literal(dice.chance(60) ? Shape.INTEGER : Shape.FLOAT);
        };
    }

    String integer(int depth) {
        if (depth <= 0) {
            return grammar.expressions.leaf(Shape.INTEGER);
        }
        return new Choice<String>()
                .add(8, () -> grammar.expressions.leaf(Shape.INTEGER))
                .add(9, () -> operation(Shape.INTEGER, depth, "+", "-", "*", "&", "|", "~"))
                .add(3, () -> operand(Shape.INTEGER, depth) + dice.of(" // ", " % ") + divisor())
                .add(2, () -> operand(Shape.INTEGER, depth) + dice.of(" << ", " >> ") + shift())
                .add(2, () -> dice.of("- ", "~") + tight(Shape.INTEGER, depth))
                .add(2, () -> grammar.tables.length(depth - 1))
                .add(1, () -> "#" + grammar.texts.tight(depth - 1))
                .add(1, () -> chosen(Shape.INTEGER, depth))
                .add(1, () -> grammar.library.integer(depth - 1))
                .add(1, () -> grammar.calls.of(Shape.INTEGER, depth - 1))
                .pick(dice);
    }

    String real(int depth) {
        if (depth <= 0) {
            return grammar.expressions.leaf(Shape.FLOAT);
        }
        return new Choice<String>()
                .add(8, () -> grammar.expressions.leaf(Shape.FLOAT))
                .add(5, () -> operation(Shape.FLOAT, depth, "+", "-", "*", "/"))
                .add(3, () -> mixed(depth, "+", "-", "*", "/"))
                .add(2, () -> operation(Shape.FLOAT, depth, "//", "%"))
                .add(2, () -> operation(Shape.INTEGER, depth, "/"))
                .add(2, () -> "- " + tight(Shape.FLOAT, depth))
                .add(2, () -> power(depth))
                .add(1, () -> chosen(Shape.FLOAT, depth))
                .add(1, () -> grammar.library.real(depth - 1))
                .add(1, () -> grammar.calls.of(Shape.FLOAT, depth - 1))
                .pick(dice);
    }

    String number(int depth) {
        if (depth <= 0) {
            return grammar.expressions.leaf(Shape.NUMBER);
        }
        return new Choice<String>()
                .add(5, () -> integer(depth))
                .add(4, () -> real(depth))
                .add(3, () -> operation(Shape.NUMBER, depth, "+", "-", "*", "/", "%", "//"))
                .add(2, () -> grammar.texts.numeral() + arithmetic() + operand(Shape.NUMBER, depth))
                .add(1, () -> operand(Shape.NUMBER, depth) + arithmetic() + grammar.texts.numeral())
                .add(1, () -> "-" + grammar.texts.numeral())
                .add(1, () -> operand(Shape.NUMBER, depth) + dice.of(" & ", " ~ ") + "0x0F")
                .add(1, () -> chosen(Shape.NUMBER, depth))
                .add(1, () -> grammar.library.number(depth - 1))
                .add(1, () -> grammar.calls.of(Shape.NUMBER, depth - 1))
                .pick(dice);
    }

    /** An operand of its own, which no operator around it takes apart. */
    String tight(Shape shape, int depth) {
        return dice.chance(60)
                ? grammar.expressions.leaf(shape)
                : "(" + grammar.expressions.of(shape, depth - 1) + ")";
    }

    private String operand(Shape shape, int depth) {
        String operand = grammar.expressions.of(shape, depth - 1);
        return dice.chance(75) ? "(" + operand + ")" : operand;
    }

    private String operation(Shape shape, int depth, String... operators) {
        return operand(shape, depth) + spaced(dice.of(operators)) + operand(shape, depth);
    }

    private String mixed(int depth, String... operators) {
        boolean first = dice.chance(50);
        return operand(first ? Shape.INTEGER : Shape.FLOAT, depth)
                + spaced(dice.of(operators))
                + operand(first ? Shape.FLOAT : Shape.INTEGER, depth);
    }

    /** Only powers that both sides can give exactly. */
    private String power(int depth) {
        return dice.chance(40)
                ? tight(Shape.NUMBER, depth) + " ^ " + dice.of("2", "0", "1", "2.0")
                : dice.of("2", "-2", "0", "1", "-1", "0.5", "math.huge", "(0/0)", "-0.0", "2.0")
                        + " ^ "
                        + dice.of("0", "1", "-1", "3", "10", "53", "63", "64", "math.huge", "-0.0");
    }

    private String chosen(Shape shape, int depth) {
        return "("
                + grammar.truths.condition(depth - 1)
                + " and "
                + operand(shape, depth)
                + " or "
                + operand(shape, depth)
                + ")";
    }

    private String divisor() {
        if (dice.chance(70)) {
            return dice.of("1", "2", "3", "-3", "7", "-1", "math.mininteger", "10");
        }
        return dice.chance(80) ? "(" + integer(0) + " | 1)" : integer(0);
    }

    private String shift() {
        return dice.chance(80)
                ? dice.of("0", "1", "3", "31", "62", "63", "64", "65", "-1", "-63", "-64")
                : grammar.expressions.leaf(Shape.INTEGER);
    }

    private String arithmetic() {
        return spaced(dice.of("+", "-", "*", "/", "//", "%"));
    }

    /** An operator, here and there with a line's end beside it. */
    String spaced(String operator) {
        if (dice.chance(97)) {
            return " " + operator + " ";
        }
        return dice.chance(50) ? "\n" + operator + " " : " " + operator + "\n";
    }
}
