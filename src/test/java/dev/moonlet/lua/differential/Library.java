package dev.moonlet.lua.differential;

/** Writes calls of the library. */
final class Library {

    private final Grammar grammar;
    private final Draft draft;
    private final Dice dice;

    Library(Grammar grammar) {
        this.grammar = grammar;
        draft = grammar.draft;
        dice = draft.dice();
    }

    String integer(int depth) {
        return new Choice<String>()
                .add(
                        1,
                        () ->
                                "(math.tointeger("
                                        + grammar.expressions.of(Shape.NUMBER, depth)
                                        + ") or 3)")
                .add(1, () -> text() + ":len()")
                .add(1, () -> "(" + text() + ":byte(" + small() + ") or 0)")
                .add(
                        1,
                        () ->
                                "("
                                        + text()
                                        + ":find("
                                        + grammar.texts.literal()
                                        + ", 1, true) or 0)")
                .add(1, () -> "rawlen(" + grammar.tables.list(depth) + ")")
                .add(1, () -> "(utf8.len(" + grammar.texts.literal() + ") or -1)")
                .pick(dice);
    }

    String real(int depth) {
        String number = grammar.expressions.of(Shape.NUMBER, depth);
        return new Choice<String>()
                .add(1, () -> "math.sqrt(" + number + ")")
                .add(
                        1,
                        () ->
                                "math.fmod("
                                        + number
                                        + ", "
                                        + dice.of("2.0", "-3.5", "0.0", "math.huge")
                                        + ")")
                .add(1, () -> "(select(2, math.modf(" + number + ")))")
                .add(1, () -> "(math.modf(" + number + "))")
                .pick(dice);
    }

    String number(int depth) {
        String number = grammar.expressions.of(Shape.NUMBER, depth);
        String other = grammar.expressions.of(Shape.NUMBER, depth);
        return new Choice<String>()
                .add(2, () -> "math." + dice.of("floor", "ceil", "abs") + "(" + number + ")")
                .add(2, () -> "math." + dice.of("max", "min") + "(" + number + ", " + other + ")")
                .add(1, () -> "math.fmod(" + number + ", " + other + ")")
                .add(1, () -> "(tonumber(" + grammar.texts.numeral() + ") or 0)")
                .add(
                        1,
                        () ->
                                "(tonumber("
                                        + grammar.texts.literal()
                                        + ", "
                                        + dice.of("10", "16", "36")
                                        + ") or 0)")
                .pick(dice);
    }

    String text(int depth) {
        return new Choice<String>()
                .add(2, () -> text() + ":sub(" + small() + ", " + small() + ")")
                .add(2, () -> text() + ":" + dice.of("upper", "lower", "reverse") + "()")
                .add(1, () -> text() + ":rep(" + dice.of("0", "2", "3, ','", "-1", "1, 'x'") + ")")
                .add(1, () -> "(" + text() + ":gsub(" + pattern() + ", " + replacement() + "))")
                .add(1, () -> "(" + text() + ":match(" + pattern() + ") or '-')")
                .add(2, () -> formatted(depth))
                .add(1, () -> "table.concat(" + grammar.tables.list(depth) + dice.of(")", ", ',')"))
                .add(1, () -> "string.char(" + dice.of("65", "97, 98", "") + ")")
                .pick(dice);
    }

    private String formatted(int depth) {
        return switch (dice.below(4)) {
            case 0 -> "string.format('%5d|%-3i', " + grammar.numbers.integer(depth) + ", 7)";
            case 1 ->
                    "string.format('%s %q', "
                            + grammar.texts.text(depth)
                            + ", "
                            + grammar.texts.text(0)
                            + ")";
            case 2 -> "('%.3f %g'):format(" + dice.of("1", "2.5", "-0.0", "1e15") + ", 1e20)";
            default -> "('%x'):format(" + grammar.numbers.integer(depth) + ")";
        };
    }

    private String text() {
        return dice.chance(40)
                ? "(" + grammar.texts.literal() + ")"
                : grammar.expressions.prefix(Shape.TEXT);
    }

    private String small() {
        return dice.of("1", "2", "-1", "0", "3", "-2", "10");
    }

    private String pattern() {
        return dice.of(
                "'%a+'", "'.'", "'(%w)(%w)'", "'%d*'", "'[b-y]'", "'^%s*'", "'()'", "'l'", "'.-,'");
    }

    private String replacement() {
        return dice.of(
                "'<%0>'",
                "'%1'", "''", "{a = 'X', b = false}", "string.upper", "function(c) return nil end");
    }

    void statement() {
        String list = grammar.expressions.prefix(Shape.LIST);
        draft.line(
                new Choice<String>()
                        .add(5, () -> change(list))
                        .add(3, () -> attempt(list))
                        .add(5, () -> question(list))
                        .add(3, this::search)
                        .pick(dice));
    }

    private String change(String list) {
        String item = grammar.tables.present(1);
        return switch (dice.below(4)) {
            case 0 -> "table.insert(%s, %s)".formatted(list, item);
            case 1 -> "table.insert(%s, 1, %s)".formatted(list, item);
            case 2 ->
                    "table.sort(%s, function(a, b) return tostring(a) < tostring(b) end)"
                            .formatted(list);
            default -> "show(table.remove(" + list + dice.of("))", ", 1))", ", #" + list + "))");
        };
    }

    private String attempt(String list) {
        String what =
                switch (dice.below(3)) {
                    case 0 ->
                            "insert, "
                                    + list
                                    + ", "
                                    + grammar.numbers.literal(Shape.NUMBER)
                                    + ", 1";
                    case 1 -> "sort, {table.unpack(" + list + ")}";
                    default -> "concat, " + list + ", ';', " + dice.of("1", "2", "1, 2", "0");
                };
        return "show(pcall(table." + what + "))";
    }

    private String question(String list) {
        return new Choice<String>()
                .add(1, () -> "table.unpack(" + list + ", " + dice.of("1, 2", "0, 1", "2") + ")")
                .add(1, () -> "table.pack(" + grammar.expressions.list(2, 1) + ").n")
                .add(2, () -> "select(" + dice.of("'#'", "1", "-2") + ", " + three() + ")")
                .add(1, () -> "rawget(" + grammar.tables.record(1) + ", 'x'), rawlen(" + list + ")")
                .add(1, () -> "next({}), next({1}), next({x = " + grammar.tables.present(1) + "})")
                .pick(dice)
                .transform(values -> "show(" + values + ")");
    }

    private String three() {
        return grammar.expressions.list(3, 1);
    }

    private String search() {
        if (dice.chance(40)) {
            return "for w, u in (%s):gmatch(%s) do show(w, u) end"
                    .formatted(grammar.texts.literal(), pattern());
        }
        return "show(%s:%s(%s, %s))"
                .formatted(
                        grammar.texts.tight(1),
                        dice.of("find", "match", "gsub"),
                        pattern(),
                        dice.of("1", "2", "'r'"));
    }
}
