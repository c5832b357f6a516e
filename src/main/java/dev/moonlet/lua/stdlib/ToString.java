package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.value.Body;
import dev.moonlet.lua.value.Strings;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** {@code tostring}. */
final class ToString extends Body {

    @Override
    public Varargs apply(Varargs values) {
        return Strings.text(new Arguments("tostring", values).any(1));
    }

    @Override
    public Varargs apply(LuaValue value) {
        return Strings.text(value);
    }
}
