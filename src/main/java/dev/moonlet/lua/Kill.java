package dev.moonlet.lua;

/** Unwinds a script that has passed a limit: an {@link Error}, which no {@code pcall} catches. */
final class Kill extends Error {

    private final Failure reason;

    Kill(Failure reason) {
        super(reason.message(), null, false, false);
        this.reason = reason;
    }

    Failure reason() {
        return reason;
    }
}
