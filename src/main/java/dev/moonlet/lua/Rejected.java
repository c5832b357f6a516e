package dev.moonlet.lua;

import java.util.List;

/** Thrown by a call whose arguments can't be made of what the outside has sent. */
public final class Rejected extends RuntimeException {

    private final transient Failure.Rejected failure;

    /**
     * Rejects what the outside has sent.
     *
     * @param message for whoever sent it
     */
    public Rejected(String message, List<Reason> reasons) {
        this(new Failure.Rejected(message, reasons, false));
    }

    private Rejected(Failure.Rejected failure) {
        super(failure.message(), null, false, false);
        this.failure = failure;
    }

    /** Rejects what is more than is taken. */
    public static Rejected tooLarge(String message) {
        return new Rejected(new Failure.Rejected(message, List.of(), true));
    }

    Failure.Rejected failure() {
        return failure;
    }

    /**
     * One thing that is wrong with what the outside has sent.
     *
     * @param pointer where, as a JSON pointer; empty for the whole
     * @param message what, as the end of a sentence
     */
    public record Reason(String pointer, String message) {

        /** What stands in a JSON pointer for a name. */
        public static String escaped(String name) {
            return name.replace("~", "~0").replace("/", "~1");
        }
    }
}
