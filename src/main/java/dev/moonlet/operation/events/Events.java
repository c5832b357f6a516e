package dev.moonlet.operation.events;

import dev.moonlet.operation.PlainValues;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells all in this JVM who listen, scripts and {@link EventListener}s, what has happened. */
@Component
public final class Events {

    private static final Logger LOG = LoggerFactory.getLogger(Events.class);

    private final EventsProperties properties;
    private final Map<String, Set<Subscription>> byPattern = new ConcurrentHashMap<>();
    private final AtomicInteger listeners = new AtomicInteger();
    private final LongAdder emitted = new LongAdder();
    private final LongAdder dropped = new LongAdder();

    Events(EventsProperties properties) {
        this.properties = properties;
    }

    /**
     * Tells that something has happened.
     *
     * @param payload is copied: null, Booleans, numbers, texts, Collections and Maps
     * @return how many are told
     * @throws IllegalArgumentException if the name is none, or the payload is too large or has
     *     anything else in it
     */
    public int emit(String name, Map<String, ?> payload) {
        return emitPlain(name, PlainValues.copy(payload));
    }

    /** The same, of a payload that nobody changes. */
    int emitPlain(String name, Map<String, @Nullable Object> payload) {
        if (!EventNames.isName(name)) {
            throw new IllegalArgumentException(
                    "'%s' is no name of an event: write orders.created".formatted(name));
        }
        Event event = Event.of(name, payload);
        if (event.size() > properties.maxUndeliveredSize().toBytes()) {
            throw new IllegalArgumentException(
                    "the event %s takes %d bytes, and moonlet.events.max-undelivered-size is %d:"
                                    .formatted(
                                            name,
                                            event.size(),
                                            properties.maxUndeliveredSize().toBytes())
                            + " send less, and say where the rest is");
        }
        emitted.increment();
        int told = 0;
        for (String pattern : EventNames.patternsOf(name)) {
            for (Subscription each : byPattern.getOrDefault(pattern, Set.of())) {
                told += tell(each, event) ? 1 : 0;
            }
        }
        return told;
    }

    private boolean tell(Subscription listener, Event event) {
        int late = listener.offer(event, properties);
        if (late > 0) {
            dropped.add(late);
            LOG.debug("a listener of {} is too slow: {} dropped", listener.pattern(), late);
        }
        return late >= 0;
    }

    /** Tells a subscription what happens from now on, until it is closed. */
    void add(Subscription subscription) {
        String pattern = subscription.pattern();
        subscription.begin(
                () -> {
                    byPattern.compute(
                            pattern,
                            (_, some) -> with(some == null ? newSet() : some, subscription));
                    listeners.incrementAndGet();
                },
                () -> {
                    byPattern.computeIfPresent(pattern, (_, some) -> without(some, subscription));
                });
    }

    private static Set<Subscription> newSet() {
        return ConcurrentHashMap.newKeySet();
    }

    private static Set<Subscription> with(Set<Subscription> some, Subscription one) {
        some.add(one);
        return some;
    }

    private @Nullable Set<Subscription> without(Set<Subscription> some, Subscription one) {
        if (some.remove(one)) {
            listeners.decrementAndGet();
        }
        return some.isEmpty() ? null : some;
    }

    /** How many listen. */
    public int listeners() {
        return listeners.get();
    }

    /** How many events there have been. */
    public long emitted() {
        return emitted.sum();
    }

    /** How many were dropped because a listener was too slow. */
    public long dropped() {
        return dropped.sum();
    }
}
