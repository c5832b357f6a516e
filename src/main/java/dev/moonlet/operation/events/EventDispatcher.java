package dev.moonlet.operation.events;

import dev.moonlet.operation.Dispatcher;
import dev.moonlet.operation.Kind;
import dev.moonlet.operation.OperationFailed;
import dev.moonlet.operation.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Performs what scripts ask of events. */
@Component
final class EventDispatcher implements Dispatcher<EventOperation> {

    private final Events events;

    EventDispatcher(Events events) {
        this.events = events;
    }

    @Override
    public @Nullable Object perform(EventOperation operation, Scope scope) throws OperationFailed {
        switch (operation) {
            case EventOperation.Emit(var name, var payload) -> {
                try {
                    return events.emitPlain(name, payload);
                } catch (IllegalArgumentException wrong) {
                    throw new OperationFailed(Kind.INVALID, String.valueOf(wrong.getMessage()));
                }
            }
            case EventOperation.Listen(var subscription) -> {
                events.add(subscription);
                return null;
            }
        }
    }
}
