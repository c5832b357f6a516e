package dev.moonlet.lua;

import java.util.ArrayList;
import java.util.List;

/** What an invocation listens to, and what else is to be ended at the latest when it is over. */
abstract class Endings {

    private final List<Runnable> sources = new ArrayList<>();
    private final List<Runnable> endings = new ArrayList<>();

    /**
     * Listens to something that {@linkplain Tasks#post posts}: those that wait may be woken by it.
     *
     * @param end what ends that, done at the latest when all is over
     */
    public final void listen(Runnable end) {
        sources.add(end);
    }

    /** Listens no more. */
    public final void hush(Runnable end) {
        if (sources.remove(end)) {
            end.run();
        }
    }

    /** How many things are listened to. */
    public final int sources() {
        return sources.size();
    }

    /** Has something done by {@link #finish}, or when all is over. */
    public final void onEnd(Runnable end) {
        endings.add(end);
    }

    /** Does now what was to be done at the end. */
    public final void finish(Runnable end) {
        if (endings.remove(end)) {
            end.run();
        }
    }

    final void endAll() {
        List.copyOf(sources).forEach(this::hush);
        List.copyOf(endings).forEach(this::finish);
    }
}
