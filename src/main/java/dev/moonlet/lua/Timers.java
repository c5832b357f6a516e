package dev.moonlet.lua;

import dev.moonlet.lua.memory.Holdings;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What is to happen in an invocation at certain times. */
public final class Timers {

    private final TreeSet<Timer> queue = new TreeSet<>();
    private Map<Long, Timer> ofScripts = Map.of();
    private Set<Long> repeating = Set.of();
    private int timeouts;
    private int intervals;
    private long last;

    Timers() {}

    /** A number that no timer of this invocation has had. */
    public long nextId() {
        return ++last;
    }

    /** What has this number happens until it is {@linkplain #clear cleared}. */
    public void repeat(long id) {
        if (repeating.isEmpty()) {
            repeating = new HashSet<>();
        }
        repeating.add(id);
    }

    /** Whether something of this number is to happen again. */
    public boolean repeats(long id) {
        return repeating.contains(id);
    }

    /** Drops a timer that a script has set, if it is there, and for good. */
    public void clear(long id) {
        if (repeats(id)) {
            repeating.remove(id);
        }
        cancel(id);
    }

    /** Adds a timer; one that a script has set already by its number is replaced. */
    public void add(Timer timer) {
        if (timer.kind() != Timer.Kind.SLEEP) {
            cancel(timer.id());
            ofScripts = ofScripts.isEmpty() ? new HashMap<>() : ofScripts;
            ofScripts.put(timer.id(), timer);
        }
        queue.add(timer);
        count(timer, 1);
    }

    private void cancel(long id) {
        Timer timer = ofScripts.get(id);
        if (timer != null) {
            cancel(timer);
        }
    }

    /** Drops a timer, if it is there. */
    public void cancel(Timer timer) {
        if (queue.remove(timer)) {
            count(timer, -1);
            if (timer.kind() != Timer.Kind.SLEEP) {
                ofScripts.remove(timer.id());
            }
        }
    }

    private void count(Timer timer, int more) {
        switch (timer.kind()) {
            case TIMEOUT -> timeouts += more;
            case INTERVAL -> intervals += more;
            case SLEEP -> {}
        }
    }

    /** How many are to happen once; other threads see about how many. */
    public int timeouts() {
        return timeouts;
    }

    /** How many happen again and again; other threads see about how many. */
    public int intervals() {
        return intervals;
    }

    /** When the first is due; never, if there is none. */
    public long due() {
        return queue.isEmpty() ? Long.MAX_VALUE : queue.first().due();
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    void clear() {
        queue.forEach(timer -> count(timer, -1));
        queue.clear();
        ofScripts = Map.of();
        repeating = Set.of();
    }

    /** Has those happen that are due by now, in their order. */
    void fire(long now) {
        while (!queue.isEmpty() && queue.first().due() <= now) {
            Timer timer = queue.first();
            cancel(timer);
            timer.action().run();
        }
    }

    /** Adds what they take, and what of the script they are for. */
    void look(Holdings holdings) {
        holdings.add(queue).add(ofScripts).add(repeating);
    }
}
