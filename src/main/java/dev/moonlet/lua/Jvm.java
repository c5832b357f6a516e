package dev.moonlet.lua;

import dev.moonlet.lua.coroutine.Carrier;
import dev.moonlet.lua.memory.CarrierThread;
import dev.moonlet.lua.memory.LiveFrames;

/** What this JVM lets scripts have. */
public final class Jvm {

    private Jvm() {}

    /** Has those classes begin that would be of no use for good if a stack ended while they do. */
    static void begin() {
        LiveFrames.areOpen();
        CarrierThread.isShown();
        StackTraceElement[] _ = new Throwable().getStackTrace();
    }

    /** Whether coroutines are continuations, because the JVM exports them, and no threads. */
    public static boolean hasContinuations() {
        return Carrier.continuationsAreExported();
    }

    /** Whether all that a call holds is counted, because the JVM opens {@code java.lang}. */
    public static boolean countsWhole() {
        return LiveFrames.areOpen();
    }
}
