package dev.moonlet.module.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.moonlet.operation.api.CallRoute;
import dev.moonlet.operation.http.Header;
import dev.moonlet.operation.http.SendRequest;
import dev.moonlet.operation.http.Target;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what a script says of a request; whatever is wrong is an IllegalArgumentException. */
final class ReadOptions {

    private static final Pattern METHOD = Pattern.compile("[A-Z]{1,20}");
    private static final Set<String> UNSENT = Set.of("CONNECT", "TRACE");
    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD");
    private static final String AUTHORIZATION = "Authorization";

    private ReadOptions() {}

    /** A method as it is sent. */
    static String method(String method) {
        String upper = method.toUpperCase(Locale.ROOT);
        if (!METHOD.matcher(upper).matches() || UNSENT.contains(upper)) {
            throw new IllegalArgumentException("the method '%s' can't be sent".formatted(method));
        }
        return upper;
    }

    /**
     * The request.
     *
     * @param method as it is sent
     */
    static SendRequest request(String method, String url, Options options) {
        RequestHeaders headers = new RequestHeaders();
        options.each("headers", headers::add);
        if (options.has("auth")) {
            authorize(options.within("auth"), headers);
        }
        byte[] body = body(method, options, headers);
        List<Header> query = new ArrayList<>();
        options.each("query", (name, value) -> query.add(new Header(name, value)));
        return new SendRequest(
                method, Target.of(url, query), headers.all(), body, ReadBounds.from(options));
    }

    /** The same to a route of the bundle. */
    static CallRoute call(String method, String path, Options options) {
        RequestHeaders headers = new RequestHeaders();
        options.each("headers", headers::add);
        byte[] body = body(method, options, headers);
        String query = new String(ReadBody.pairs(options, "query"), UTF_8);
        String separator = query.isEmpty() ? "" : path.contains("?") ? "&" : "?";
        return new CallRoute(method, path + separator + query, headers.all(), body);
    }

    private static byte[] body(String method, Options options, RequestHeaders headers) {
        byte[] body = ReadBody.from(options, headers);
        if (body.length > 0 && WITHOUT_BODY.contains(method)) {
            throw new IllegalArgumentException("a %s has no body".formatted(method));
        }
        return body;
    }

    private static void authorize(Options auth, RequestHeaders headers) {
        boolean isBearer = auth.has("bearer");
        boolean isBasic = auth.has("user") && auth.has("password");
        if (isBearer == isBasic || auth.table().keyCount() != (isBearer ? 1 : 2)) {
            throw new IllegalArgumentException(
                    "field 'auth': {user=, password=} or {bearer=} expected");
        }
        if (headers.has(AUTHORIZATION)) {
            throw new IllegalArgumentException(
                    "both 'auth' and the header 'Authorization' are given");
        }
        headers.add(AUTHORIZATION, isBearer ? "Bearer " + auth.text("bearer") : basic(auth));
    }

    private static String basic(Options auth) {
        if (auth.text("user").contains(":")) {
            throw new IllegalArgumentException("field 'auth': a user's name has no ':'");
        }
        byte[] both = (auth.text("user") + ":" + auth.text("password")).getBytes(UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }
}
