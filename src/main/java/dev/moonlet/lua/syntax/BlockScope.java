package dev.moonlet.lua.syntax;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A block that is being parsed: its labels, and the gotos in it that wait for one. */
final class BlockScope {

    private final @Nullable BlockScope parent;
    private final boolean inLoop;
    private final int visible;
    private final int declared;
    private final Map<String, Label> labels = new HashMap<>();
    private Map<String, List<PendingGoto>> pending = new HashMap<>();

    /**
     * Begins a block.
     *
     * @param visible how many locals of the function are in sight
     * @param declared how many locals count against the function's limit
     */
    BlockScope(@Nullable BlockScope parent, boolean loop, int visible, int declared) {
        this.parent = parent;
        this.inLoop = loop || (parent != null && parent.inLoop);
        this.visible = visible;
        this.declared = declared;
    }

    @Nullable BlockScope parent() {
        return parent;
    }

    boolean inLoop() {
        return inLoop;
    }

    int visible() {
        return visible;
    }

    int declared() {
        return declared;
    }

    /** The label in sight that has the name. */
    @Nullable Label label(String name) {
        for (BlockScope block = this; block != null; block = block.parent) {
            Label label = block.labels.get(name);
            if (label != null) {
                return label;
            }
        }
        return null;
    }

    void await(PendingGoto jump) {
        pending.computeIfAbsent(jump.name(), _ -> new ArrayList<>(1)).add(jump);
    }

    /** Adds a label, and returns the gotos that have waited for it. */
    List<PendingGoto> add(Label label) {
        labels.put(label.name(), label);
        return Optional.ofNullable(pending.remove(label.name())).orElse(List.of());
    }

    /** The first of the gotos that still wait. */
    Optional<PendingGoto> firstPending() {
        if (pending.isEmpty()) {
            return Optional.empty();
        }
        return pending.values().stream().map(List::getFirst).min(PendingGoto.IN_ORDER);
    }

    /** Hands the gotos that still wait over to the block around this one, the fewer to the more. */
    void passOn(BlockScope target) {
        Map<String, List<PendingGoto>> earlier = target.pending;
        if (earlier.size() < pending.size()) {
            earlier.forEach((name, jumps) -> pending.merge(name, jumps, (b, a) -> joined(a, b)));
            target.pending = pending;
        } else {
            pending.forEach((name, jumps) -> earlier.merge(name, jumps, BlockScope::joined));
        }
    }

    private static List<PendingGoto> joined(List<PendingGoto> first, List<PendingGoto> second) {
        first.addAll(second);
        return first;
    }
}
