package dev.moonlet.module.text;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.moonlet.lua.Text;
import dev.moonlet.lua.value.Poll;
import dev.moonlet.lua.value.Strings;
import dev.moonlet.lua.value.Table;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** What a template sees of Lua's values, and nothing of Java's: a table with items is a list. */
final class TableValues implements Mustache.Collector {

    @Override
    public @Nullable Iterator<?> toIterator(Object value) {
        return value instanceof Table table && (table.rawlen() > 0 || table.keyCount() == 0)
                ? LongStream.rangeClosed(1, table.rawlen())
                        .mapToObj(i -> seen(table.get(i)))
                        .iterator()
                : null;
    }

    @Override
    public Mustache.@Nullable VariableFetcher createFetcher(Object context, String name) {
        return context instanceof Table ? TableValues::field : null;
    }

    @Override
    public <K, V> Map<K, V> createFetcherCache() {
        return new ConcurrentHashMap<>();
    }

    private static Object field(Object context, String name) {
        LuaValue value = ((Table) context).rawget(Text.of(name));
        return value == LuaValue.NIL ? Template.NO_FETCHER_FOUND : seen(value);
    }

    private static Object seen(LuaValue value) {
        Poll.poll();
        return switch (value) {
            case Table table -> table;
            case LuaString text -> Text.of(text);
            default ->
                    value.isboolean() ? (Object) value.toboolean() : Text.of(Strings.text(value));
        };
    }
}
