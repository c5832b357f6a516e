package dev.moonlet.module.json;

import dev.moonlet.lua.Rejected;
import dev.moonlet.lua.Rejected.Reason;
import dev.moonlet.lua.Text;
import dev.moonlet.lua.value.LuaFloat;
import dev.moonlet.lua.value.LuaInt;
import dev.moonlet.lua.value.Memory;
import dev.moonlet.lua.value.Poll;
import dev.moonlet.lua.value.Table;
import java.util.List;
import org.luaj.vm2.LuaValue;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON that is checked before it becomes Lua values, and is read only once for both. */
public final class JsonTree {

    /** A tree takes more than its text. */
    private static final long SIZE = 8;

    private static final JsonMapper MAPPER =
            JsonMapper.builder(JsonReader.FACTORY)
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private JsonTree() {}

    /**
     * Reads one value.
     *
     * @throws Rejected if the bytes are not one JSON value, or have a name twice
     */
    public static JsonNode read(byte[] json) {
        Memory.charge(SIZE * json.length);
        try {
            JsonNode value = MAPPER.readTree(json);
            if (value == null || value.isMissingNode()) {
                throw notJson("the text is empty");
            }
            return value;
        } catch (StreamConstraintsException exceeded) {
            throw tooLarge();
        } catch (JacksonException wrong) {
            throw notJson(JsonReader.reason(wrong));
        }
    }

    static Rejected tooLarge() {
        return Rejected.tooLarge(
                "the body is JSON that is nested too deeply, or has too long a name or number");
    }

    static Rejected notJson(String reason) {
        return new Rejected(
                "the body is not JSON: " + reason, List.of(new Reason("", "is not JSON")));
    }

    /** A value as Lua's, as {@link JsonReader#body} would read it. */
    public static LuaValue value(JsonNode node) {
        Poll.poll();
        return switch (node.getNodeType()) {
            case BOOLEAN -> LuaValue.valueOf(node.booleanValue());
            case NUMBER -> number(node);
            case STRING -> Text.of(node.stringValue());
            case ARRAY -> array(node);
            case OBJECT -> object(node);
            default -> LuaValue.NIL;
        };
    }

    private static LuaValue number(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToLong()
                ? LuaInt.of(node.longValue())
                : LuaFloat.of(node.doubleValue());
    }

    private static Table array(JsonNode node) {
        Table items = new Table(node.size(), 0);
        Mark.ARRAY.put(items);
        for (int i = 0; i < node.size(); i++) {
            items.put(i + 1L, value(node.get(i)));
        }
        return items;
    }

    private static Table object(JsonNode node) {
        Table object = new Table(0, node.size());
        node.forEachEntry((name, field) -> object.put(ReadName.key(name), value(field)));
        JsonValues.asData(object);
        return object;
    }
}
