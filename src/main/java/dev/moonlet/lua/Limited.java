package dev.moonlet.lua;

import dev.moonlet.lua.value.Run;
import org.luaj.vm2.LuaValue;

/** A run that is charged with what it uses. */
abstract class Limited extends Run {

    final Tasks tasks;

    Limited(Tasks tasks) {
        this.tasks = tasks;
    }

    /** Those that run in turns with this one. */
    public final Tasks tasks() {
        return tasks;
    }

    @Override
    public final void closes(LuaValue closed) {
        tasks.closes(closed);
    }

    @Override
    protected final void check() {
        tasks.allowance().check();
    }

    @Override
    protected final void charge(long bytes) {
        super.charge(bytes);
        tasks.allowance().charge(bytes);
    }

    @Override
    protected final long longestString() {
        return Math.min(super.longestString(), tasks.allowance().longestString());
    }

    @Override
    public final void coroutineBegins() {
        tasks.allowance().coroutineBegins();
    }

    @Override
    public final void coroutineEnds() {
        tasks.allowance().coroutineEnds();
    }
}
