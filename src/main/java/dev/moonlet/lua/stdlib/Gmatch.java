package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.value.Body;
import dev.moonlet.lua.value.Function;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** The iterator that {@code string.gmatch} returns. */
final class Gmatch extends Body {

    private final Matcher matcher;

    private Gmatch(Matcher matcher) {
        this.matcher = matcher;
    }

    static Function of(Arguments arguments) {
        LuaString text = arguments.string(1);
        LuaString pattern = arguments.string(2);
        long start = Slices.start(arguments.integer(3, 1), text.m_length);
        int from = (int) Math.min(start, text.m_length + 2L);
        return new Gmatch(new Matcher(text, Pattern.floating(pattern), from)).function();
    }

    @Override
    public Varargs apply(Varargs arguments) {
        return matcher.find() ? matcher.captures() : LuaValue.NONE;
    }

    @Override
    public Varargs apply(LuaValue subject, LuaValue control) {
        return apply(LuaValue.NONE);
    }
}
