package dev.moonlet.operation.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * Hosts that the operator allows, as an entry of a list: {@code api.example.com:8443}.
 *
 * @param host a host; with {@code isWildcard} what its name ends with
 * @param port or {@link #ANY_PORT}
 */
record HostPattern(boolean isWildcard, String host, int port) {

    private static final int ANY_PORT = -1;

    private static final Pattern FORM =
            Pattern.compile("(\\*(?:\\.(?=.))?)?([^:*/\\[\\]]*|\\[[^\\[\\]]+])(?::(\\d{1,5}))?");

    static HostPattern of(String entry) {
        Matcher parts = FORM.matcher(entry.strip());
        if (!parts.matches() || isSplitName(parts)) {
            throw wrong(entry);
        }
        boolean isWildcard = parts.group(1) != null;
        String host = parts.group(2).isEmpty() && isWildcard ? "" : canonical(entry, parts);
        int port = parts.group(3) == null ? ANY_PORT : Integer.parseInt(parts.group(3));
        return new HostPattern(isWildcard, isWildcard && !host.isEmpty() ? "." + host : host, port);
    }

    boolean matches(String wanted, int wantedPort) {
        return (port == ANY_PORT || port == wantedPort)
                && (isWildcard ? wanted.endsWith(host) : wanted.equals(host));
    }

    /** A star stands for whole labels. */
    private static boolean isSplitName(Matcher parts) {
        return "*".equals(parts.group(1)) && !parts.group(2).isEmpty();
    }

    /** As the client spells it: in lower case, and in ASCII. */
    private static String canonical(String entry, Matcher parts) {
        try {
            return new HttpUrl.Builder().scheme("http").host(parts.group(2)).build().host();
        } catch (IllegalArgumentException noHost) {
            throw wrong(entry);
        }
    }

    private static IllegalArgumentException wrong(String entry) {
        return new IllegalArgumentException(
                ("moonlet.client.hosts has '%s': write api.example.com, *.example.com,"
                                + " api.example.com:8443, [2001:db8::1] or *")
                        .formatted(entry));
    }
}
