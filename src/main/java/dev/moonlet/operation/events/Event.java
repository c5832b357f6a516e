package dev.moonlet.operation.events;

import dev.moonlet.operation.PlainValues;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that has happened.
 *
 * @param payload {@link PlainValues}
 * @param size about how many bytes it takes
 */
public record Event(String name, Map<String, @Nullable Object> payload, long size) {

    static Event of(String name, Map<String, @Nullable Object> payload) {
        return new Event(name, payload, PlainValues.size(name) + PlainValues.size(payload));
    }
}
