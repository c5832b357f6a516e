package dev.moonlet.module.http;

import dev.moonlet.lua.Text;
import dev.moonlet.lua.value.Poll;
import dev.moonlet.lua.value.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** What a script says of a request, in a table that fits its type. */
record Options(Table table) {

    /** Refuses a name that is none of those that are known: a slip would be overlooked. */
    void check(List<String> known) {
        for (LuaValue name : table.keys()) {
            Poll.poll();
            if (!known.contains(name.tojstring())) {
                throw new IllegalArgumentException(
                        "unknown option '%s', known are %s"
                                .formatted(name.tojstring(), String.join(", ", known)));
            }
        }
    }

    boolean has(String option) {
        return value(option) != LuaValue.NIL;
    }

    LuaValue value(String option) {
        return table.rawget(option);
    }

    String text(String option) {
        return text(value(option));
    }

    LuaString bytes(String option) {
        return bytes(value(option));
    }

    /** The options in an option. */
    Options within(String option) {
        return new Options((Table) value(option));
    }

    /** Goes through names and values, in the order of the names: Lua's tables have none. */
    void each(String option, BiConsumer<String, String> use) {
        if (!has(option)) {
            return;
        }
        Table pairs = (Table) value(option);
        for (LuaString name : names(option, pairs)) {
            if (pairs.rawget(name) instanceof Table values) {
                for (int i = 1; i <= values.rawlen(); i++) {
                    Poll.poll();
                    use.accept(Text.of(name), text(values.rawget(i)));
                }
            } else {
                use.accept(Text.of(name), text(pairs.rawget(name)));
            }
        }
    }

    IllegalArgumentException wrong(String option, String expected) {
        return new IllegalArgumentException(
                "field '%s': %s expected, got '%s'".formatted(option, expected, text(option)));
    }

    private static List<LuaString> names(String option, Table pairs) {
        List<LuaString> names = new ArrayList<>();
        for (LuaValue key : pairs.keys()) {
            Poll.poll();
            if (!(key instanceof LuaString name)) {
                throw new IllegalArgumentException(
                        "field '%s': names expected, got the key %s"
                                .formatted(option, key.tojstring()));
            }
            names.add(name);
        }
        names.sort(Comparator.comparing(Text::of));
        return names;
    }

    private static String text(LuaValue value) {
        return value.isboolean() ? value.tojstring() : Text.of(bytes(value));
    }

    private static LuaString bytes(LuaValue value) {
        return value instanceof LuaNumber number ? number.strvalue() : value.checkstring();
    }
}
