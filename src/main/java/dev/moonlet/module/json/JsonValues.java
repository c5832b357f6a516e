package dev.moonlet.module.json;

import dev.moonlet.lua.Text;
import dev.moonlet.lua.value.Cursor;
import dev.moonlet.lua.value.Interned;
import dev.moonlet.lua.value.LuaFloat;
import dev.moonlet.lua.value.LuaInt;
import dev.moonlet.lua.value.Memory;
import dev.moonlet.lua.value.Poll;
import dev.moonlet.lua.value.Table;
import dev.moonlet.module.Arguments;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaBoolean;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/**
 * Lua values that have a JSON form as {@link dev.moonlet.operation.PlainValues} and back, as if
 * they were written and read.
 */
public final class JsonValues {

    private static final int MAX_DEPTH = 100;
    private static final LuaString REDIRECT = Interned.of("_redirect");

    private JsonValues() {}

    /**
     * A value as Java's.
     *
     * @throws LuaError if it has no JSON form, with the place of what has none
     */
    public static @Nullable Object copy(LuaValue value) {
        try {
            return copy(value, 0);
        } catch (Misfit misfit) {
            throw new JsonError(misfit.text());
        }
    }

    /** An argument as Java's. */
    public static @Nullable Object copy(Arguments given, int i) {
        try {
            return copy(given.value(i));
        } catch (LuaError noForm) {
            throw given.wrong(i, String.valueOf(noForm.getMessage()));
        }
    }

    /** An argument that is a table with names, or left out. */
    @SuppressWarnings("unchecked") // what is copied of a table is by String
    public static Map<String, @Nullable Object> fields(Arguments given, int i) {
        if (!given.has(i)) {
            return Map.of();
        }
        if (copy(given, i) instanceof Map<?, ?> fields) {
            return (Map<String, @Nullable Object>) fields;
        }
        throw given.wrong(i, "this has to be a table with names: put the value into a field");
    }

    /**
     * Whether a table has come from outside as a whole, so that its {@code _redirect} is no wish of
     * the script's.
     */
    public static boolean isData(Table table) {
        return Mark.OBJECT.marks(table);
    }

    /** Says so of a table that has come, where it matters. */
    static void asData(Table table) {
        if (!table.rawget(REDIRECT).isnil()) {
            Mark.OBJECT.put(table);
        }
    }

    /** A value of Java's as Lua's; null is {@code json.null}. */
    public static LuaValue of(@Nullable Object value) {
        Poll.poll();
        return switch (value) {
            case null -> JsonNull.VALUE;
            case String text -> text(text);
            case Long number -> LuaInt.of(number);
            case Double number -> LuaFloat.of(number);
            case Boolean truth -> LuaValue.valueOf(truth);
            case Map<?, ?> fields -> table(fields);
            case List<?> items -> table(items);
            default -> throw new IllegalArgumentException(value.getClass().getName());
        };
    }

    private static LuaString text(String text) {
        Memory.chargeString(text.length());
        return Text.of(text);
    }

    private static Table table(List<?> items) {
        Table table = new Table(items.size(), 0);
        Mark.ARRAY.put(table);
        for (int i = 0; i < items.size(); i++) {
            table.put(i + 1L, of(items.get(i)));
        }
        return table;
    }

    private static Table table(Map<?, ?> fields) {
        Table table = new Table(0, fields.size());
        fields.forEach((name, value) -> table.put(ReadName.key((String) name), of(value)));
        asData(table);
        return table;
    }

    private static @Nullable Object copy(LuaValue value, int depth) {
        Poll.poll();
        return switch (value) {
            case LuaInt integer -> integer.value;
            case LuaString text -> text(text);
            case LuaNumber number -> number(number);
            case Table table -> table(table, depth);
            case LuaBoolean flag -> flag.v;
            default -> other(value);
        };
    }

    private static String text(LuaString text) {
        if (!Text.isUtf8(text)) {
            throw new Misfit("the string", "is not UTF-8: encode bytes with base64");
        }
        return Text.of(text);
    }

    private static Double number(LuaNumber value) {
        double number = value.todouble();
        if (!Double.isFinite(number)) {
            throw new Misfit("the number " + value.tojstring(), "has no JSON form");
        }
        return number;
    }

    private static @Nullable Object other(LuaValue value) {
        if (value != JsonNull.VALUE) {
            throw new Misfit("a " + value.typename(), "has no JSON form");
        }
        return null;
    }

    private static Object table(Table table, int depth) {
        if (depth == MAX_DEPTH) {
            throw new JsonError(
                    "the value is nested more than %d deep: does it contain itself?"
                            .formatted(MAX_DEPTH));
        }
        return Mark.isArray(table) ? array(table, depth) : object(table, depth);
    }

    private static List<@Nullable Object> array(Table table, int depth) {
        int length = table.rawlen();
        if (table.keyCount() != length) {
            throw new Misfit("a table with items and names", "has no JSON form");
        }
        List<@Nullable Object> items = new ArrayList<>(length);
        for (int i = 1; i <= length; i++) {
            try {
                items.add(copy(table.get(i), depth + 1));
            } catch (Misfit misfit) {
                throw misfit.in("[" + i + "]");
            }
        }
        return Collections.unmodifiableList(items);
    }

    private static Map<String, @Nullable Object> object(Table table, int depth) {
        Map<String, @Nullable Object> fields = LinkedHashMap.newLinkedHashMap(table.named());
        for (Cursor entries = Cursor.ofKeys(table); entries.next(); ) {
            LuaString key = WrittenName.key(table, entries.key());
            if (key == null) {
                throw new Misfit(
                        "a table with the key " + entries.key().tojstring(), "has no JSON form");
            }
            WrittenName name = WrittenName.of(key);
            if (!name.isUtf8()) {
                throw new Misfit("a name", "is not UTF-8: encode bytes with base64");
            }
            try {
                fields.put(name.text().getValue(), copy(entries.value(), depth + 1));
            } catch (Misfit misfit) {
                throw misfit.in("." + name.text().getValue());
            }
        }
        return Collections.unmodifiableMap(fields);
    }

    /** Something has no JSON form: where it is, becomes known on the way out. */
    private static final class Misfit extends RuntimeException {

        private final String what;
        private final String why;
        private final String place;

        Misfit(String what, String why) {
            this(what, why, "");
        }

        private Misfit(String what, String why, String place) {
            super(what, null, false, false);
            this.what = what;
            this.why = why;
            this.place = place;
        }

        Misfit in(String container) {
            return new Misfit(what, why, container + place);
        }

        String text() {
            String at = place.startsWith(".") ? place.substring(1) : place;
            return at.isEmpty() ? what + " " + why : "%s at %s %s".formatted(what, at, why);
        }
    }
}
