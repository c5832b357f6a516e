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

    private static final byte[] EMPTY_ARRAY = {'[', ']'};
    private static final JsonFactory FACTORY = new JsonFactory();

    /** Deep enough for any document; a cycle is deeper. */
    private static final int MAX_DEPTH = 100;

    private static final int LONGEST_PLACE = 100;

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

    /**
     * Writes one value, and says what a table is that is empty and not marked.
     *
     * @throws LuaError if the value has no JSON form
     */
    public static byte[] write(LuaValue value, boolean emptyIsArray) {
        return emptyIsArray && value instanceof Table table && Mark.isVague(table)
                ? EMPTY_ARRAY.clone()
                : write(value);
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
            throw misfit(value.tojstring(), "has no JSON form");
        }
        generator.writeNumber(number);
    }

    private void text(LuaString text) {
        generator.writeUTF8String(text.m_bytes, text.m_offset, text.m_length);
        if (!Text.isUtf8(text)) {
            throw written("the string", "is not UTF-8: encode bytes with base64");
        }
    }

    /** What would be written next has no form. */
    private JsonError misfit(String what, String why) {
        generator.writeNull();
        return written(what, why);
    }

    /** What was written last is at fault: the generator knows where that is. */
    private JsonError written(String what, String why) {
        JsonPointer place = generator.streamWriteContext().pathAsPointer();
        String at = place.matches() ? "" : " at " + excerpt(place.toString());
        return new JsonError("%s%s %s".formatted(what, at, why));
    }

    /** A place is as deep as what is there. */
    private static String excerpt(String place) {
        return place.length() > LONGEST_PLACE ? place.substring(0, LONGEST_PLACE) + "…" : place;
    }

    private void other(LuaValue value) {
        if (value != JsonNull.VALUE) {
            throw misfit("a " + value.typename(), "has no JSON form");
        }
        generator.writeNull();
    }

    private void table(Table table, int depth) {
        if (depth == MAX_DEPTH) {
            throw misfit(
                    "the value",
                    "is nested more than %d deep: does it contain itself?".formatted(MAX_DEPTH));
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
            throw misfit("a table with items and names", "has no JSON form");
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
                generator.writeEndObject();
                throw written(
                        "a table with the key " + entries.key().tojstring(), "has no JSON form");
            }
            name(WrittenName.of(key));
            value(entries.value(), depth + 1);
        }
        generator.writeEndObject();
    }

    private void name(WrittenName name) {
        generator.writeName(name.text());
        if (!name.isUtf8()) {
            throw written("the name", "is not UTF-8: encode bytes with base64");
        }
    }
}
