package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.value.Body;
import dev.moonlet.lua.value.LuaInt;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** {@code select}. */
final class Select extends Body {

    @Override
    public Varargs apply(Varargs values) {
        Arguments arguments = new Arguments("select", values);
        int others = arguments.count() - 1;
        if (values.arg1() instanceof LuaString text
                && text.m_length > 0
                && text.luaByte(0) == '#') {
            return LuaInt.of(others);
        }
        long position = arguments.integer(1);
        if (position == 0 || position < -others) {
            throw arguments.failure(1, "index out of range");
        }
        long first = position < 0 ? others + position + 1 : position;
        return first > others ? LuaValue.NONE : arguments.from((int) first + 1);
    }
}
