package dev.moonlet.lua;

import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/**
 * What is asked of a state: a function, its arguments, and what becomes of its results. All of it
 * happens inside the state, under its limits, so that nothing of Lua leaves it.
 *
 * @param <T> what the results become
 */
public interface Call<T> {

    FunctionName function();

    /**
     * What the function is called with.
     *
     * @throws Rejected if what the outside has sent can't be an argument
     */
    Varargs arguments();

    T result(Varargs results);

    /** What becomes of an error that the function has raised; null if its message says it all. */
    default @Nullable Object raised(LuaValue error) {
        return null;
    }
}
