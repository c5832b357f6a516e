package dev.moonlet.module.json;

import dev.moonlet.lua.Text;
import dev.moonlet.lua.value.LuaFloat;
import dev.moonlet.lua.value.LuaInt;
import dev.moonlet.lua.value.Poll;
import dev.moonlet.lua.value.Table;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaValue;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON as Lua values. */
public final class JsonReader {

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(100).build())
                    .build();

    private final JsonParser parser;
    private final LuaValue missing;

    private JsonReader(JsonParser parser, LuaValue missing) {
        this.parser = parser;
        this.missing = missing;
    }

    /**
     * Reads one value; nulls are nil, which no table keeps.
     *
     * @throws LuaError if the bytes are not one JSON value
     */
    public static LuaValue read(byte[] json) {
        return read(json, LuaValue.NIL);
    }

    /** Reads one value, and says what its nulls are. */
    static LuaValue read(byte[] json, LuaValue missing) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            LuaValue value = new JsonReader(parser, missing).value();
            if (parser.nextToken() != null) {
                throw new JsonError("not JSON: something follows the value");
            }
            return value;
        } catch (JacksonException wrong) {
            throw new JsonError("not JSON, or nested too deeply" + place(wrong.getLocation()));
        }
    }

    private static String place(@Nullable TokenStreamLocation place) {
        return place == null
                ? ""
                : ", at line %d, column %d".formatted(place.getLineNr(), place.getColumnNr());
    }

    private LuaValue value() {
        Poll.poll();
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new JsonError("not JSON: the text is empty");
        }
        return switch (token) {
            case VALUE_TRUE -> LuaValue.TRUE;
            case VALUE_FALSE -> LuaValue.FALSE;
            case VALUE_NUMBER_INT -> integer();
            case VALUE_NUMBER_FLOAT -> LuaFloat.of(parser.getDoubleValue());
            case VALUE_STRING -> Text.of(parser.getString());
            case START_ARRAY -> array();
            case START_OBJECT -> object();
            default -> missing;
        };
    }

    /** An integer beyond 64 bits is a float. */
    private LuaValue integer() {
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? LuaFloat.of(parser.getDoubleValue())
                : LuaInt.of(parser.getLongValue());
    }

    private LuaValue array() {
        Table items = new Table();
        Mark.ARRAY.put(items);
        for (int i = 1; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            items.put(i, value());
        }
        return items;
    }

    private LuaValue object() {
        Table object = new Table();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            object.put(Text.of(name), value());
        }
        return object;
    }
}
