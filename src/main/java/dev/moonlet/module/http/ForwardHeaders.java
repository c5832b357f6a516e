package dev.moonlet.module.http;

import dev.moonlet.lua.value.Poll;
import dev.moonlet.operation.http.EndToEnd;
import dev.moonlet.operation.http.Header;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.luaj.vm2.LuaValue;

/**
 * The headers of a request that is sent on: the client's, but none that proves who it is, nor what
 * it claims about others that it has come by; what the script says; and where it came from.
 */
final class ForwardHeaders {

    static final String VIA = "Via";

    /** Whom all Moonlets are in a {@code Via}. */
    static final String SELF = "moonlet";

    private static final Set<String> KEPT_BACK =
            Set.of(
                    "authorization",
                    "content-length",
                    "cookie",
                    "expect",
                    "forwarded",
                    "host",
                    "x-real-ip");

    private static final String CLAIMS = "x-forwarded-";

    private final RequestHeaders added = new RequestHeaders();
    private final Set<String> said = new HashSet<>();
    private final boolean keepsHost;

    /** What the script says; a header that can't be sent is an IllegalArgumentException. */
    ForwardHeaders(Options options) {
        keepsHost = options.value("preserve_host") == LuaValue.TRUE;
        if (options.has("headers")) {
            Options given = options.within("headers");
            options.each("headers", (name, value) -> read(name, given.value(name), value));
        }
    }

    /** All that are sent. */
    List<Header> of(Original original) {
        List<Header> headers = new ArrayList<>();
        for (Header each : EndToEnd.of(sent(original))) {
            String name = each.name().toLowerCase(Locale.ROOT);
            if (!KEPT_BACK.contains(name) && !name.startsWith(CLAIMS) && !said.contains(name)) {
                headers.add(each);
            }
        }
        headers.addAll(added.all());
        addOrigin(original.origin(), headers);
        headers.add(new Header(VIA, original.version() + " " + SELF));
        if (keepsHost) {
            headers.add(new Header("Host", original.origin().host()));
        }
        // Else the client would choose, and decode what it gets.
        addMissing("Accept-Encoding", "identity", headers);
        addMissing("User-Agent", "Moonlet", headers);
        return headers;
    }

    private void read(String name, LuaValue given, String value) {
        Poll.poll();
        if (name.equalsIgnoreCase(VIA)) {
            throw new IllegalArgumentException(
                    "the header 'Via' is set by the service alone, which finds loops by it");
        }
        if (given == LuaValue.TRUE) {
            throw new IllegalArgumentException(
                    "the header '%s' is true: a text, a list of texts or false expected"
                            .formatted(name));
        }
        said.add(name.toLowerCase(Locale.ROOT));
        if (given != LuaValue.FALSE) {
            added.add(name, value);
        }
    }

    private void addOrigin(Original.Origin origin, List<Header> headers) {
        addUnsaid(
                "Forwarded",
                "for=\"%s\";host=\"%s\";proto=%s"
                        .formatted(bracketed(origin.address()), origin.host(), origin.scheme()),
                headers);
        addUnsaid("X-Forwarded-For", origin.address(), headers);
        addUnsaid("X-Forwarded-Host", origin.host(), headers);
        addUnsaid("X-Forwarded-Proto", origin.scheme(), headers);
    }

    private void addUnsaid(String name, String value, List<Header> headers) {
        if (!said.contains(name.toLowerCase(Locale.ROOT))) {
            headers.add(new Header(name, value));
        }
    }

    private static String bracketed(String address) {
        return address.contains(":") && !address.startsWith("[") ? "[" + address + "]" : address;
    }

    private static void addMissing(String name, String value, List<Header> headers) {
        if (headers.stream().noneMatch(each -> each.name().equalsIgnoreCase(name))) {
            headers.add(new Header(name, value));
        }
    }

    private static List<Header> sent(Original original) {
        return original.headers().stream()
                .map(each -> new Header(each.name(), each.value()))
                .toList();
    }
}
