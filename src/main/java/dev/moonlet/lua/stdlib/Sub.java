package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.value.Body;
import dev.moonlet.lua.value.LuaInt;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** {@code string.sub}. */
final class Sub extends Body {

    private static final LuaString EMPTY = LuaValue.EMPTYSTRING;

    @Override
    public Varargs apply(Varargs values) {
        Arguments arguments = new Arguments("sub", values);
        return slice(arguments.string(1), arguments.integer(2), arguments.integer(3, -1));
    }

    @Override
    public Varargs apply(LuaValue text, LuaValue from) {
        return text instanceof LuaString known && from instanceof LuaInt start
                ? slice(known, start.value, -1)
                : super.apply(text, from);
    }

    @Override
    public Varargs apply(LuaValue text, LuaValue from, LuaValue to) {
        return text instanceof LuaString known
                        && from instanceof LuaInt start
                        && to instanceof LuaInt end
                ? slice(known, start.value, end.value)
                : super.apply(text, from, to);
    }

    private static LuaString slice(LuaString text, long from, long to) {
        long start = Slices.start(from, text.m_length);
        int end = Slices.end(to, text.m_length);
        if (start > end) {
            return EMPTY;
        }
        if (start == 1 && end == text.m_length) {
            return text;
        }
        return Slices.of(text.m_bytes, text.m_offset + (int) start - 1, text.m_offset + end);
    }
}
