package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.value.Body;
import dev.moonlet.lua.value.Failures;
import dev.moonlet.lua.value.LuaInt;
import dev.moonlet.lua.value.Memory;
import dev.moonlet.lua.value.Poll;
import dev.moonlet.lua.value.Table;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** {@code table.unpack}, and {@code table.pack}, which is its inverse. */
final class Unpack extends Body {

    /** C Lua's stack holds about as many: never a million. */
    private static final int MAX_RESULTS = 999_999;

    private static final int REFERENCE = 4;

    @Override
    public Varargs apply(Varargs values) {
        Arguments arguments = new Arguments("unpack", values);
        Items items = new Items(arguments.value(1));
        long first = arguments.integer(2, 1);
        long last = arguments.isNil(3) ? items.count() : arguments.integer(3);
        return first > last ? LuaValue.NONE : items(items, first, last);
    }

    private static Varargs items(Items items, long first, long last) {
        if (Long.compareUnsigned(last - first, MAX_RESULTS) >= 0) {
            throw Failures.of("too many results to unpack");
        }
        int count = (int) (last - first + 1);
        Memory.charge((long) REFERENCE * count);
        LuaValue[] results = new LuaValue[count];
        for (int i = 0; i < count; i++) {
            Poll.poll();
            results[i] = items.get(first + i);
        }
        return LuaValue.varargsOf(results);
    }

    static Varargs pack(Arguments arguments) {
        int count = arguments.count();
        Memory.charge((long) REFERENCE * count);
        LuaValue[] items = new LuaValue[count];
        for (int i = 0; i < count; i++) {
            Poll.poll();
            items[i] = arguments.value(i + 1);
        }
        Table packed = Table.ofItems(items);
        packed.put(LuaValue.valueOf("n"), LuaInt.of(count));
        return packed;
    }
}
