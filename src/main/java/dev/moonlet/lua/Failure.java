package dev.moonlet.lua;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a script did not return. */
public sealed interface Failure {

    /** What to tell the people who write and run the script; never a client. */
    String message();

    /**
     * An error that the script raised and did not catch.
     *
     * @param message with the script and the line where it was raised
     * @param error what the call has made of it, if it is more than a message
     */
    record Raised(String message, @Nullable Object error) implements Failure {

        /** An error that is a message and nothing else. */
        public Raised(String message) {
            this(message, null);
        }
    }

    /**
     * A limit that the script ran into; it can't be caught in Lua.
     *
     * @param limit its name
     * @param where the script and the line that it had reached
     */
    record Killed(String limit, String value, String where) implements Failure {

        /** What scripts may hold together. */
        static final String HEAP = "heap";

        /** Whether it made room for others and could have gone on alone. */
        public boolean isForOthers() {
            return limit.equals(HEAP);
        }

        @Override
        public String message() {
            return "%s: killed: the limit of %s is %s".formatted(where, limit, value);
        }
    }

    /**
     * Somebody has ended the script; it can't be caught in Lua.
     *
     * @param where the script and the line that it had reached
     */
    record Canceled(String where) implements Failure {

        @Override
        public String message() {
            return where + ": canceled";
        }
    }

    /**
     * The script did not begin: what the outside has sent can't be its arguments.
     *
     * @param reasons what is wrong with which part, if that is known
     * @param isTooLarge whether it is more than is taken
     */
    record Rejected(
            String message, List<dev.moonlet.lua.Rejected.Reason> reasons, boolean isTooLarge)
            implements Failure {}
}
