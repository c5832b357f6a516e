package dev.moonlet.module;

import dev.moonlet.lua.Text;
import dev.moonlet.lua.value.LuaFloat;
import dev.moonlet.lua.value.LuaInt;
import dev.moonlet.lua.value.Table;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** Java's values as Lua's. */
final class LuaValues {

    private LuaValues() {}

    static Varargs of(List<? extends @Nullable Object> values) {
        return LuaValue.varargsOf(values.stream().map(LuaValues::of).toArray(LuaValue[]::new));
    }

    static LuaValue of(@Nullable Object value) {
        return switch (value) {
            case null -> LuaValue.NIL;
            case Boolean truth -> LuaValue.valueOf(truth);
            case Double number -> LuaFloat.of(number);
            case Float number -> LuaFloat.of(number);
            case Byte number -> LuaInt.of(number);
            case Short number -> LuaInt.of(number);
            case Integer number -> LuaInt.of(number);
            case Long number -> LuaInt.of(number);
            case byte[] bytes -> LuaString.valueOf(bytes);
            case CharSequence text -> Text.of(text.toString());
            case List<?> items -> table(items);
            case Map<?, ?> fields -> table(fields);
            default ->
                    throw new IllegalArgumentException(
                            "a %s is nothing to Lua: give null, a Boolean, a number, a text, bytes, a"
                                            .formatted(value.getClass().getName())
                                    + " List or a Map");
        };
    }

    private static Table table(List<?> items) {
        Table table = new Table(items.size(), 0);
        for (int i = 0; i < items.size(); i++) {
            table.rawset(i + 1, of(items.get(i)));
        }
        return table;
    }

    private static Table table(Map<?, ?> fields) {
        Table table = new Table(0, fields.size());
        fields.forEach((key, value) -> table.rawset(of(key), of(value)));
        return table;
    }
}
