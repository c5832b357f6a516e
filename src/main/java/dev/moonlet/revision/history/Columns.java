package dev.moonlet.revision.history;

import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Writes records to columns, and reads them. */
final class Columns {

    /** In ASCII: databases differ in what else they take. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private Columns() {}

    static String write(Object value) {
        return JSON.writeValueAsString(value);
    }

    static <T> T read(String column, TypeReference<T> type) {
        try {
            return JSON.readValue(column, type);
        } catch (JacksonException unreadable) {
            throw new Work.Corrupt("it is not what was kept: " + unreadable.getOriginalMessage());
        }
    }
}
