package dev.moonlet.operation.http;

import dev.moonlet.operation.Kind;
import dev.moonlet.operation.OperationFailed;
import dev.moonlet.security.Permission;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Where a request goes. It is read once: what is checked is what is connected to. */
public final class Target {

    private static final Pattern UNCLEAR = Pattern.compile("[\\x00-\\x20\\x7f\\\\]");

    private static final int LONGEST_EXCERPT = 200;

    private final @Nullable HttpUrl url;
    private final String problem;

    private Target(@Nullable HttpUrl url, String problem) {
        this.url = url;
        this.problem = problem;
    }

    /**
     * Reads an address; one that is wrong fails when it is asked for.
     *
     * @param query what is added to the query that the address has
     */
    public static Target of(String address, List<Header> query) {
        try {
            checkClear(address);
            HttpUrl.Builder url = withoutUser(HttpUrl.get(address)).newBuilder();
            query.forEach(each -> url.addQueryParameter(each.name(), each.value()));
            return new Target(url.fragment(null).build(), "");
        } catch (IllegalArgumentException wrong) {
            return new Target(null, problem(address, String.valueOf(wrong.getMessage())));
        }
    }

    /**
     * Reads an address that a request is sent on to.
     *
     * @param chosen what takes the place of the address's own path and query
     * @param asked what was asked for: it is asked for there, as far as nothing else is said
     */
    public static Target forwarding(String address, Place chosen, Place asked) {
        try {
            checkClear(address);
            HttpUrl server = withoutUser(HttpUrl.get(address));
            Optional<String> ownPath =
                    Optional.of(server.encodedPath()).filter(path -> !path.equals("/"));
            HttpUrl.Builder url = server.newBuilder().fragment(null);
            chosen.path().or(() -> ownPath).or(asked::path).ifPresent(url::encodedPath);
            url.encodedQuery(
                    chosen.query()
                            .or(() -> Optional.ofNullable(server.encodedQuery()))
                            .or(asked::query)
                            .orElse(null));
            return new Target(url.build(), "");
        } catch (IllegalArgumentException wrong) {
            return new Target(null, problem(address, String.valueOf(wrong.getMessage())));
        }
    }

    /** Where a redirect leads to. */
    static HttpUrl redirected(HttpUrl from, String location) throws OperationFailed {
        HttpUrl to = from.resolve(location);
        if (to == null || hasUser(to)) {
            throw new OperationFailed(
                    Kind.INVALID,
                    "%s redirects to no address of http or https, or to one with a user's name"
                            .formatted(resource(from)));
        }
        return to.newBuilder().fragment(null).build();
    }

    /** The host, and the port if it is not the scheme's own. */
    static String resource(HttpUrl url) {
        String host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
        return url.port() == HttpUrl.defaultPort(url.scheme()) ? host : host + ":" + url.port();
    }

    static Permission permission(HttpUrl url) {
        return new Permission("http.request", resource(url));
    }

    Optional<Permission> permission() {
        return Optional.ofNullable(url).map(Target::permission);
    }

    HttpUrl url() throws OperationFailed {
        if (url == null) {
            throw new OperationFailed(Kind.INVALID, problem);
        }
        return url;
    }

    /** Names nothing but the host, for a query may hold a secret. */
    @Override
    public String toString() {
        return url == null ? problem : url.scheme() + "://" + resource(url);
    }

    private static void checkClear(String address) {
        if (UNCLEAR.matcher(address).find()) {
            throw new IllegalArgumentException(
                    "it has a space, a backslash or a control character, which has to be encoded");
        }
    }

    private static HttpUrl withoutUser(HttpUrl url) {
        if (hasUser(url)) {
            throw new IllegalArgumentException(
                    "it has a user's name, which goes into the option 'auth'");
        }
        return url;
    }

    private static boolean hasUser(HttpUrl url) {
        return !url.encodedUsername().isEmpty() || !url.encodedPassword().isEmpty();
    }

    /** A part that may be a password is not repeated. */
    private static String problem(String address, String reason) {
        return address.contains("@")
                ? "the address is not usable: " + reason
                : "the address '%s' is not usable: %s".formatted(excerpt(address), reason);
    }

    private static String excerpt(String text) {
        return text.length() > LONGEST_EXCERPT ? text.substring(0, LONGEST_EXCERPT) + "…" : text;
    }
}
