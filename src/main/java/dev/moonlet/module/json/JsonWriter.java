package dev.moonlet.module.json;

import dev.moonlet.lua.Text;
import dev.moonlet.lua.value.Cursor;
import dev.moonlet.lua.value.LuaInt;
import dev.moonlet.lua.value.Poll;
import dev.moonlet.lua.value.Table;
import dev.moonlet.module.StringOutput;
import org.luaj.vm2.LuaBoolean;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaNil;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes Lua values as JSON: a table with items is an array, any other an object, unless marked.
 */
public final class JsonWriter {

    private static final JsonFactory FACTORY = new JsonFactory();

    /** Deep enough for any document; a cycle is deeper. */
    private static final int MAX_DEPTH = 100;

    private final JsonGenerator generator;

    private JsonWriter(JsonGenerator generator) {
        this.generator = generator;
    }

    /**
     * Writes one value.
     *
     * @throws LuaError if the value has no JSON form
     */
    public static byte[] write(LuaValue value) {
        return write(value, ObjectWriteContext.empty()).bytes();
    }

    static StringOutput write(LuaValue value, ObjectWriteContext layout) {
        StringOutput bytes = new StringOutput();
        try (JsonGenerator generator = FACTORY.createGenerator(layout, bytes)) {
            new JsonWriter(generator).value(value, 0);
        }
        return bytes;
    }

    private void value(LuaValue value, int depth) {
        Poll.poll();
        switch (value) {
            case LuaString text -> text(text);
            case Table table -> table(table, depth);
            case LuaInt integer -> generator.writeNumber(integer.value);
            case LuaNumber number -> number(number);
            case LuaBoolean flag -> generator.writeBoolean(flag.v);
            case LuaNil _ -> generator.writeNull();
            default -> other(value);
        }
    }

    private void number(LuaNumber value) {
        double number = value.todouble();
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            throw new JsonError(value.tojstring() + " has no JSON form");
        }
        generator.writeNumber(number);
    }

    private void text(LuaString text) {
        generator.writeUTF8String(text.m_bytes, text.m_offset, text.m_length);
        if (!Text.isUtf8(text)) {
            throw noUtf8("string");
        }
    }

    /** What was written last is no text: the generator knows where that is. */
    private JsonError noUtf8(String what) {
        JsonPointer place = generator.streamWriteContext().pathAsPointer();
        return new JsonError(
                "the %s%s is not UTF-8: encode bytes with base64"
                        .formatted(what, place.matches() ? "" : " at " + place));
    }

    private void other(LuaValue value) {
        if (value != JsonNull.VALUE) {
            throw new JsonError("a " + value.typename() + " has no JSON form");
        }
        generator.writeNull();
    }

    private void table(Table table, int depth) {
        if (depth == MAX_DEPTH) {
            throw new JsonError(
                    "the value is nested more than %d deep: does it contain itself?"
                            .formatted(MAX_DEPTH));
        }
        if (Mark.isArray(table)) {
            array(table, depth);
        } else {
            object(table, depth);
        }
    }

    private void array(Table table, int depth) {
        long items = table.rawlen();
        if (table.keyCount() != items) {
            throw new JsonError("a table with items and names has no JSON form");
        }
        generator.writeStartArray();
        for (long i = 1; i <= items; i++) {
            value(table.get(i), depth + 1);
        }
        generator.writeEndArray();
    }

    private void object(Table table, int depth) {
        generator.writeStartObject();
        for (Cursor entries = Cursor.ofKeys(table); entries.next(); ) {
            LuaString key = WrittenName.key(table, entries.key());
            if (key == null) {
                throw new JsonError(
                        "a table with the key %s has no JSON form"
                                .formatted(entries.key().tojstring()));
            }
            name(WrittenName.of(key));
            value(entries.value(), depth + 1);
        }
        generator.writeEndObject();
    }

    private void name(WrittenName name) {
        generator.writeName(name.text());
        if (!name.isUtf8()) {
            throw noUtf8("name");
        }
    }
}
