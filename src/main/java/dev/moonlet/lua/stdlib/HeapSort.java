package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.stdlib.Sort.Order;
import dev.moonlet.lua.value.Poll;
import org.luaj.vm2.LuaValue;

/** Sorts in a time that does not depend on the items; a part of an array from an item on. */
final class HeapSort {

    private final LuaValue[] items;
    private final Order order;
    private final int first;

    HeapSort(LuaValue[] items, Order order, int first) {
        this.items = items;
        this.order = order;
        this.first = first;
    }

    /** Sorts up to an item, that included. */
    void sort(int last) {
        int count = last - first + 1;
        for (int root = count / 2 - 1; root >= 0; root--) {
            sink(items[first + root], root, count);
        }
        for (int end = count - 1; end > 0; end--) {
            LuaValue item = items[first + end];
            items[first + end] = items[first];
            sink(item, 0, end);
        }
    }

    /** Puts an item where no child of its place is greater; the greater ones rise. */
    private void sink(LuaValue item, int root, int count) {
        int place = root;
        while (place < count / 2) {
            Poll.poll();
            int child = 2 * place + 1;
            if (child + 1 < count && order.less(items[first + child], items[first + child + 1])) {
                child++;
            }
            if (!order.less(item, items[first + child])) {
                break;
            }
            items[first + place] = items[first + child];
            place = child;
        }
        items[first + place] = item;
    }
}
