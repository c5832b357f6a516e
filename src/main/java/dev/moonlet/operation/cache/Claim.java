package dev.moonlet.operation.cache;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The right to compute a value: one has it at a time, and the others are told when that one has
 * given it up, with or without a value.
 */
public final class Claim {

    private final Object by;
    private final Set<Runnable> waiting = new LinkedHashSet<>();
    private Runnable leave = () -> {};
    private boolean released;

    /**
     * A claim that nobody has granted yet.
     *
     * @param by who makes it, told from others by identity
     */
    public Claim(Object by) {
        this.by = by;
    }

    public Object by() {
        return by;
    }

    /** Gives it up for good, granted or not, from any thread. */
    public void release() {
        leave().forEach(Runnable::run);
    }

    /** Has something done when it is given up; at once if it has been. */
    public void onRelease(Runnable action) {
        if (!waits(action)) {
            action.run();
        }
    }

    /** Has it not done. */
    public synchronized void forget(Runnable action) {
        waiting.remove(action);
    }

    /** Takes the place of those who compute a key, unless another has it: that one is returned. */
    synchronized @Nullable Claim enter(ConcurrentMap<Key, Claim> claims, Key key) {
        if (released) {
            return this;
        }
        Claim other = claims.putIfAbsent(key, this);
        if (other == null) {
            leave = () -> claims.remove(key, this);
        }
        return other;
    }

    private synchronized List<Runnable> leave() {
        released = true;
        leave.run();
        List<Runnable> told = List.copyOf(waiting);
        waiting.clear();
        return told;
    }

    private synchronized boolean waits(Runnable action) {
        return !released && waiting.add(action);
    }
}
