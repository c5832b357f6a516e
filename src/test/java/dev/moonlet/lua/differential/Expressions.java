package dev.moonlet.lua.differential;

import java.util.List;
import java.util.StringJoiner;
import java.util.function.Supplier;

/** Writes expressions of any shape. */
final class Expressions {

    private static final String[] WRONG = {"nil", "true", "'w'", "print", "1", "2.5", "false"};

    private static final String[] BUILT_IN = {
        "type", "math.floor", "select", "rawequal", "string.rep", "tonumber", "rawlen",
    };

    private final Grammar grammar;
    private final Draft draft;
    private final Dice dice;

    Expressions(Grammar grammar) {
        this.grammar = grammar;
        draft = grammar.draft;
        dice = draft.dice();
    }

    /** An expression that has a shape, unless it slips. */
    String of(Shape shape, int depth) {
        if (draft.slips()) {
            return dice.of(WRONG);
        }
        return switch (shape) {
            case INTEGER -> grammar.numbers.integer(depth);
            case FLOAT -> grammar.numbers.real(depth);
            case NUMBER -> grammar.numbers.number(depth);
            case TEXT -> grammar.texts.text(depth);
            case TRUTH -> grammar.truths.truth(depth);
            case LIST -> grammar.tables.list(depth);
            case RECORD -> grammar.tables.record(depth);
            case OBJECT -> variable(Shape.OBJECT, () -> grammar.objects.made(depth));
            case FUNCTION -> function(depth);
            case ANY -> any(depth);
        };
    }

    /** A variable or a literal. */
    String leaf(Shape shape) {
        if (draft.slips()) {
            return dice.of(WRONG);
        }
        return dice.chance(70) ? variable(shape, () -> literal(shape)) : literal(shape);
    }

    /** A variable of a shape, or something else if there is none. */
    String variable(Shape shape, Supplier<String> otherwise) {
        List<Variable> variables = draft.find(shape);
        return variables.isEmpty() ? otherwise.get() : dice.of(variables).name();
    }

    /** Something of a shape that an index, a call or a length operator can stand beside. */
    String prefix(Shape shape) {
        return variable(shape, () -> "(" + literal(shape) + ")");
    }

    String any(int depth) {
        return new Choice<String>()
                .add(6, () -> of(scalar(), depth))
                .add(2, () -> leaf(Shape.ANY))
                .add(2, () -> dice.of("nil", "true", "false"))
                .add(1, () -> global())
                .addIf(depth > 0, 4, () -> junction(depth))
                .addIf(depth > 0, 2, () -> grammar.tables.read(Shape.ANY, depth))
                .addIf(depth > 0, 1, () -> of(table(), depth))
                .addIf(depth > 0, 2, () -> grammar.calls.of(Shape.ANY, depth - 1))
                .addIf(depth > 0, 1, () -> grammar.objects.operation(depth))
                .addIf(draft.scope().isVararg(), 1, () -> dice.of("(...)", "(select(2, ...))"))
                .pick(dice);
    }

    private String junction(int depth) {
        return "("
                + any(depth - 1)
                + grammar.numbers.spaced(dice.of("and", "or"))
                + (dice.chance(20) ? "not " : "")
                + (dice.chance(50) ? any(depth - 1) : grammar.truths.truth(depth - 1))
                + ")";
    }

    Shape scalar() {
        return dice.of(
                List.of(
                        Shape.INTEGER,
                        Shape.INTEGER,
                        Shape.FLOAT,
                        Shape.NUMBER,
                        Shape.TEXT,
                        Shape.TRUTH));
    }

    Shape table() {
        return dice.of(List.of(Shape.LIST, Shape.RECORD, Shape.OBJECT));
    }

    /** A shape that a variable may be declared with. */
    Shape some() {
        return switch (dice.below(10)) {
            case 0 -> Shape.LIST;
            case 1 -> Shape.RECORD;
            case 2 -> Shape.ANY;
            case 3 -> dice.chance(50) ? Shape.OBJECT : Shape.FUNCTION;
            default -> scalar();
        };
    }

    String global() {
        return dice.of("g1", "g2", "g3", "_G.g1", "_ENV.g2", "_ENV['g3']");
    }

    String literal(Shape shape) {
        return switch (shape) {
            case INTEGER, FLOAT, NUMBER -> grammar.numbers.literal(shape);
            case TEXT -> grammar.texts.literal();
            case TRUTH -> dice.of("true", "false");
            case LIST -> dice.of("{}", "{1}", "{1, 2, 3}", "{3, 1, 2.5}", "{'a', 'b'}");
            case RECORD -> dice.of("{}", "{x = 1}", "{x = 1.5, y = 2}", "{name = 'n', x = 3}");
            case OBJECT -> grammar.objects.made(0);
            case FUNCTION -> dice.of(BUILT_IN);
            case ANY -> dice.of("nil", "1", "2.5", "'s'", "true");
        };
    }

    private String function(int depth) {
        return new Choice<String>()
                .add(3, () -> leaf(Shape.FUNCTION))
                .addIf(depth > 0, 2, grammar.functions::lambda)
                .pick(dice);
    }

    /** Several expressions, the last of which may have several values. */
    String list(int count, int depth) {
        StringJoiner list = new StringJoiner(", ");
        for (int i = 1; i < count; i++) {
            list.add(dice.chance(15) ? multiple(depth) : any(depth));
        }
        if (count > 0) {
            list.add(dice.chance(30) ? multiple(depth) : any(depth));
        }
        return list.toString();
    }

    /** Something that may have several values, or none. */
    String multiple(int depth) {
        return new Choice<String>()
                .addIf(draft.scope().isVararg(), 3, () -> "...")
                .addIf(draft.scope().isVararg(), 1, () -> "select(" + dice.of("2", "-1") + ", ...)")
                .addIf(draft.scope().isVararg(), 1, () -> "(...)")
                .add(3, () -> grammar.calls.of(Shape.ANY, depth - 1))
                .add(1, () -> "table.unpack(" + grammar.tables.list(depth - 1) + ")")
                .add(1, () -> "note(" + dice.below(9) + ", 1, nil, 'm')")
                .pick(dice);
    }
}
