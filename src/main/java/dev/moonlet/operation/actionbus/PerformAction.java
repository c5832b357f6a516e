package dev.moonlet.operation.actionbus;

import dev.moonlet.operation.Operation;
import dev.moonlet.security.Permission;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Has an action of Java's done; answered by its result, as {@link
 * dev.moonlet.operation.PlainValues}.
 */
public record PerformAction(String name, Map<String, @Nullable Object> payload)
        implements Operation {

    @Override
    public Optional<Permission> permission() {
        return Optional.of(new Permission("actionbus.dispatch", name));
    }
}
