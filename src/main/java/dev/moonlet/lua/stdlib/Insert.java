package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.value.Body;
import dev.moonlet.lua.value.Failures;
import dev.moonlet.lua.value.Poll;
import dev.moonlet.lua.value.Table;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** {@code table.insert}. */
final class Insert extends Body {

    @Override
    public Varargs apply(Varargs values) {
        Arguments arguments = new Arguments("insert", values);
        Items items = Items.toChange(arguments);
        long end = items.count() + 1;
        switch (arguments.count()) {
            case 2 -> items.set(end, values.arg(2));
            case 3 -> insert(items, position(arguments, end), end, values.arg(3));
            default -> throw Failures.of("wrong number of arguments to 'insert'");
        }
        return LuaValue.NONE;
    }

    @Override
    public Varargs apply(LuaValue owner, LuaValue item) {
        Table plain = Items.plain(owner);
        if (plain == null) {
            return super.apply(owner, item);
        }
        plain.put(plain.length() + 1L, item);
        return LuaValue.NONE;
    }

    private static long position(Arguments arguments, long end) {
        long position = arguments.integer(2);
        if (Long.compareUnsigned(position - 1, end) >= 0) {
            throw arguments.failure(2, "position out of bounds");
        }
        return position;
    }

    private static void insert(Items items, long position, long end, LuaValue item) {
        Table plain = Items.plain(items.owner());
        if (plain != null) {
            plain.insertItem((int) position, item);
            return;
        }
        for (long i = end; i > position; i--) {
            Poll.poll();
            items.set(i, items.get(i - 1));
        }
        items.set(position, item);
    }
}
