package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.value.Failures;
import dev.moonlet.lua.value.Poll;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** {@code table.concat}. */
final class Concat {

    private Concat() {}

    static Varargs apply(Arguments arguments) {
        Items items = Items.toRead(arguments);
        long count = items.count();
        LuaString separator = arguments.string(2, LuaValue.EMPTYSTRING);
        long first = arguments.integer(3, 1);
        long last = arguments.integer(4, count);
        Buffer joined = new Buffer(0);
        for (long i = first; i <= last; i++) {
            Poll.poll();
            joined.add(text(items.get(i), i));
            if (i == last) {
                break;
            }
            joined.add(separator);
        }
        return joined.text();
    }

    private static LuaString text(LuaValue item, long position) {
        return switch (item) {
            case LuaString text -> text;
            case LuaNumber number -> number.strvalue();
            default ->
                    throw Failures.of(
                            "invalid value (%s) at index %d in table for 'concat'"
                                    .formatted(Failures.typeName(item), position));
        };
    }
}
