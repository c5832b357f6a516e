package dev.moonlet.module.http;

import dev.moonlet.lua.Coroutine;
import dev.moonlet.lua.Text;
import dev.moonlet.lua.value.Interned;
import dev.moonlet.lua.value.Table;
import dev.moonlet.module.json.JsonValues;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaNil;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/**
 * Reads {@code {_redirect = true, hostname = "api.internal", port = 8080}} as what {@code
 * http.forward} makes.
 */
final class ReadRedirect {

    private static final LuaString MARK = Interned.of("_redirect");

    private static final List<String> SERVER =
            List.of("_redirect", "hostname", "port", "scheme", "protocol");

    private static final List<String> OTHERS =
            List.of("path", "query", "method", "headers", "timeout", "preserve_host");

    private static final List<String> NAMES =
            List.of(SERVER, OTHERS).stream().flatMap(List::stream).toList();

    private static final Pattern HOSTNAME =
            Pattern.compile("(?:(?<scheme>[A-Za-z]+)://)?(?<host>[^/?#@]+)/?");

    private ReadRedirect() {}

    /**
     * What is to be done, if a handler has returned such a table: no table that was JSON is one.
     */
    static Optional<ForwardValue> from(LuaValue body) {
        if (!(body instanceof Table table)
                || table.rawget(MARK) != LuaValue.TRUE
                || JsonValues.isData(table)) {
            return Optional.empty();
        }
        // Whose profile lacks the module may not do that either.
        Coroutine.require("http");
        try {
            return Optional.of(new ForwardValue(read(new Options(table))));
        } catch (IllegalArgumentException wrong) {
            throw new LuaError("the table with _redirect: " + wrong.getMessage());
        }
    }

    private static Table read(Options given) {
        given.check(NAMES);
        Table options = new Table();
        options.put(Text.of("url"), Text.of(url(given)));
        for (String name : OTHERS) {
            options.put(Text.of(name), given.value(name));
        }
        if (!ForwardFunction.OPTIONS.fits(options)) {
            throw new IllegalArgumentException(ForwardFunction.OPTIONS.mismatch(options));
        }
        ReadForward.check(new Options(options));
        return options;
    }

    private static String url(Options given) {
        Matcher hostname = HOSTNAME.matcher(text(given, "hostname").orElse(""));
        if (!hostname.matches()) {
            throw new IllegalArgumentException(
                    "field 'hostname': a name like 'api.internal' expected, path and query have"
                            + " fields of their own");
        }
        String scheme =
                Optional.ofNullable(hostname.group("scheme"))
                        .or(() -> text(given, "scheme"))
                        .or(() -> text(given, "protocol"))
                        .orElse("http");
        String port = text(given, "port").map(number -> ":" + number).orElse("");
        return scheme + "://" + hostname.group("host") + port;
    }

    private static Optional<String> text(Options given, String name) {
        return switch (given.value(name)) {
            case LuaString _, LuaNumber _ -> Optional.of(given.text(name));
            case LuaNil _ -> Optional.empty();
            default ->
                    throw new IllegalArgumentException(
                            "field '%s': a text or a number expected".formatted(name));
        };
    }
}
