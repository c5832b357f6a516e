package dev.moonlet.operation.events;

import dev.moonlet.operation.Operation;
import dev.moonlet.security.Permission;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What scripts ask of events. */
public sealed interface EventOperation extends Operation {

    /** Answered by how many were told. */
    record Emit(String name, Map<String, @Nullable Object> payload) implements EventOperation {

        @Override
        public Optional<Permission> permission() {
            return Optional.of(new Permission("events.emit", name));
        }
    }

    /** Has a subscription hear from now on. */
    record Listen(Subscription subscription) implements EventOperation {

        @Override
        public Optional<Permission> permission() {
            return Optional.of(new Permission("events.listen", subscription.pattern()));
        }
    }
}
