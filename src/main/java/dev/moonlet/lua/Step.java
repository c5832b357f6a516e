package dev.moonlet.lua;

/**
 * How far a coroutine came when it was last resumed.
 *
 * @param <T> what it returns in the end
 */
public sealed interface Step<T> {

    /** It is done. */
    record Returned<T>(T value) implements Step<T> {}

    /** It waits to be resumed with the answer to what it yielded. */
    record Yielded<T>(Object request) implements Step<T> {}

    /** It waits for another coroutine or for a timer. */
    record Parked<T>() implements Step<T> {}

    /** What it has called has yielded, and goes on when a script resumes it. */
    record Left<T>() implements Step<T> {}

    /** It ended in a failure. */
    record Failed<T>(Failure failure) implements Step<T> {}
}
