package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.value.Body;
import dev.moonlet.lua.value.Poll;
import dev.moonlet.lua.value.Table;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** {@code table.remove}. */
final class Remove extends Body {

    @Override
    public Varargs apply(Varargs values) {
        Arguments arguments = new Arguments("remove", values);
        Items items = Items.toChange(arguments);
        long count = items.count();
        long position = arguments.integer(2, count);
        if (position != count && Long.compareUnsigned(position - 1, count) > 0) {
            throw arguments.failure(1, "position out of bounds");
        }
        return remove(items, position, count);
    }

    @Override
    public Varargs apply(LuaValue owner) {
        Table plain = Items.plain(owner);
        int count = plain == null ? 0 : plain.length();
        return plain == null || count == 0 ? super.apply(owner) : plain.removeItem(count);
    }

    private static LuaValue remove(Items items, long position, long count) {
        Table plain = Items.plain(items.owner());
        if (plain != null && position > 0 && position <= count) {
            return plain.removeItem((int) position);
        }
        LuaValue removed = items.get(position);
        for (long i = position; i < count; i++) {
            Poll.poll();
            items.set(i, items.get(i + 1));
        }
        items.set(Math.max(position, count), LuaValue.NIL);
        return removed;
    }
}
