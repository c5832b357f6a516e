package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.value.Comparison;
import dev.moonlet.lua.value.Names;
import dev.moonlet.lua.value.Poll;
import org.luaj.vm2.Varargs;

/** {@code table.move}. */
final class Move {

    private Move() {}

    static Varargs apply(Arguments arguments) {
        long first = arguments.integer(2);
        long last = arguments.integer(3);
        long target = arguments.integer(4);
        int receiver = arguments.isNil(5) ? 1 : 5;
        Items from = Items.of(arguments, 1, Names.INDEX);
        Items to = Items.of(arguments, receiver, Names.NEWINDEX);
        if (last < first) {
            return to.owner();
        }
        if (first <= 0 && last >= Long.MAX_VALUE + first) {
            throw arguments.failure(3, "too many elements to move");
        }
        if (target > Long.MAX_VALUE - (last - first)) {
            throw arguments.failure(4, "destination wrap around");
        }
        boolean upwards =
                target > last
                        || target <= first
                        || (receiver != 1 && !Comparison.equal(from.owner(), to.owner()));
        for (long i = 0; i <= last - first; i++) {
            Poll.poll();
            long step = upwards ? i : last - first - i;
            to.set(target + step, from.get(first + step));
        }
        return to.owner();
    }
}
