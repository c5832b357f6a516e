package dev.moonlet.lua.differential;

import java.util.StringJoiner;

/** Writes objects with metatables, and operations on them. */
final class Objects {

    private static final String[] BINARY = {
        "add", "sub", "mul", "div", "mod", "pow", "idiv", "band", "bor", "bxor", "shl", "shr",
        "concat",
    };

    private static final String[] OPERATORS = {
        "+", "-", "*", "/", "%", "^", "//", "&", "|", "~", "<<", ">>", "..", "==", "~=", "<", "<=",
        ">", ">=",
    };

    private final Grammar grammar;
    private final Draft draft;
    private final Dice dice;

    Objects(Grammar grammar) {
        this.grammar = grammar;
        draft = grammar.draft;
        dice = draft.dice();
    }

    /** Declares a metatable, and objects that have it. */
    void statement() {
        String metatable = draft.name("mt");
        StringJoiner fields = new StringJoiner(", ", "{", "}");
        fields.add("__len = " + handler("__len", "a"));
        for (int i = dice.between(2, 7); i > 0; i--) {
            fields.add(event());
        }
        draft.line("local " + metatable + " = " + fields);
        for (int i = dice.between(1, 2); i > 0; i--) {
            String object = draft.name("o");
            draft.line("local " + object + " = setmetatable(" + fields() + ", " + metatable + ")");
            draft.declare(Variable.constant(object, Shape.OBJECT));
        }
        for (int i = dice.between(1, 4); i > 0; i--) {
            use();
        }
    }

    private String fields() {
        return dice.of("{}", "{x = 1}", "{x = 1.5, name = 'o'}", "{name = 'p', y = 2}");
    }

    /** An object with a metatable of its own. */
    String made(int depth) {
        if (depth <= 0 || !grammar.functions.fits()) {
            return "setmetatable({x = 1}, {__len = function() return 4 end})";
        }
        return "setmetatable(%s, {__len = function() return 3 end, %s})"
                .formatted(fields(), event());
    }

    private String event() {
        return new Choice<String>()
                .add(10, () -> named("__" + dice.of(BINARY), "a, b"))
                .add(2, () -> named(dice.of("__unm", "__bnot"), "a, b"))
                .add(4, () -> named(dice.of("__lt", "__le", "__eq"), "a, b"))
                .add(3, () -> named("__index", "t, k"))
                .add(2, () -> "__index = " + grammar.tables.record(1))
                .add(2, () -> "__newindex = function(t, k, v) rawset(t, 'set', v) show(k) end")
                .add(1, () -> "__newindex = " + grammar.tables.record(0))
                .add(3, () -> named("__call", dice.of("self, ...", "self, a, b", "...")))
                .add(1, () -> "__tostring = function(...) return " + grammar.texts.text(1) + " end")
                .add(
                        1,
                        () ->
                                "__tostring = function(...) return "
                                        + grammar.expressions.leaf(Shape.ANY)
                                        + " end")
                .add(2, () -> "__name = " + dice.of("'Name'", "'My.Type'", "7", "''"))
                .add(1, () -> "__metatable = " + dice.of("'locked'", "false", "{}"))
                .add(
                        1,
                        () ->
                                "__pairs = function(t) return function(_, k) if not k then return 1, 'p' end end, t, nil end")
                .add(
                        1,
                        () ->
                                "__"
                                        + dice.of(BINARY)
                                        + " = "
                                        + dice.of("1", "'x'", "{}", "math.max"))
                .pick(dice);
    }

    private String named(String event, String parameters) {
        return event + " = " + handler(event, parameters);
    }

    /** C Lua 5.4.4 takes something else from the stack if __concat returns nothing. */
    private String results(String event) {
        return event.equals("__concat")
                ? "(" + grammar.expressions.any(1) + ")"
                : grammar.expressions.list(dice.between(0, 2), 1);
    }

    private String handler(String event, String parameters) {
        return grammar.functions.body(
                parameters,
                () -> {
                    draft.line("show('" + event + "', " + parameters + ")");
                    if (dice.chance(8)) {
                        draft.line(grammar.mistakes.raise());
                    }
                    draft.line("return " + results(event));
                });
    }

    /**
     * An expression in which an object meets an operator, an index or a call; no chain of
     * concatenations, of which C Lua 5.4.4 loses the result where the stack grows in between.
     */
    String operation(int depth) {
        String object = grammar.expressions.prefix(Shape.OBJECT);
        return switch (dice.below(8)) {
            case 0 -> "(" + dice.of("-", "~", "#", "not ") + object + ")";
            case 1 -> object + dice.of(".x", ".missing", "[1]", "['name']", ".y.z");
            case 2 -> object + "(" + grammar.expressions.list(dice.below(3), depth - 1) + ")";
            case 3 -> object + ":" + dice.of("x", "call", "missing") + "(1)";
            case 4 -> binary(other(depth), object);
            case 5 ->
                    "((%s .. %s) .. %s)"
                            .formatted(other(depth), unchained(object), unchained(other(depth)));
            default -> binary(object, other(depth));
        };
    }

    private String binary(String left, String right) {
        String operator = dice.of(OPERATORS);
        return "("
                + left
                + " "
                + operator
                + " "
                + (operator.equals("..") ? unchained(right) : right)
                + ")";
    }

    /** Parentheses do not end a chain of concatenations; a choice does. */
    private static String unchained(String right) {
        return right.contains("..") ? "(" + right + " or nil)" : right;
    }

    private String other(int depth) {
        return dice.chance(40)
                ? grammar.expressions.prefix(Shape.OBJECT)
                : "(" + grammar.expressions.any(depth - 1) + ")";
    }

    /** Uses an object, and shows what comes of it. */
    private void use() {
        String operation = operation(2);
        String object = grammar.expressions.prefix(Shape.OBJECT);
        draft.line(
                switch (dice.below(7)) {
                    case 0 -> "print(pcall(tostring, " + object + "))";
                    case 1 ->
                            "show(pcall(function(...) "
                                    + object
                                    + dice.of(".x", ".q", "[1]")
                                    + " = 5 end))";
                    case 2 ->
                            "show(pcall(function(...) if "
                                    + operation
                                    + " then return 1 end return 2 end))";
                    case 3 ->
                            "show(pcall(function(...) for k, v in pairs("
                                    + object
                                    + ") do g1 = k == 'x' and v or g1 end end))";
                    case 4 ->
                            "show(pcall(getmetatable, "
                                    + object
                                    + "), pcall(setmetatable, "
                                    + object
                                    + "))";
                    default -> "show(pcall(function(...) return " + operation + " end))";
                });
    }
}
