package dev.moonlet.http;

import dev.moonlet.operation.Kind;
import dev.moonlet.operation.OperationFailed;
import dev.moonlet.operation.api.CallRoute;
import dev.moonlet.operation.http.Header;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** What a script asks of a route. */
record ScriptedRequest(
        String id,
        String remote,
        CallRoute call,
        RequestPath path,
        @Nullable String query,
        Map<String, Object> headers)
        implements Asked {

    private static final String CHARACTER = "[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2}";
    private static final Pattern TARGET =
            Pattern.compile(
                    "(?<path>/(?:%1$s)*+)(?:\\?(?<query>(?:%1$s|[?\\[\\]])*+))?"
                            .formatted(CHARACTER));
    private static final int EXCERPT = 100;

    /** Reads what a script has asked for. */
    static ScriptedRequest of(CallRoute call, String id, String remote) throws OperationFailed {
        Matcher target = TARGET.matcher(call.target());
        if (!target.matches()) {
            throw new OperationFailed(
                    Kind.INVALID,
                    "'%s' is no path: it begins with / and is percent-encoded"
                            .formatted(excerpt(call.target())));
        }
        Map<String, Object> headers = new LinkedHashMap<>();
        for (Header each : call.headers()) {
            headers.merge(
                    each.name().toLowerCase(Locale.ROOT),
                    each.value(),
                    (first, next) -> first + ", " + next);
        }
        return new ScriptedRequest(
                id,
                remote,
                call,
                RequestPath.of(target.group("path")),
                target.group("query"),
                headers);
    }

    @Override
    public String method() {
        return call.method();
    }

    @Override
    public String address() {
        return path.text();
    }

    @Override
    public @Nullable String header(String name) {
        return (String) headers.get(name.toLowerCase(Locale.ROOT));
    }

    /** A copy, as values take the place of texts in it. */
    @Override
    public Map<String, Object> headers() {
        return new LinkedHashMap<>(headers);
    }

    @Override
    public Map<String, Object> cookies() {
        Map<String, Object> cookies = new LinkedHashMap<>();
        String sent = header(HttpHeaders.COOKIE);
        if (sent != null) {
            for (String cookie : sent.split("[;,]", -1)) {
                int equals = cookie.indexOf('=');
                if (equals > 0) {
                    cookies.putIfAbsent(
                            cookie.substring(0, equals).strip(),
                            cookie.substring(equals + 1).strip());
                }
            }
        }
        return cookies;
    }

    @Override
    public long length() {
        return call.body().length;
    }

    @Override
    public InputStream body() {
        return new ByteArrayInputStream(call.body());
    }

    @Override
    public Optional<Connection> connection() {
        return Optional.empty();
    }

    private static String excerpt(String text) {
        return text.length() > EXCERPT ? text.substring(0, EXCERPT) + "…" : text;
    }
}
