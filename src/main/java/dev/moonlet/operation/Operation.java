package dev.moonlet.operation;

import dev.moonlet.security.Permission;
import java.util.Optional;

/** Something that a script asks of the outside world: a record, performed by its dispatcher. */
public interface Operation {

    /** What the caller must be allowed to do; nothing if anyone may. */
    default Optional<Permission> permission() {
        return Optional.empty();
    }

    /** What people who run the service may read of it: nothing that a script sends or keeps. */
    default String title() {
        String type = getClass().getSimpleName();
        return permission().map(needed -> type + " " + needed.resource()).orElse(type);
    }
}
