package dev.moonlet.http.contract;

import dev.moonlet.lua.Rejected;
import dev.moonlet.lua.Rejected.Reason;
import dev.moonlet.module.json.JsonSchema;
import dev.moonlet.module.json.JsonTree;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The responses that an operation promises.
 *
 * @param byStatus what is promised for {@code 200}, {@code 2XX} and {@code default}: schemas by the
 *     range of their media types
 * @param lists those of them whose value is an array
 */
public record Responses(
        Map<String, Map<String, Optional<JsonSchema>>> byStatus, Set<String> lists) {

    public static final Responses NONE = new Responses(Map.of(), Set.of());

    /** Larger bodies are not looked at: to check takes longer than to write. */
    private static final int LARGEST = 1 << 20;

    /** What of a response is not as promised. */
    public List<Reason> violations(int status, String contentType, byte[] body) {
        if (byStatus.isEmpty()) {
            return List.of();
        }
        Map<String, Optional<JsonSchema>> content = promised(status);
        if (content == null) {
            return List.of(new Reason("", "the status %d is not declared".formatted(status)));
        }
        if (content.isEmpty() || body.length == 0) {
            return List.of();
        }
        String type = MediaType.of(contentType);
        String range = range(content, type);
        if (range == null) {
            return List.of(
                    new Reason(
                            "",
                            "the content type %s is not declared for the status %d"
                                    .formatted(type, status)));
        }
        Optional<JsonSchema> schema = content.get(range);
        return schema == null || schema.isEmpty() || !MediaType.isJson(type)
                ? List.of()
                : violations(schema.get(), body);
    }

    private static List<Reason> violations(JsonSchema schema, byte[] body) {
        if (body.length > LARGEST) {
            return List.of();
        }
        try {
            return schema.check(JsonTree.read(body));
        } catch (Rejected notJson) {
            return List.of(new Reason("", String.valueOf(notJson.getMessage())));
        }
    }

    /** Whether an empty table is an array in a response. */
    public boolean emptyIsArray(int status) {
        return !lists.isEmpty() && lists.contains(key(status));
    }

    private @Nullable Map<String, Optional<JsonSchema>> promised(int status) {
        return byStatus.get(key(status));
    }

    private String key(int status) {
        String exact = String.valueOf(status);
        String range = status / 100 + "XX";
        return byStatus.containsKey(exact)
                ? exact
                : byStatus.containsKey(range) ? range : "default";
    }

    private static @Nullable String range(Map<String, Optional<JsonSchema>> content, String type) {
        return content.keySet().stream()
                .filter(range -> MediaType.isIn(range, type))
                .max(Comparator.comparingInt(MediaType::weight))
                .orElse(null);
    }

    /** What a client has to accept that calls the operation. */
    Acceptance acceptance() {
        Set<String> types = new HashSet<>();
        byStatus.forEach((status, content) -> {
            if (status.startsWith("2")) {
                types.addAll(content.keySet());
            }
        });
        if (types.isEmpty() && byStatus.keySet().stream().noneMatch(each -> each.startsWith("2"))) {
            types.addAll(byStatus.getOrDefault("default", Map.of()).keySet());
        }
        return new Acceptance(List.copyOf(types));
    }
}
