package dev.moonlet.lua.differential;

/** Writes loops, all of which end. */
final class Loops {

    private static final String[] STARTS = {
        "1",
        "0",
        "3",
        "-2",
        "1.0",
        "0.5",
        "math.maxinteger - 1",
        "math.mininteger",
        "'2'",
        "2^53",
        "-0.0",
        "math.huge",
        "10",
        "0x7ffffffffffffffe",
        "nil",
    };

    private static final String[] LIMITS = {
        "3",
        "5",
        "0",
        "-3",
        "3.9",
        "2.5",
        "math.huge",
        "-math.huge",
        "math.maxinteger",
        "math.mininteger",
        "2^63",
        "-2^63",
        "0/0",
        "'4'",
        "2^53 + 4",
        "1e308",
        "{}",
    };

    private static final String[] STEPS = {
        "1",
        "2",
        "-1",
        "-2",
        "0.5",
        "-0.25",
        "1.0",
        "math.maxinteger",
        "math.mininteger",
        "3",
        "0",
        "0.0",
        "2^53",
        "-1e308",
        "0/0",
    };

    private final Grammar grammar;
    private final Draft draft;
    private final Dice dice;

    Loops(Grammar grammar) {
        this.grammar = grammar;
        draft = grammar.draft;
        dice = draft.dice();
    }

    void loop() {
        new Choice<Runnable>()
                .add(6, () -> this::counted)
                .add(4, () -> this::wild)
                .add(3, () -> this::whileLoop)
                .add(3, () -> this::repeat)
                .add(3, () -> this::items)
                .add(2, () -> this::pairs)
                .add(2, () -> this::iterator)
                .add(2, () -> this::stateless)
                .pick(dice)
                .run();
    }

    /** The body, which may jump to its own end. */
    void body() {
        if (dice.chance(75)) {
            grammar.statements.block();
            return;
        }
        String label = draft.name("continue");
        Runnable inner =
                () -> {
                    grammar.statements.some(1);
                    draft.line(
                            "if " + grammar.truths.condition(2) + " then goto " + label + " end");
                    grammar.statements.block();
                };
        if (dice.chance(50)) {
            draft.block("do", inner, "end");
        } else {
            inner.run();
        }
        draft.line("::" + label + "::");
    }

    private void counted() {
        String name = draft.name();
        String bounds =
                switch (dice.below(5)) {
                    case 0 -> dice.of("3, 1, -1", "10, 1, -4", "1, 0", "-1, 1", "0, 1, 1");
                    case 1 ->
                            dice.of(
                                    "1, 2, 0.5",
                                    "1.0, 3",
                                    "1, 3.5",
                                    "0.1, 0.35, 0.1",
                                    "3, 1.5, -1");
                    case 2 -> "1, #" + grammar.expressions.prefix(Shape.LIST);
                    default -> dice.of("1, 2", "1, 3", "0, 2");
                };
        draft.loop(
                "for " + name + " = " + bounds + " do",
                () -> {
                    draft.declare(
                            Variable.of(name, bounds.contains(".") ? Shape.FLOAT : Shape.INTEGER));
                    body();
                },
                "end");
    }

    /** A loop between bounds of all kinds, which is left after a few rounds. */
    private void wild() {
        String name = draft.name();
        String rounds = draft.name("rounds");
        String step = dice.chance(70) ? ", " + bound(STEPS) : "";
        draft.line("local " + rounds + " = 0");
        draft.loop(
                "for " + name + " = " + bound(STARTS) + ", " + bound(LIMITS) + step + " do",
                () -> {
                    draft.line(rounds + " = " + rounds + " + 1");
                    draft.line("if " + rounds + " > " + dice.between(1, 4) + " then break end");
                    draft.declare(Variable.of(name, Shape.NUMBER));
                    draft.line("show(" + name + ")");
                    body();
                },
                "end");
    }

    private String bound(String... bounds) {
        return dice.chance(60) ? dice.of(bounds) : grammar.expressions.leaf(Shape.NUMBER);
    }

    private void whileLoop() {
        String rounds = draft.name("rounds");
        draft.line("local " + rounds + " = 0");
        String condition =
                switch (dice.below(4)) {
                    case 0 -> "true";
                    case 1 -> grammar.truths.condition(2);
                    default -> rounds + " < 3";
                };
        draft.loop(
                "while " + condition + " do",
                () -> {
                    draft.line(rounds + " = " + rounds + " + 1");
                    draft.line("if " + rounds + " > 3 then break end");
                    draft.declare(Variable.constant(rounds, Shape.INTEGER));
                    body();
                },
                "end");
    }

    private void repeat() {
        String rounds = draft.name("rounds");
        String local = draft.name();
        draft.line("local " + rounds + " = 0");
        draft.repeat(
                "repeat",
                () -> {
                    draft.line(rounds + " = " + rounds + " + 1");
                    draft.declare(Variable.constant(rounds, Shape.INTEGER));
                    draft.line("local " + local + " = " + grammar.expressions.of(Shape.NUMBER, 1));
                    draft.declare(Variable.of(local, Shape.NUMBER));
                    grammar.statements.block();
                },
                () -> "until " + rounds + " >= 3 or " + grammar.truths.condition(2));
    }

    private void items() {
        String index = draft.name();
        String item = draft.name("item");
        draft.loop(
                "for " + index + ", " + item + " in ipairs(" + grammar.tables.list(1) + ") do",
                () -> {
                    draft.declare(Variable.of(index, Shape.INTEGER));
                    draft.declare(Variable.of(item, Shape.ANY));
                    body();
                },
                "end");
    }

    /** The order is not defined: only what does not depend on it is shown. */
    private void pairs() {
        String count = draft.name("count");
        String table = grammar.expressions.of(grammar.expressions.table(), 1);
        draft.line("local " + count + " = 0");
        draft.line("for key, value in " + dice.of("pairs(", "next, (") + table + ") do");
        draft.line(
                "  if type(key) == 'string' and value then " + count + " = " + count + " + 1 end");
        draft.line("end");
        draft.line("show(" + count + ")");
    }

    private void iterator() {
        String count = draft.name("count");
        String value = draft.name();
        draft.line("local " + count + " = 0");
        String body =
                "function(...) %s = %s + 1; if %s <= 3 then return %s, %s end end"
                        .formatted(count, count, count, count, grammar.expressions.any(1));
        draft.loop(
                "for " + value + ", extra in " + body + " do",
                () -> {
                    draft.declare(Variable.of(value, Shape.INTEGER));
                    draft.declare(Variable.of("extra", Shape.ANY));
                    body();
                },
                "end");
    }

    /** An iterator that is given its state, with a value to be closed behind it. */
    private void stateless() {
        String value = draft.name();
        String closed = dice.chance(60) ? ", " + grammar.jumps.closer() : "";
        String call =
                "function(s, c) if c < s then return c + "
                        + dice.of("1", "2", "1.5")
                        + ", s end end";
        String iterator =
                dice.chance(30)
                        ? "setmetatable({}, {__call = function(_, s, c) return ("
                                + call
                                + ")(s, c) end})"
                        : call;
        String begin = "for " + value + " in " + iterator + ", 3, 0" + closed + " do";
        Runnable body =
                () -> {
                    draft.declare(Variable.of(value, Shape.NUMBER));
                    body();
                };
        if (closed.isEmpty()) {
            draft.loop(begin, body, "end");
        } else {
            draft.closingLoop(begin, body, "end");
        }
    }
}
