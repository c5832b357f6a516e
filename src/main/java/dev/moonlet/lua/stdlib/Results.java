package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.value.Failures;
import dev.moonlet.lua.value.Memory;
import java.util.ArrayList;
import java.util.List;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** The results of a function that may have very many. */
final class Results {

    /** A call may not have so many, as if they had to fit on C Lua's stack. */
    static final int MAX = 1_000_000;

    private static final int REFERENCE = 4;

    private final List<LuaValue> values = new ArrayList<>();
    private final String failure;

    /** So many results, which are to be filled in; or a failure for so many. */
    static LuaValue[] allocate(long count, String failure) {
        check(count, failure);
        Memory.charge(REFERENCE * count);
        return new LuaValue[(int) count];
    }

    /** No results yet, but so many at most; or a failure for so many. */
    static Results atMost(long count, String failure) {
        check(count, failure);
        return new Results(failure);
    }

    Results(String failure) {
        this.failure = failure;
    }

    Results add(LuaValue value) {
        check(values.size() + 1L, failure);
        Memory.charge(REFERENCE);
        values.add(value);
        return this;
    }

    Varargs all() {
        return LuaValue.varargsOf(values.toArray(LuaValue[]::new));
    }

    private static void check(long count, String failure) {
        if (count >= MAX) {
            throw Failures.of("stack overflow (" + failure + ")");
        }
    }
}
