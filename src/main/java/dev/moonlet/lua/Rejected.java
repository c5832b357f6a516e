package dev.moonlet.lua;

/** Thrown by a call whose arguments can't be made of what the outside has sent. */
public final class Rejected extends RuntimeException {

    /**
     * Rejects what the outside has sent.
     *
     * @param message for whoever sent it
     */
    public Rejected(String message) {
        super(message, null, false, false);
    }
}
