package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.stdlib.Sort.Order;
import dev.moonlet.lua.value.Failures;
import dev.moonlet.lua.value.Poll;
import org.luaj.vm2.LuaValue;

/**
 * Sorts with the comparisons that C Lua makes, in its order, so that items that are equal end up
 * where they do there. Where C Lua begins to choose pivots by chance, because they were bad, a heap
 * sorts the rest in a time that is sure. An order that contradicts itself gets an error, or some
 * order.
 */
final class QuickSort {

    /** A part that is so many times smaller than the other shows a bad pivot. */
    private static final int BAD = 128;

    private final LuaValue[] items;
    private final Order order;

    QuickSort(LuaValue[] items, Order order) {
        this.items = items;
        this.order = order;
    }

    /** Sorts the items between two, both included; the larger part in this loop. */
    void sort(int from, int to) {
        int low = from;
        int high = to;
        while (low < high) {
            int pivot = split(low, high);
            if (pivot < 0) {
                return;
            }
            int smaller = Math.min(pivot - low, high - pivot);
            if (pivot - low < high - pivot) {
                sort(low, pivot - 1);
                low = pivot + 1;
            } else {
                sort(pivot + 1, high);
                high = pivot - 1;
            }
            if ((high - low) / BAD > smaller) {
                new HeapSort(items, order, low).sort(high);
                return;
            }
        }
    }

    /** Parts the items at the one that is between the first, the middle and the last. */
    private int split(int low, int high) {
        swapIfLess(high, low);
        if (high - low == 1) {
            return -1;
        }
        int middle = (low + high) >>> 1;
        if (!swapIfLess(middle, low)) {
            swapIfLess(high, middle);
        }
        if (high - low == 2) {
            return -1;
        }
        swap(middle, high - 1);
        return partition(low, high - 1);
    }

    /** Puts the pivot, which is the last item, between those before it and those behind it. */
    private int partition(int low, int last) {
        LuaValue pivot = items[last];
        int left = low;
        int right = last;
        while (true) {
            while (less(items[++left], pivot)) {
                if (left == last) {
                    throw inconsistent();
                }
            }
            while (less(pivot, items[--right])) {
                if (right < left) {
                    throw inconsistent();
                }
            }
            if (right < left) {
                swap(last, left);
                return left;
            }
            swap(left, right);
        }
    }

    private boolean swapIfLess(int one, int other) {
        boolean less = less(items[one], items[other]);
        if (less) {
            swap(one, other);
        }
        return less;
    }

    private boolean less(LuaValue one, LuaValue other) {
        Poll.poll();
        return order.less(one, other);
    }

    private void swap(int one, int other) {
        LuaValue item = items[one];
        items[one] = items[other];
        items[other] = item;
    }

    private static RuntimeException inconsistent() {
        return Failures.of("invalid order function for sorting");
    }
}
