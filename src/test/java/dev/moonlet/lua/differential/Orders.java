package dev.moonlet.lua.differential;

/** Writes statements whose parts tell in which order they are evaluated. */
final class Orders {

    private final Grammar grammar;
    private final Draft draft;
    private final Dice dice;
    private int notes;

    Orders(Grammar grammar) {
        this.grammar = grammar;
        draft = grammar.draft;
        dice = draft.dice();
    }

    void statement() {
        notes = 0;
        draft.line(
                new Choice<String>()
                        .add(2, this::assignment)
                        .add(2, this::constructor)
                        .add(2, this::call)
                        .add(2, this::method)
                        .add(2, this::operations)
                        .add(1, this::declaration)
                        .add(1, this::comparison)
                        .pick(dice));
    }

    private String note(String value) {
        notes++;
        return "note(" + notes + ", " + value + ")";
    }

    private String any() {
        return note(grammar.expressions.any(1));
    }

    private String assignment() {
        String targets =
                note("{}") + "[" + note("1") + "], " + note("{}") + "." + dice.of("x", "y");
        return targets + ", g1 = " + any() + ", " + any() + ", " + any();
    }

    private String declaration() {
        return "do local q, r <const>, w = %s, %s, %s; show(q, r, w) end"
                .formatted(any(), any(), any());
    }

    private String constructor() {
        return "show({%s, x = %s, [%s] = %s, %s, y = %s, %s})"
                .formatted(any(), any(), note("'k'"), any(), any(), any(), note("7, 8, 9"));
    }

    private String call() {
        return note("show") + "(" + any() + ", " + any() + ", " + note("1, nil, 3") + ")";
    }

    private String method() {
        return "show(%s:%s(%s, %s))"
                .formatted(
                        note("'abc'"), dice.of("rep", "sub"), note("2"), note(dice.of("3", "'1'")));
    }

    private String operations() {
        String left = note(grammar.numbers.literal(Shape.NUMBER));
        String middle = note(dice.of("2", "3.0", "'4'"));
        String right = note(dice.of("5", "0.5", "-1"));
        return "show(pcall(function(...) return %s %s %s %s %s end))"
                .formatted(left, operator(), middle, operator(), right);
    }

    private String operator() {
        return dice.of("+", "-", "*", "/", "%", "//", "..", "<", "and", "or", "==");
    }

    private String comparison() {
        return "show(%s %s %s %s %s)"
                .formatted(any(), dice.of("and", "or"), any(), dice.of("and", "or", "=="), any());
    }
}
