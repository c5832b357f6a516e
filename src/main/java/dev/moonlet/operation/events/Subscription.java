package dev.moonlet.operation.events;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What a listener has not heard yet. If that gets too much, the oldest is dropped: who emits waits
 * for nobody.
 */
public final class Subscription {

    private final String pattern;
    private final Runnable arrived;
    private final Deque<Event> events = new ArrayDeque<>();
    private long size;
    private Runnable leave = () -> {};
    private boolean closed;

    /**
     * A subscription that hears nothing yet.
     *
     * @param pattern the names that it is for
     * @param arrived is done when there is an event and there was none, on the thread that has
     *     emitted it
     */
    public Subscription(String pattern, Runnable arrived) {
        this.pattern = pattern;
        this.arrived = arrived;
    }

    public String pattern() {
        return pattern;
    }

    /** The next event, if there is one. */
    public synchronized @Nullable Event poll() {
        Event event = events.pollFirst();
        size -= event == null ? 0 : event.size();
        return event;
    }

    public synchronized boolean isEmpty() {
        return events.isEmpty();
    }

    /** Hears nothing more, from any thread, and drops what it has not heard yet. */
    public synchronized void close() {
        closed = true;
        events.clear();
        leave.run();
    }

    /** It hears from now on, unless it is closed already. */
    synchronized void begin(Runnable entering, Runnable leaving) {
        if (!closed) {
            entering.run();
            leave = leaving;
        }
    }

    /** Takes an event; returns how many were dropped for it, or -1 if nobody listens any more. */
    int offer(Event event, EventsProperties limits) {
        boolean first;
        int dropped;
        synchronized (this) {
            if (closed) {
                return -1;
            }
            first = events.isEmpty();
            dropped = add(event, limits);
        }
        if (first) {
            arrived.run();
        }
        return dropped;
    }

    private int add(Event event, EventsProperties limits) {
        int dropped = 0;
        while (events.size() >= limits.maxUndelivered()
                || (!events.isEmpty()
                        && size + event.size() > limits.maxUndeliveredSize().toBytes())) {
            poll();
            dropped++;
        }
        events.addLast(event);
        size += event.size();
        return dropped;
    }
}
