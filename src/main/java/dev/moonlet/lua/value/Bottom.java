package dev.moonlet.lua.value;

/** Where the stack of a coroutine begins: what is below belongs to the one that has resumed it. */
public final class Bottom {

    private Bottom() {}

    /** Runs the body of a coroutine. Traces end here. */
    public static void run(Runnable body) {
        body.run();
    }
}
