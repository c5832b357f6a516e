package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.value.Calls;
import dev.moonlet.lua.value.Comparison;
import dev.moonlet.lua.value.Memory;
import dev.moonlet.lua.value.Poll;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/**
 * {@code table.sort}. The items are sorted outside of the table and come back when all is done: an
 * error leaves the table as it was.
 */
final class Sort {

    private static final int REFERENCE = 4;

    private Sort() {}

    static Varargs apply(Arguments arguments) {
        Items items = Items.toChange(arguments);
        long count = items.count();
        if (count > 1) {
            if (count >= Integer.MAX_VALUE) {
                throw arguments.failure(1, "array too big");
            }
            Order order = arguments.isNil(2) ? Comparison::less : byFunction(arguments.function(2));
            sort(items, (int) count, order);
        }
        return LuaValue.NONE;
    }

    /** What comes before what. */
    @FunctionalInterface
    interface Order {
        boolean less(LuaValue one, LuaValue other);
    }

    private static Order byFunction(LuaValue function) {
        return (one, other) -> Comparison.isTrue(Calls.call(function, one, other));
    }

    private static void sort(Items items, int count, Order order) {
        Memory.charge((long) REFERENCE * count);
        LuaValue[] sorted = new LuaValue[count];
        for (int i = 0; i < count; i++) {
            Poll.poll();
            sorted[i] = items.get(i + 1);
        }
        new QuickSort(sorted, order).sort(0, count - 1);
        for (int i = 0; i < count; i++) {
            Poll.poll();
            items.set(i + 1, sorted[i]);
        }
    }
}
