package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.value.Body;
import dev.moonlet.lua.value.LuaInt;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** {@code string.len}. */
final class Len extends Body {

    @Override
    public Varargs apply(Varargs values) {
        return LuaInt.of(new Arguments("len", values).string(1).m_length);
    }

    @Override
    public Varargs apply(LuaValue text) {
        return text instanceof LuaString known ? LuaInt.of(known.m_length) : super.apply(text);
    }
}
