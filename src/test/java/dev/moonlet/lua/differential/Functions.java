package dev.moonlet.lua.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes functions: as expressions, as declarations, and as bodies of other constructs. */
final class Functions {

    /** A function within as many others has no functions of its own. */
    private static final int MAX_NESTING = 5;

    private final Grammar grammar;
    private final Draft draft;
    private final Dice dice;

    Functions(Grammar grammar) {
        this.grammar = grammar;
        draft = grammar.draft;
        dice = draft.dice();
    }

    /** Whether there is room for a function here. */
    boolean fits() {
        return draft.nesting() < MAX_NESTING;
    }

    /** A small function as an expression. */
    String lambda() {
        List<Variable> parameters = parameters(dice.below(3));
        boolean vararg = dice.chance(25);
        Draft.Written body =
                draft.function(
                        vararg,
                        () -> {
                            parameters.forEach(draft::declare);
                            if (fits() && dice.chance(20)) {
                                grammar.statements.some(1);
                            }
                            end(grammar.expressions.some(), 1);
                        });
        return "function" + header(parameters, vararg) + "\n" + body.text() + "end";
    }

    /** A function of a block, called by what is written around it. */
    String body(String parameters, Runnable block) {
        Draft.Written body = draft.function(parameters.endsWith("..."), block);
        return "function(" + parameters + ")\n" + body.text() + "end";
    }

    /** Declares a function, in one way or another. */
    void declaration() {
        List<Variable> parameters = parameters(dice.below(5));
        boolean vararg = dice.chance(30);
        Shape result = grammar.expressions.some();
        String name = dice.chance(60) ? draft.name("f") : draft.name();
        boolean recursive = dice.chance(25);
        Draft.Written body =
                draft.function(
                        vararg,
                        () -> {
                            parameters.forEach(draft::declare);
                            if (recursive) {
                                recursion(name, parameters);
                            }
                            grammar.statements.some(dice.between(1, 4));
                            end(result, 2);
                        });
        String header = header(parameters, vararg) + "\n" + body.text() + "end";
        draft.line(declared(name, header, recursive));
        List<Shape> shapes = parameters.stream().map(Variable::shape).toList();
        long cost = 2 + body.cost() * (recursive ? 4 : 1);
        Signature signature = new Signature(shapes, vararg, result, cost);
        draft.declare(new Variable(name, Shape.FUNCTION, false, signature));
    }

    private String declared(String name, String header, boolean recursive) {
        if (recursive) {
            return "local depth_" + name + " = 0\nlocal function " + name + header;
        }
        return switch (dice.below(5)) {
            case 0 -> "local " + name + " = function" + header;
            case 1 -> "local " + name + "\n" + name + " = function" + header;
            case 2 -> "local " + name + " <const> = function" + header;
            case 3 -> "local " + name + "; function " + name + header;
            default -> "local function " + name + header;
        };
    }

    /** Calls the function itself, until it is deep enough. */
    private void recursion(String name, List<Variable> parameters) {
        String depth = "depth_" + name;
        String passed =
                parameters.stream()
                        .map(each -> grammar.expressions.of(each.shape(), 1))
                        .collect(Collectors.joining(", "));
        draft.line("if " + depth + " < " + dice.between(1, 3) + " then");
        draft.line("  " + depth + " = " + depth + " + 1");
        String call = name + "(" + passed + ")";
        draft.line(
                dice.chance(40) ? "  do return " + call + " end" : "  show('deep', " + call + ")");
        draft.line("end");
    }

    private List<Variable> parameters(int count) {
        List<Variable> parameters = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = draft.name();
            if (parameters.stream().noneMatch(each -> each.name().equals(name))) {
                parameters.add(Variable.of(name, grammar.expressions.some()));
            }
        }
        return parameters;
    }

    private static String header(List<Variable> parameters, boolean vararg) {
        return Stream.concat(
                        parameters.stream().map(Variable::name),
                        vararg ? Stream.of("...") : Stream.empty())
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** Ends a function: returns something of a shape first, and perhaps more. */
    void end(Shape result, int depth) {
        String first = grammar.expressions.of(result, depth);
        draft.line(
                new Choice<String>()
                        .add(8, () -> "return " + first)
                        .add(2, () -> "return " + grammar.calls.of(result, depth))
                        .add(2, () -> "return " + first + ", " + grammar.expressions.list(2, 1))
                        .add(1, () -> "return (" + first + ")")
                        .add(1, () -> "do return " + first + " end")
                        .add(
                                1,
                                () ->
                                        "if "
                                                + grammar.truths.condition(1)
                                                + " then return "
                                                + first
                                                + " end")
                        .add(1, () -> "return " + first + ";")
                        .addIf(draft.scope().isVararg(), 1, () -> "return ...")
                        .pick(dice));
    }
}
