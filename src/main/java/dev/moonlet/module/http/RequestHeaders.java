package dev.moonlet.module.http;

import dev.moonlet.operation.http.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The headers of a request that a script sends. */
final class RequestHeaders {

    private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e]*");

    /** They say where a message goes and where it ends, which is the client's business alone. */
    private static final Set<String> FRAMING =
            Set.of(
                    "connection",
                    "content-length",
                    "expect",
                    "host",
                    "http2-settings",
                    "keep-alive",
                    "proxy-authorization",
                    "proxy-connection",
                    "te",
                    "trailer",
                    "transfer-encoding",
                    "upgrade");

    private final List<Header> all = new ArrayList<>();

    /** Adds a header, unless it is none that scripts may send. */
    void add(String name, String value) {
        if (!ReadReply.TOKEN.matcher(name).matches()) {
            throw new IllegalArgumentException("'%s' is no name of a header".formatted(name));
        }
        if (FRAMING.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(
                    "the header '%s' is set by the client alone".formatted(name));
        }
        if (!VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "the header '%s' has a character that no header may have".formatted(name));
        }
        all.add(new Header(name, value));
    }

    boolean has(String name) {
        return all.stream().anyMatch(each -> each.name().equalsIgnoreCase(name));
    }

    List<Header> all() {
        return List.copyOf(all);
    }
}
