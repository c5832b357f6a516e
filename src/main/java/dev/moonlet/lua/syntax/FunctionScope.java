package dev.moonlet.lua.syntax;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A function that is being parsed: its locals in sight, its blocks and its upvalues. */
final class FunctionScope {

    private final FunctionBody body;
    private final @Nullable FunctionScope parent;
    private final List<Local> visible = new ArrayList<>();
    private final Set<Local> upvalues = new LinkedHashSet<>();
    private BlockScope block = new BlockScope(null, false, 0, 0);
    private int declared;

    FunctionScope(FunctionBody body, @Nullable FunctionScope parent) {
        this.body = body;
        this.parent = parent;
    }

    FunctionBody body() {
        return body;
    }

    @Nullable FunctionScope parent() {
        return parent;
    }

    List<Local> visible() {
        return visible;
    }

    Set<Local> upvalues() {
        return upvalues;
    }

    BlockScope block() {
        return block;
    }

    /** Counts locals, and returns how many there are now. */
    int declare(int count) {
        declared += count;
        return declared;
    }

    void enterBlock(boolean loop) {
        block = new BlockScope(block, loop, visible.size(), declared);
    }

    /** Ends the innermost block, and returns its locals, which are out of sight now. */
    List<Local> leaveBlock() {
        BlockScope left = block;
        declared = left.declared();
        List<Local> own = visible.subList(left.visible(), visible.size());
        List<Local> gone = List.copyOf(own);
        own.clear();
        BlockScope outer = left.parent();
        if (outer != null) {
            left.passOn(outer);
            block = outer;
        }
        return gone;
    }

    /** As messages name it. */
    String description() {
        return body.parent().isEmpty() ? "main function" : "function at line " + body.at().line();
    }
}
