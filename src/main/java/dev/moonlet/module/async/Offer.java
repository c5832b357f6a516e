package dev.moonlet.module.async;

import dev.moonlet.lua.value.Held;
import org.luaj.vm2.LuaValue;

/**
 * One case of a selection that waits at a channel.
 *
 * @param value what it sends, or nil
 */
record Offer(Selection selection, int index, LuaValue value) implements Held {

    /** Whether the selection has gone on with another of its cases. */
    boolean isOver() {
        return selection.isOver();
    }

    /** Has the selection go on with this case. */
    void accept(LuaValue received, boolean open) {
        selection.choose(new Selection.Choice(index, received, open));
    }
}
