package dev.moonlet.invocation;

import dev.moonlet.lua.Failure;

/**
 * What became of an invocation.
 *
 * @param <T> what the script's results became
 */
public sealed interface Outcome<T> {

    record Returned<T>(T result) implements Outcome<T> {}

    record Failed<T>(Failure failure) implements Outcome<T> {}

    /** It did not begin: no state came free in time. */
    record Refused<T>(String reason) implements Outcome<T> {}
}
