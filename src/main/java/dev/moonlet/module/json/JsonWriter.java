package dev.moonlet.module.json;

import dev.moonlet.lua.Text;
import dev.moonlet.lua.value.LuaInt;
import dev.moonlet.lua.value.Poll;
import java.io.ByteArrayOutputStream;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes Lua values as JSON: a table with items is an array, any other an object. */
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
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            new JsonWriter(generator).value(value, 0);
        }
        return bytes.toByteArray();
    }

    private void value(LuaValue value, int depth) {
        Poll.poll();
        switch (value.type()) {
            case LuaValue.TNIL -> generator.writeNull();
            case LuaValue.TBOOLEAN -> generator.writeBoolean(value.toboolean());
            case LuaValue.TNUMBER -> number(value);
            case LuaValue.TSTRING -> text(value.checkstring());
            case LuaValue.TTABLE -> table(value.checktable(), depth);
            default -> throw new LuaError("a " + value.typename() + " has no JSON form");
        }
    }

    private void number(LuaValue value) {
        if (value instanceof LuaInt integer) {
            generator.writeNumber(integer.value);
            return;
        }
        double number = value.todouble();
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            throw new LuaError(value.tojstring() + " has no JSON form");
        }
        generator.writeNumber(number);
    }

    private void text(LuaString text) {
        generator.writeString(Text.of(text));
    }

    private void table(LuaTable table, int depth) {
        if (depth == MAX_DEPTH) {
            throw new LuaError(
                    "the value is nested more than %d deep: does it contain itself?"
                            .formatted(MAX_DEPTH));
        }
        int items = table.length();
        if (items > 0) {
            array(table, items, depth);
        } else {
            object(table, depth);
        }
    }

    private void array(LuaTable table, int items, int depth) {
        if (table.keyCount() != items) {
            throw new LuaError("a table with items and names has no JSON form");
        }
        generator.writeStartArray();
        for (int i = 1; i <= items; i++) {
            value(table.get(i), depth + 1);
        }
        generator.writeEndArray();
    }

    private void object(LuaTable table, int depth) {
        generator.writeStartObject();
        for (Varargs entry = table.next(LuaValue.NIL);
                !entry.isnil(1);
                entry = table.next(entry.arg1())) {
            if (entry.arg1().type() != LuaValue.TSTRING) {
                throw new LuaError(
                        "a table with the key %s has no JSON form"
                                .formatted(entry.arg1().tojstring()));
            }
            generator.writeName(Text.of(entry.arg1().checkstring()));
            value(entry.arg(2), depth + 1);
        }
        generator.writeEndObject();
    }
}
