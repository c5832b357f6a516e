package dev.moonlet.lua.differential;

/** Writes locals whose numbers change their kind, or seem to. */
final class Kinds {

    private final Grammar grammar;
    private final Draft draft;
    private final Dice dice;

    Kinds(Grammar grammar) {
        this.grammar = grammar;
        draft = grammar.draft;
        dice = draft.dice();
    }

    void statement() {
        if (dice.chance(30)) {
            draft.block("do", this::loopVariable, "end");
            return;
        }
        draft.block("do", this::locals, "end");
    }

    /** Two locals that no closure sees, and what branches and loops make of them. */
    private void locals() {
        String p = draft.name("p");
        String q = draft.name("q");
        Shape one = number();
        Shape other = number();
        String first = grammar.expressions.of(one, 1);
        String second = grammar.expressions.of(other, 1);
        draft.line(
                dice.of(
                        "local %s, %s = %s, %s".formatted(p, q, first, second),
                        "local %s = %s; local %s = %s".formatted(p, first, q, second),
                        "local %s; %s = %s; local %s = %s".formatted(p, p, first, q, second)));
        draft.declare(Variable.of(p, one));
        draft.declare(Variable.of(q, other));
        draft.loop(
                "for r = 1, " + dice.between(1, 3) + dice.of("", ", 0.5", ".0") + " do",
                () -> {
                    draft.declare(Variable.of("r", Shape.NUMBER));
                    change(p, q);
                    if (dice.chance(50)) {
                        draft.open(
                                "if " + grammar.truths.condition(2) + " then", () -> change(q, p));
                        draft.open("else", () -> change(p, q));
                        draft.line("end");
                    }
                    draft.line(
                            "show(" + p + ", " + q + ", " + p + dice.of(" < ", " == ") + q + ")");
                },
                "end");
        draft.line("show(" + p + ", " + q + ")");
    }

    private Shape number() {
        return dice.chance(50) ? Shape.INTEGER : Shape.FLOAT;
    }

    private void change(String p, String q) {
        String operator = dice.of(" + ", " - ", " * ", " / ", " // ", " % ", " & ", " >> ");
        draft.line(
                dice.of(
                        p + " = " + p + operator + dice.of(q, "r", "1", "2.0", "(" + q + " | 1)"),
                        p + ", " + q + " = " + q + ", " + p,
                        p + ", " + q + " = " + p + operator + "1, " + q + " + " + p,
                        p + " = " + grammar.truths.condition(1) + " and " + p + " or " + q,
                        p + " = - " + q,
                        p + " = " + q + dice.of(" // 1", " | 0", " + 0.0", ""),
                        p + " = math." + dice.of("floor", "max", "abs") + "(" + q + ", 1)",
                        p + ", " + q + " = " + grammar.expressions.multiple(1),
                        p + " = #'abc' + " + p,
                        p + " = (" + q + ")",
                        p + " = " + p + ", " + q,
                        p + ", g1, " + p + " = 1, 2, 3.5",
                        "local " + p + " = " + q + "; " + p + " = " + p + " + 1; show(" + p + ")"));
    }

    /** A loop's own variable, which the body assigns to and a closure may see. */
    private void loopVariable() {
        String i = draft.name("i");
        String bounds =
                dice.of(
                        "1, 3",
                        "3, 1, -1",
                        "1, 2, 0.5",
                        "1.0, 3",
                        "0, 2.5",
                        "math.maxinteger - 1, math.huge");
        draft.loop("for " + i + " = " + bounds + " do", () -> assigned(i, dice.chance(50)), "end");
    }

    private void assigned(String i, boolean captured) {
        draft.declare(Variable.of(i, Shape.NUMBER));
        if (captured) {
            draft.line("local f = function(d) %s = %s + (d or 1) return %s end".formatted(i, i, i));
        }
        String value = dice.of(i + " * 2", i + " / 2", "'s'", "nil", i + " + 0.5", "7");
        draft.line(i + " = " + value);
        draft.line("show(" + i + (captured ? ", pcall(f), pcall(f, 0.5), " + i : "") + ")");
        if (dice.chance(30)) {
            draft.line("if " + grammar.truths.condition(1) + " then break end");
        }
    }
}
