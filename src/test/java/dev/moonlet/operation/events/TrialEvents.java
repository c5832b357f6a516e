package dev.moonlet.operation.events;

import dev.moonlet.operation.Dispatcher;
import org.springframework.util.unit.DataSize;

/** Events of a test's own, of which five may wait for a listener, or 10 KB. */
public final class TrialEvents {

    private final Events events = new Events(new EventsProperties(5, DataSize.ofKilobytes(10)));

    public Events events() {
        return events;
    }

    public Dispatcher<?> dispatcher() {
        return new EventDispatcher(events);
    }
}
