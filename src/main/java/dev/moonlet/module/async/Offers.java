package dev.moonlet.module.async;

import dev.moonlet.lua.value.Held;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** What waits at a channel, in its order. */
final class Offers implements Held {

    private static final int FEW = 16;

    private final Queue<Offer> waiting = new ArrayDeque<>();
    private int enough = FEW;

    /** Adds one; those that are over go when half of all may be. */
    void add(Offer offer) {
        if (waiting.size() >= enough) {
            waiting.removeIf(Offer::isOver);
            enough = Math.max(FEW, 2 * waiting.size());
        }
        waiting.add(offer);
    }

    /** Takes the first that still waits. */
    @Nullable Offer next() {
        Offer offer = waiting.poll();
        while (offer != null && offer.isOver()) {
            offer = waiting.poll();
        }
        return offer;
    }
}
