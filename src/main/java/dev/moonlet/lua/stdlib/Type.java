package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.value.Body;
import java.util.stream.Stream;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** {@code type}. */
final class Type extends Body {

    /** By the numbers that LuaJ gives the types. */
    private static final LuaString[] NAMES =
            Stream.of(LuaValue.TYPE_NAMES).map(LuaValue::valueOf).toArray(LuaString[]::new);

    @Override
    public Varargs apply(Varargs values) {
        return apply(new Arguments("type", values).any(1));
    }

    @Override
    public Varargs apply(LuaValue value) {
        return NAMES[value.type()];
    }
}
