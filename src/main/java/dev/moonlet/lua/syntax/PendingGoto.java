package dev.moonlet.lua.syntax;

import java.util.Comparator;
import java.util.List;

/** A goto whose label has not come yet, or a break outside a loop, which waits in vain. */
final class PendingGoto {

    static final Comparator<PendingGoto> IN_ORDER =
            Comparator.<PendingGoto>comparingInt(jump -> jump.at.line())
                    .thenComparingInt(jump -> jump.at.column());

    private static final String BREAK = "break";

    private final String name;
    private final Position at;
    private final BlockScope block;
    private final int visible;
    private final List<Statement> statements;
    private final int index;

    private PendingGoto(
            String name, Position at, FunctionScope function, List<Statement> statements) {
        this.name = name;
        this.at = at;
        this.block = function.block();
        this.visible = function.visible().size();
        this.statements = statements;
        this.index = statements.size();
    }

    /** Remembers the goto that is about to be added to the statements. */
    static PendingGoto of(Token.Name label, FunctionScope function, List<Statement> statements) {
        return new PendingGoto(label.text(), label.at(), function, statements);
    }

    static PendingGoto ofBreak(Position at, FunctionScope function) {
        return new PendingGoto(BREAK, at, function, List.of());
    }

    String name() {
        return name;
    }

    int line() {
        return at.line();
    }

    /** How many locals of the function were in sight when it left the blocks within this one. */
    int visibleIn(BlockScope outer) {
        int seen = visible;
        for (BlockScope left = block; left != null && left != outer; left = left.parent()) {
            seen = left.visible();
        }
        return seen;
    }

    void resolve(Label label) {
        statements.set(index, new Statement.Goto(statements.get(index).at(), label));
    }

    String neverResolved() {
        return name.equals(BREAK)
                ? "break outside loop at line " + line()
                : "no visible label '%s' for <goto> at line %d".formatted(name, line());
    }
}
