package dev.moonlet.lua.compiler;

import dev.moonlet.lua.syntax.Label;
import java.lang.classfile.TypeKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/**
 * The ways out of a function's blocks: return, break and goto. Each first closes what is to be
 * closed in the blocks that it leaves.
 */
final class Jumps {

    private static final Callee EXIT = Callee.function(Exit.TYPE, "to", Exit.TYPE, Symbols.INT);

    private final Emitter out;
    private final Map<Label, java.lang.classfile.Label> labels = new HashMap<>();
    private final Map<Label, Integer> depths = new HashMap<>();
    private final Deque<java.lang.classfile.Label> breaks = new ArrayDeque<>();
    private final Deque<Integer> breakLines = new ArrayDeque<>();
    private final Deque<Integer> breakDepths = new ArrayDeque<>();
    private final Deque<Runnable> closers = new ArrayDeque<>();

    Jumps(Emitter out) {
        this.out = out;
    }

    /** Whether something is to be closed before the function may return. */
    boolean closing() {
        return !closers.isEmpty();
    }

    void enterClosing(Runnable closer) {
        closers.push(closer);
    }

    void leaveClosing() {
        closers.pop();
    }

    /**
     * Begins a loop.
     *
     * @param line where what a break leaves is closed
     */
    void enterLoop(java.lang.classfile.Label end, int line) {
        breaks.push(end);
        breakLines.push(line);
        breakDepths.push(closers.size());
    }

    void leaveLoop() {
        breaks.pop();
        breakLines.pop();
        breakDepths.pop();
    }

    void toBreak() {
        if (breaks.isEmpty()) {
            leave(Exit.BREAK);
            return;
        }
        if (closers.size() > breakDepths.element()) {
            out.line(breakLines.element());
        }
        closeDownTo(breakDepths.element());
        out.code().goto_(breaks.element());
    }

    void to(Label target) {
        Integer depth = depths.get(target);
        if (depth == null) {
            leave(out.function().exits().orElseThrow().labels().indexOf(target));
            return;
        }
        closeDownTo(depth);
        out.poll();
        out.code().goto_(label(target));
    }

    /** A label of a block that begins: what is to be closed around it is known from here on. */
    void announce(Label label) {
        depths.put(label, closers.size());
    }

    void bind(Label label) {
        out.code().labelBinding(label(label));
    }

    /** Returns what is on the stack. */
    void leave(TypeKind kind) {
        if (closing()) {
            int kept = out.code().allocateLocal(kind);
            out.code().storeLocal(kind, kept);
            closeDownTo(0);
            out.code().loadLocal(kind, kept);
        }
        out.code().return_(kind);
    }

    /** Leaves a piece of a function for where its caller knows the way to. */
    private void leave(int exit) {
        closeDownTo(0);
        out.code().loadConstant(exit);
        out.call(EXIT);
        out.code().areturn();
    }

    private void closeDownTo(int depth) {
        Iterator<Runnable> inner = closers.iterator();
        for (int i = closers.size(); i > depth; i--) {
            inner.next().run();
        }
    }

    private java.lang.classfile.Label label(Label label) {
        return labels.computeIfAbsent(label, _ -> out.code().newLabel());
    }
}
