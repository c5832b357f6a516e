package dev.moonlet.lua;

/** What a coroutine does. */
@FunctionalInterface
interface Task<T> {

    Step<T> run(Coroutine<T> own);
}
