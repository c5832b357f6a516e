package dev.moonlet.module.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.moonlet.lua.Rejected;
import dev.moonlet.lua.value.Table;
import dev.moonlet.operation.http.Forward;
import dev.moonlet.operation.http.Place;
import dev.moonlet.operation.http.Target;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what a script says of a request that is sent on. */
final class ReadForward {

    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD");
    private static final byte[] NOTHING = {};

    /** Servers would look for the path somewhere else than whoever has checked it. */
    private static final Pattern DOTS = Pattern.compile("(?i)[/\\\\](\\.|%2e){1,2}(?=[/\\\\;]|$)");

    private ReadForward() {}

    /** Refuses what can't be sent, with an IllegalArgumentException. */
    static void check(Options options) {
        method(options, "GET");
        new ForwardHeaders(options);
        query(options);
        ReadBounds.timeout(options);
        if (options.has("path") && !options.text("path").startsWith("/")) {
            throw options.wrong("path", "something that begins with a slash");
        }
    }

    /**
     * The request that is sent on.
     *
     * @param body what the client has sent
     */
    static Forward from(Options options, Original original, byte[] body) {
        Place chosen = new Place(option(options, "path"), query(options));
        String method = method(options, original.method());
        checkPath(chosen.path().orElse(original.path()));
        checkPath(options.text("url").split("\\?", 2)[0]);
        return new Forward(
                method,
                Target.forwarding(
                        options.text("url"),
                        chosen,
                        new Place(Optional.of(original.path()), original.query())),
                new ForwardHeaders(options).of(original),
                body(method, original, body),
                ReadBounds.timeout(options));
    }

    private static String method(Options options, String original) {
        return ReadOptions.method(option(options, "method").orElse(original));
    }

    private static Optional<String> query(Options options) {
        return options.value("query") instanceof Table
                ? Optional.of(new String(ReadBody.pairs(options, "query"), UTF_8))
                : option(options, "query");
    }

    private static Optional<String> option(Options options, String name) {
        return options.has(name) ? Optional.of(options.text(name)) : Optional.empty();
    }

    private static void checkPath(String path) {
        if (DOTS.matcher(path).find()) {
            throw new Rejected(
                    "the path has a segment '.' or '..', which is not sent on", List.of());
        }
    }

    /** A script that makes a GET of something has no use for its body. */
    private static byte[] body(String method, Original original, byte[] body) {
        if (body.length == 0 || !WITHOUT_BODY.contains(method)) {
            return body;
        }
        if (method.equals(original.method())) {
            throw new Rejected("the body of a %s is not sent on".formatted(method), List.of());
        }
        return NOTHING;
    }
}
