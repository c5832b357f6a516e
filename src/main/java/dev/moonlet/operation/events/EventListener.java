package dev.moonlet.operation.events;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A bean that is told of events, one after the other, on a thread of its own. */
public interface EventListener {

    /** Which events: a name, what several begin with and {@code .*}, or {@code *} for all. */
    String pattern();

    /**
     * Something has happened.
     *
     * @param payload null, Boolean, Long, Double, String, List and Map, which nobody can change
     */
    void heard(String name, Map<String, @Nullable Object> payload) throws Exception;
}
