package dev.moonlet.module.http;

import dev.moonlet.lua.Rejected.Reason;
import dev.moonlet.module.json.JsonSchema;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A value that has to fit a schema which takes a while: it is checked in the state, under its
 * limits.
 *
 * @param pointer where the value stands in the request
 */
public record Unchecked(String pointer, JsonNode value, JsonSchema schema) {

    List<Reason> check() {
        return schema.check(value).stream()
                .map(each -> new Reason(pointer + each.pointer(), each.message()))
                .toList();
    }
}
