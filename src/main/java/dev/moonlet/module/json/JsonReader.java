package dev.moonlet.module.json;

import dev.moonlet.lua.Rejected;
import dev.moonlet.lua.Text;
import dev.moonlet.lua.value.LuaFloat;
import dev.moonlet.lua.value.LuaInt;
import dev.moonlet.lua.value.Poll;
import dev.moonlet.lua.value.Table;
import dev.moonlet.module.ErrorValue;
import dev.moonlet.operation.Kind;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON as Lua values. */
public final class JsonReader {

    static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(100).build())
                    .build();

    /** So long a string is in one piece as Jackson reads it. */
    private static final int LONGEST_SHORT = 200;

    /** So many names are made room for at once, before they have come. */
    private static final int MOST_NAMES = 100;

    private final JsonParser parser;
    private final LuaValue missing;
    private final boolean isStrict;

    private JsonReader(JsonParser parser, LuaValue missing, boolean isStrict) {
        this.parser = parser;
        this.missing = missing;
        this.isStrict = isStrict;
    }

    /**
     * Reads one value; nulls are nil, which no table keeps.
     *
     * @throws LuaError if the bytes are not one JSON value
     */
    public static LuaValue read(byte[] json) {
        return read(json, 0, json.length, LuaValue.NIL);
    }

    /**
     * Reads the body of a request; nulls are nil, and no name may stand twice.
     *
     * @throws Rejected if it is not one JSON value
     */
    public static LuaValue body(byte[] json) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            LuaValue value = new JsonReader(parser, LuaValue.NIL, true).value(LuaValue.NIL);
            if (parser.nextToken() != null) {
                throw new JsonError("something follows the value");
            }
            return value;
        } catch (StreamConstraintsException exceeded) {
            throw JsonTree.tooLarge();
        } catch (JacksonException wrong) {
            throw JsonTree.notJson(reason(wrong));
        } catch (JsonError wrong) {
            throw JsonTree.notJson(String.valueOf(wrong.getMessage()));
        }
    }

    /** Reads one value for a script, with nulls that tables keep; or nil and an error. */
    public static Varargs decode(LuaString json) {
        try {
            return read(json, JsonNull.VALUE);
        } catch (JsonError notJson) {
            return ErrorValue.failure(Kind.INVALID, String.valueOf(notJson.getMessage()));
        }
    }

    /** Reads one value, and says what its nulls are. */
    static LuaValue read(LuaString json, LuaValue missing) {
        return read(json.m_bytes, json.m_offset, json.m_length, missing);
    }

    private static LuaValue read(byte[] json, int offset, int length, LuaValue missing) {
        try (JsonParser parser =
                FACTORY.createParser(ObjectReadContext.empty(), json, offset, length)) {
            parser.nextToken();
            LuaValue value = new JsonReader(parser, missing, false).value(LuaValue.NIL);
            if (parser.nextToken() != null) {
                throw new JsonError("not JSON: something follows the value");
            }
            return value;
        } catch (JacksonException wrong) {
            throw new JsonError("not JSON, or nested too deeply" + place(wrong.getLocation()));
        }
    }

    /** What is wrong with a text, without a word of Jackson's. */
    static String reason(JacksonException wrong) {
        return "it is wrong, or has a name twice" + place(wrong.getLocation());
    }

    private static String place(@Nullable TokenStreamLocation place) {
        return place == null
                ? ""
                : ", at line %d, column %d".formatted(place.getLineNr(), place.getColumnNr());
    }

    /**
     * The value that begins here.
     *
     * @param sibling what stands before it in an array: what follows mostly looks like it
     */
    private LuaValue value(LuaValue sibling) {
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
            case VALUE_STRING -> text();
            case START_ARRAY -> array();
            case START_OBJECT ->
                    object(sibling instanceof Table like ? Math.min(like.named(), MOST_NAMES) : 0);
            default -> missing;
        };
    }

    /** An integer beyond 64 bits is a float. */
    private LuaValue integer() {
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? LuaFloat.of(parser.getDoubleValue())
                : LuaInt.of(parser.getLongValue());
    }

    private LuaValue text() {
        int length = parser.getStringLength();
        return length > LONGEST_SHORT
                ? Text.of(parser.getString())
                : Text.of(parser.getStringCharacters(), parser.getStringOffset(), length);
    }

    private LuaValue array() {
        Table items = new Table();
        Mark.ARRAY.put(items);
        LuaValue item = LuaValue.NIL;
        for (int i = 1; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            item = value(item);
            items.put(i, item);
        }
        return items;
    }

    private LuaValue object(int names) {
        Table object = new Table(0, names);
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            LuaString key = ReadName.key(name);
            if (isStrict && object.get(key) != LuaValue.NIL) {
                throw new JsonError("an object has a name twice");
            }
            object.put(key, value(LuaValue.NIL));
        }
        JsonValues.asData(object);
        return object;
    }
}
