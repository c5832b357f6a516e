package dev.moonlet.operation.http;

import dev.moonlet.operation.Kind;
import dev.moonlet.operation.OperationFailed;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import okhttp3.HttpUrl;

/** One request of those that a redirected request becomes. */
record Hop(String method, HttpUrl url, List<Header> headers, byte[] body) {

    private static final Set<String> CREDENTIALS = Set.of("authorization", "cookie");

    private static final Set<String> OF_BODY =
            Set.of("content-type", "content-encoding", "content-language", "content-location");

    private static final byte[] NOTHING = {};

    static boolean isRedirect(int status) {
        return switch (status) {
            case 301, 302, 303, 307, 308 -> true;
            default -> false;
        };
    }

    /**
     * The request that a redirect leads to, as browsers make it.
     *
     * @param location where the server says that it leads
     */
    Hop redirected(int status, String location) throws OperationFailed {
        HttpUrl to = Target.redirected(url, location);
        if (url.isHttps() && !to.isHttps()) {
            throw new OperationFailed(
                    Kind.PERMISSION_DENIED,
                    "%s redirects from https to http".formatted(Target.resource(url)));
        }
        Hop next = new Hop(method, to, headers, body);
        if (!isSameOrigin(to)) {
            next = next.without(CREDENTIALS);
        }
        return becomesGet(status) ? next.asGet() : next;
    }

    private boolean becomesGet(int status) {
        return switch (status) {
            case 301, 302 -> method.equals("POST");
            case 303 -> !method.equals("HEAD") && !method.equals("GET");
            default -> false;
        };
    }

    private Hop asGet() {
        return new Hop("GET", url, without(OF_BODY).headers, NOTHING);
    }

    private Hop without(Set<String> names) {
        List<Header> others =
                headers.stream()
                        .filter(each -> !names.contains(each.name().toLowerCase(Locale.ROOT)))
                        .toList();
        return new Hop(method, url, others, body);
    }

    private boolean isSameOrigin(HttpUrl other) {
        return url.scheme().equals(other.scheme())
                && url.host().equals(other.host())
                && url.port() == other.port();
    }
}
