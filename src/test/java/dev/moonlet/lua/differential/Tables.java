package dev.moonlet.lua.differential;

import java.util.StringJoiner;

/** Writes expressions that are tables, and uses of tables. */
final class Tables {

    private static final String[] NUMERIC = {"x", "y", "z"};

    private final Grammar grammar;
    private final Draft draft;
    private final Dice dice;

    Tables(Grammar grammar) {
        this.grammar = grammar;
        draft = grammar.draft;
        dice = draft.dice();
    }

    String list(int depth) {
        return new Choice<String>()
                .add(5, () -> grammar.expressions.variable(Shape.LIST, () -> items(depth)))
                .add(5, () -> items(depth))
                .addIf(depth > 0, 1, () -> "{table.unpack(" + list(depth - 1) + ")}")
                .addIf(depth > 0, 1, () -> "table.move(" + list(depth - 1) + ", 1, 2, 2, {0})")
                .pick(dice);
    }

    private String items(int depth) {
        int count = dice.below(5);
        String end = count > 0 ? dice.of("}", "}", "}", ",}") : "}";
        StringJoiner items = new StringJoiner(", ", "{", end);
        for (int i = count; i > 0; i--) {
            items.add(dice.chance(80) ? present(depth - 1) : "[[t]]");
        }
        return items.toString();
    }

    /** A value that is not nil, and so leaves no hole. */
    String present(int depth) {
        return switch (dice.below(5)) {
            case 0 -> grammar.numbers.literal(Shape.NUMBER);
            case 1 -> grammar.texts.literal();
            case 2 -> dice.of("1", "2", "3", "'v'", "true");
            default -> "(" + grammar.expressions.of(grammar.expressions.scalar(), depth) + " or 0)";
        };
    }

    String record(int depth) {
        return new Choice<String>()
                .add(5, () -> grammar.expressions.variable(Shape.RECORD, () -> fields(depth)))
                .add(6, () -> fields(depth))
                .addIf(draft.scope().isVararg(), 1, () -> dice.of("{...}", "table.pack(...)"))
                .addIf(depth > 0, 1, () -> grammar.objects.made(depth - 1))
                .pick(dice);
    }

    private String fields(int depth) {
        StringJoiner fields = new StringJoiner(dice.chance(20) ? "; " : ", ", "{", "}");
        for (int i = dice.below(5); i > 0; i--) {
            fields.add(field(depth - 1));
        }
        return fields.toString();
    }

    private String field(int depth) {
        return new Choice<String>()
                .add(6, () -> dice.of(NUMERIC) + " = " + grammar.numbers.number(depth))
                .add(2, () -> "name = " + grammar.texts.text(depth))
                .add(1, () -> "items = " + list(depth))
                .add(2, () -> grammar.expressions.any(depth))
                .add(2, () -> "[" + key(depth) + "] = " + grammar.expressions.any(depth))
                .add(1, () -> "ok = " + grammar.truths.truth(depth))
                .addIf(depth > 0, 1, () -> "call = " + grammar.functions.lambda())
                .pick(dice);
    }

    /** A key, which is hardly ever nil or not a number; a long string is kept off the bracket. */
    String key(int depth) {
        String key = anyKey(depth);
        return key.startsWith("[") ? " " + key : key;
    }

    private String anyKey(int depth) {
        return switch (dice.below(8)) {
            case 0 -> dice.of("1.0", "2^53", "-0.0", "0", "true", "'x'", "1.5", "math.huge");
            case 1 -> grammar.texts.text(depth);
            case 2 -> "(" + grammar.expressions.any(depth) + " or 1)";
            case 3 -> dice.of("'x'", "\"y\"", "[[name]]");
            default -> grammar.numbers.integer(depth);
        };
    }

    /** The length of something that has a defined one. */
    String length(int depth) {
        return switch (dice.below(4)) {
            case 0 -> draft.scope().isVararg() ? "select('#', ...)" : "#{1, 2, 3}";
            case 1 -> "#" + grammar.expressions.prefix(Shape.OBJECT);
            default -> "#" + prefix(Shape.LIST, depth);
        };
    }

    /** Something that is indexed, or whose length is asked for. */
    private String prefix(Shape shape, int depth) {
        return dice.chance(70)
                ? grammar.expressions.prefix(shape)
                : "(" + grammar.expressions.of(shape, depth) + ")";
    }

    /**
     * A field or an item that is meant to be of a shape. No comparison alone is a key, for C Lua
     * 5.4.4 compiles that wrongly where the table is an upvalue.
     */
    String read(Shape shape, int depth) {
        String record = prefix(Shape.RECORD, depth);
        return switch (shape) {
            case TEXT -> record + dice.of(".name", "['name']");
            case TRUTH -> record + ".ok";
            case LIST -> record + ".items";
            case FUNCTION -> record + ".call";
            case ANY ->
                    dice.chance(50)
                            ? record + "[(" + grammar.expressions.any(depth - 1) + " or nil)]"
                            : prefix(Shape.LIST, depth) + "[" + grammar.numbers.integer(0) + "]";
            default -> "(" + record + "." + dice.of(NUMERIC) + " or 1)";
        };
    }

    /** A place to assign to, and what may be put there. */
    Target target(int depth) {
        return new Choice<Target>()
                .add(4, () -> new Target(field(Shape.RECORD, dice.of(NUMERIC)), Shape.NUMBER))
                .add(1, () -> new Target(field(Shape.RECORD, "name"), Shape.TEXT))
                .add(2, () -> new Target(at(Shape.RECORD, key(depth)), Shape.ANY))
                .add(3, this::appended)
                .add(2, () -> new Target(grammar.expressions.global(), Shape.ANY))
                .pick(dice);
    }

    /** What is assigned to; an item of a list must not become nil. */
    record Target(String place, Shape shape) {}

    private Target appended() {
        String list = grammar.expressions.prefix(Shape.LIST);
        return new Target(list + "[#" + list + dice.of(" + 1]", "]"), Shape.LIST);
    }

    private String field(Shape shape, String name) {
        return grammar.expressions.prefix(shape) + "." + name;
    }

    private String at(Shape shape, String key) {
        return grammar.expressions.prefix(shape) + "[" + key + "]";
    }
}
