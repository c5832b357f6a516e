package dev.moonlet.revision.activation;

/** Somebody else is deciding on what is served. */
public final class Busy extends RuntimeException {

    Busy() {
        super("another revision is being prepared: ask again when that is done");
    }
}
