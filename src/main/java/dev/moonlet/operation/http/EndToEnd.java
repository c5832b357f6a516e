package dev.moonlet.operation.http;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Headers that are for whoever is at the other end, not for the next hop: RFC 9110, 7.6.1. */
public final class EndToEnd {

    private static final String CONNECTION = "connection";

    private static final Set<String> HOP_BY_HOP =
            Set.of(
                    CONNECTION,
                    "http2-settings",
                    "keep-alive",
                    "te",
                    "trailer",
                    "transfer-encoding",
                    "upgrade");

    private EndToEnd() {}

    /** Those of a message that are passed on: {@code Connection} may name more that are not. */
    public static List<Header> of(List<Header> headers) {
        Set<String> named = new HashSet<>();
        for (Header each : headers) {
            if (each.isNamed(CONNECTION)) {
                for (String name : each.value().split(",", -1)) {
                    named.add(name.strip().toLowerCase(Locale.ROOT));
                }
            }
        }
        return headers.stream().filter(each -> isPassedOn(each, named)).toList();
    }

    private static boolean isPassedOn(Header header, Set<String> named) {
        String name = header.name().toLowerCase(Locale.ROOT);
        return !HOP_BY_HOP.contains(name) && !name.startsWith("proxy-") && !named.contains(name);
    }
}
