package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.value.Body;
import dev.moonlet.lua.value.Comparison;
import dev.moonlet.lua.value.Poll;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** {@code math.max} and {@code math.min}: of whatever can be compared. */
final class Extreme extends Body {

    private final String name;
    private final boolean greatest;

    Extreme(String name, boolean greatest) {
        this.name = name;
        this.greatest = greatest;
    }

    @Override
    public Varargs apply(Varargs values) {
        LuaValue extreme = new Arguments(name, values).any(1);
        for (int i = 2; i <= values.narg(); i++) {
            Poll.poll();
            extreme = of(extreme, values.arg(i));
        }
        return extreme;
    }

    @Override
    public Varargs apply(LuaValue one, LuaValue other) {
        return of(one, other);
    }

    private LuaValue of(LuaValue extreme, LuaValue next) {
        boolean beyond = greatest ? Comparison.less(extreme, next) : Comparison.less(next, extreme);
        return beyond ? next : extreme;
    }
}
