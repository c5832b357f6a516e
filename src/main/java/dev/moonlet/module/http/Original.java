package dev.moonlet.module.http;

import dev.moonlet.lua.value.Failures;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A request as it came over the wire, to be sent on.
 *
 * @param version of the protocol that it came by: {@code 1.1}
 * @param headers in any case; the bytes of their values are characters
 */
public record Original(
        String method,
        String path,
        Optional<String> query,
        String version,
        List<Reply.Header> headers,
        Origin origin) {

    /** Nothing can be sent on here. */
    public static final Supplier<Original> NONE =
            () -> {
                throw Failures.of("a request can't be forwarded here");
            };

    /**
     * Who has sent it, by which scheme, and to which host, with the port if it was named.
     *
     * @param address the address of who has sent it
     */
    public record Origin(String address, String scheme, String host) {}
}
