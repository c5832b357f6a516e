package dev.moonlet.lua.differential;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A program in the making: its text so far, what is in sight, and what it will cost to run. */
final class Draft {

    /** What a call may cost, all rounds of the loops around it taken together. */
    private static final long MAX_COST = 1_500;

    private static final List<String> NAMES =
            List.of("a", "b", "c", "d", "e", "i", "j", "k", "n", "m", "s", "t", "x", "y", "z");

    private final Dice dice;
    private StringBuilder text = new StringBuilder();
    private Scope scope = Scope.ofMain();
    private int indent;
    private int names;
    private int nesting;
    private int scripts;
    private long rounds = 1;
    private long cost;
    private int risk = 1;

    Draft(Dice dice) {
        this.dice = dice;
    }

    Dice dice() {
        return dice;
    }

    Scope scope() {
        return scope;
    }

    /** How many blocks are around this place. */
    int nesting() {
        return nesting;
    }

    String text() {
        return text.toString();
    }

    /** Writes a line; one that would go on with a call is kept apart. */
    void line(String line) {
        text.append("  ".repeat(indent)).append(line.startsWith("(") ? ";" : "");
        text.append(line).append('\n');
        cost += rounds;
    }

    /** Writes a block between two lines. */
    void block(String begin, Runnable body, String end) {
        open(begin, body);
        line(end);
    }

    /** Writes a block whose end is written by whoever calls. */
    void open(String begin, Runnable body) {
        line(begin);
        within(scope.block(), body);
    }

    /** Writes a block that is run several times. */
    void loop(String begin, Runnable body, String end) {
        line(begin);
        repeatedly(() -> within(scope.loop(), body));
        line(end);
    }

    /**
     * Writes a loop that has something to close. C Lua 5.4.4 does not close it where a break leaves
     * the loop and a closure has captured a local of the body, and breaks down later.
     */
    void closingLoop(String begin, Runnable body, String end) {
        line(begin);
        repeatedly(() -> within(scope.closingLoop(), body));
        line(end);
    }

    /** Writes the body of a loop, whose scope stays in sight until the last line is written. */
    void repeat(String begin, Runnable body, Supplier<String> end) {
        line(begin);
        repeatedly(() -> {
            Scope before = scope;
            scope = scope.loop();
            inner(body);
            String last = end.get();
            scope = before;
            line(last);
        });
    }

    private void repeatedly(Runnable body) {
        long before = rounds;
        rounds *= 4;
        body.run();
        rounds = before;
    }

    /** Writes a function's body, and returns what it is with all that was said of it. */
    Written function(boolean vararg, Runnable body) {
        long roundsBefore = rounds;
        long costBefore = cost;
        StringBuilder textBefore = text;
        text = new StringBuilder();
        rounds = 1;
        cost = 0;
        within(scope.function(vararg), body);
        Written written = new Written(text + "  ".repeat(indent), cost);
        text = textBefore;
        rounds = roundsBefore;
        cost = costBefore;
        return written;
    }

    /** Writes a script of its own, which sees no locals, and returns it in long brackets. */
    String script(Runnable body) {
        Scope before = scope;
        scope = Scope.ofMain();
        scripts++;
        String quotes = "=".repeat(scripts + 2);
        String script = function(true, body).text();
        scripts--;
        scope = before;
        return "[" + quotes + "[\n" + script + "]" + quotes + "]";
    }

    /**
     * A text that is not yet part of the program.
     *
     * @param cost how many statements it runs
     */
    record Written(String text, long cost) {}

    private void within(Scope inner, Runnable body) {
        Scope before = scope;
        scope = inner;
        inner(body);
        scope = before;
    }

    private void inner(Runnable body) {
        indent++;
        nesting++;
        body.run();
        nesting--;
        indent--;
    }

    void declare(Variable variable) {
        scope.declare(variable);
    }

    /** A name that may hide another. */
    String name() {
        return dice.of(NAMES);
    }

    /** A name that nothing else has. */
    String name(String stem) {
        names++;
        return stem + names;
    }

    List<Variable> find(Shape shape) {
        return find(each -> shape.takes(each.shape()));
    }

    List<Variable> find(Predicate<Variable> wanted) {
        return scope.find(wanted);
    }

    /** Whether a call of a function is cheap enough here; if so, it is paid for. */
    boolean affords(Signature signature) {
        if (rounds * signature.cost() > MAX_COST) {
            return false;
        }
        cost += rounds * signature.cost();
        return true;
    }

    /** Whether something of a wrong shape is to be put here, one time in a thousand or more. */
    boolean slips() {
        return dice.below(1_000) < risk;
    }

    /** How often things of a wrong shape are put in what follows, in thousandths. */
    void risk(int thousandths) {
        risk = thousandths;
    }
}
