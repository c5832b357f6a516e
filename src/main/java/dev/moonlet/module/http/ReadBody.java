package dev.moonlet.module.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.moonlet.module.Arguments;
import dev.moonlet.module.json.JsonWriter;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.luaj.vm2.LuaError;

/** Reads the body of a request, which one of several options gives. */
final class ReadBody {

    private static final String CONTENT_TYPE = "Content-Type";
    private static final byte[] NOTHING = {};

    private static final Map<String, String> TYPES =
            Map.of("json", "application/json", "form", "application/x-www-form-urlencoded");

    private ReadBody() {}

    /** The body; the headers say of which type it is, unless they do so already. */
    static byte[] from(Options options, RequestHeaders headers) {
        List<String> given = Stream.of("json", "form", "body").filter(options::has).toList();
        if (given.isEmpty()) {
            return NOTHING;
        }
        if (given.size() > 1) {
            throw new IllegalArgumentException(
                    "a request has one body, got '%s'".formatted(String.join("' and '", given)));
        }
        String type = TYPES.get(given.getFirst());
        if (type != null && !headers.has(CONTENT_TYPE)) {
            headers.add(CONTENT_TYPE, type);
        }
        return switch (given.getFirst()) {
            case "json" -> json(options);
            case "form" -> pairs(options, "form");
            default -> Arguments.copy(options.bytes("body"));
        };
    }

    private static byte[] json(Options options) {
        try {
            return JsonWriter.write(options.value("json"));
        } catch (LuaError noForm) {
            throw new IllegalArgumentException("field 'json': " + noForm.getMessage(), noForm);
        }
    }

    /** Values by name, as they are in a form and in a query. */
    static byte[] pairs(Options options, String option) {
        List<String> pairs = new ArrayList<>();
        options.each(option, (name, value) -> pairs.add(encoded(name) + "=" + encoded(value)));
        return String.join("&", pairs).getBytes(UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
