package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.value.LuaFloat;
import dev.moonlet.lua.value.LuaInt;
import dev.moonlet.lua.value.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** Values as expectations write them. */
final class Shown {

    private Shown() {}

    static String all(Varargs values) {
        return IntStream.rangeClosed(1, values.narg())
                .mapToObj(i -> one(values.arg(i)))
                .collect(Collectors.joining(" "));
    }

    static String one(LuaValue value) {
        return switch (value) {
            case LuaInt number -> number.tojstring();
            case LuaFloat number -> Double.isNaN(number.value) ? "nan" : number.tojstring();
            case LuaString text -> quoted(Literals.bytes(text));
            case Table table -> table(table);
            default -> value.isfunction() ? "function" : value.tojstring();
        };
    }

    private static String quoted(String bytes) {
        return bytes.chars()
                .mapToObj(c ->
                        c < ' ' || c > '~' || c == '"' || c == '\\'
                                ? "\\%03d".formatted(c)
                                : String.valueOf((char) c))
                .collect(Collectors.joining("", "\"", "\""));
    }

    /** The items up to the first nil, then all else in the order of their texts. */
    private static String table(Table table) {
        List<String> items = new ArrayList<>();
        while (table.get(items.size() + 1L) != LuaValue.NIL) {
            items.add(one(table.get(items.size() + 1L)));
        }
        List<String> others = new ArrayList<>();
        Varargs entry = table.next(LuaValue.NIL);
        while (entry.arg1() != LuaValue.NIL) {
            if (!(entry.arg1() instanceof LuaInt key
                    && key.value > 0
                    && key.value <= items.size())) {
                others.add("[" + one(entry.arg1()) + "]=" + one(entry.arg(2)));
            }
            entry = table.next(entry.arg1());
        }
        others.sort(null);
        items.addAll(others);
        return "{" + String.join(",", items) + "}";
    }
}
