package dev.moonlet.lua.value;

import org.jspecify.annotations.Nullable;

/**
 * Who is in charge of the errors of one coroutine, or of the script itself: it goes with the
 * coroutine from run to run.
 */
public final class Charge {

    @Nullable MessageHandler handler;

    public Charge(@Nullable MessageHandler handler) {
        this.handler = handler;
    }
}
