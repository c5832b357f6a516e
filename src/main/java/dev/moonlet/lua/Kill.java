package dev.moonlet.lua;

/** Unwinds a script that has passed a limit: an {@link Error}, which no {@code pcall} catches. */
final class Kill extends Error {

    private final Failure.Killed reason;

    Kill(Failure.Killed reason) {
        super(reason.message(), null, false, false);
        this.reason = reason;
    }

    Failure.Killed reason() {
        return reason;
    }
}
