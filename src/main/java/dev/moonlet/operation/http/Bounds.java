package dev.moonlet.operation.http;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far a request may go.
 *
 * @param timeout how long it may take with its redirects; else the operator's
 * @param maxSize how many bytes the body of its response may have; else the operator's
 * @param redirects how many are followed; with none, a redirect is a response like any other
 */
public record Bounds(Optional<Duration> timeout, OptionalLong maxSize, int redirects) {

    /** As many as browsers' users put up with. */
    public static final int REDIRECTS = 5;

    public static final Bounds USUAL =
            new Bounds(Optional.empty(), OptionalLong.empty(), REDIRECTS);
}
