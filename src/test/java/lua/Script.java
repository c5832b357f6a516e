package lua;

import dev.moonlet.lua.value.Body;
import dev.moonlet.lua.value.Calls;
import dev.moonlet.lua.value.LuaInt;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** Stands for a compiled script: its lines are what messages begin with. */
public final class Script extends Body {

    private final LuaValue called;

    public Script(LuaValue called) {
        this.called = called;
    }

    @Override
    public Varargs apply(Varargs arguments) {
        return Calls.apply(called, arguments);
    }

    /** A function that calls itself without an end. */
    public static final class Endless extends Body {

        @Override
        public Varargs apply(Varargs arguments) {
            return LuaValue.varargsOf(LuaInt.of(1), Calls.apply(function(), arguments));
        }
    }
}
