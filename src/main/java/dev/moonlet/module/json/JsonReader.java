package dev.moonlet.module.json;

import dev.moonlet.lua.Coroutine;
import dev.moonlet.lua.Text;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON as Lua values. */
public final class JsonReader {

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(100).build())
                    .build();

    /** How many values are read between two looks at the time. */
    private static final int CHECKED = 256;

    private final JsonParser parser;
    private int values;

    private JsonReader(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * Reads one value.
     *
     * @throws LuaError if the bytes are not one JSON value
     */
    public static LuaValue read(byte[] json) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            LuaValue value = new JsonReader(parser).value();
            if (parser.nextToken() != null) {
                throw new LuaError("not JSON: something follows the value");
            }
            return value;
        } catch (JacksonException wrong) {
            long byteOffset = wrong.getLocation() == null ? 0 : wrong.getLocation().getByteOffset();
            throw new LuaError("not JSON, or nested too deeply, at byte " + byteOffset);
        }
    }

    private LuaValue value() {
        if (++values % CHECKED == 0) {
            Coroutine.checkTime();
        }
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new LuaError("not JSON: the text is empty");
        }
        return switch (token) {
            case VALUE_TRUE -> LuaValue.TRUE;
            case VALUE_FALSE -> LuaValue.FALSE;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> LuaValue.valueOf(parser.getDoubleValue());
            case VALUE_STRING -> Text.of(parser.getString());
            case START_ARRAY -> array();
            case START_OBJECT -> object();
            default -> LuaValue.NIL;
        };
    }

    private LuaValue array() {
        LuaTable items = new LuaTable();
        for (int i = 1; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            items.rawset(i, value());
        }
        return items;
    }

    private LuaValue object() {
        LuaTable object = new LuaTable();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            object.rawset(Text.of(name), value());
        }
        return object;
    }
}
