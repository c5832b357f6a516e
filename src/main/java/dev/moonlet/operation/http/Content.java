package dev.moonlet.operation.http;

import java.io.IOException;
import java.util.Set;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** The body of a request. What may not be done twice is not sent twice. */
final class Content extends RequestBody {

    private static final Set<String> WITHOUT = Set.of("GET", "HEAD", "DELETE", "OPTIONS");
    private static final Set<String> REPEATABLE = Set.of("PUT", "DELETE", "OPTIONS");

    private final String method;
    private final byte[] bytes;

    private Content(String method, byte[] bytes) {
        this.method = method;
        this.bytes = bytes;
    }

    /** A body, which is empty where the method asks for one; or none. */
    static @Nullable Content of(Hop hop) {
        return hop.body().length == 0 && WITHOUT.contains(hop.method())
                ? null
                : new Content(hop.method(), hop.body());
    }

    /** Nothing: the headers tell it. */
    @Override
    public @Nullable MediaType contentType() {
        return null;
    }

    @Override
    public long contentLength() {
        return bytes.length;
    }

    /** The client would send a request again whose connection has broken. */
    @Override
    public boolean isOneShot() {
        return !REPEATABLE.contains(method);
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        sink.write(bytes);
    }
}
