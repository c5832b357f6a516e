package dev.moonlet.lua;

import org.luaj.vm2.Varargs;

/**
 * What is asked of a state: a function, its arguments, and what becomes of its results. All three
 * happen inside the state, under its limits, so that nothing of Lua leaves it.
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
}
