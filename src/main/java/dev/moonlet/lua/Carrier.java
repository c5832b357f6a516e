package dev.moonlet.lua;

/**
 * Carries a body of code that can stop half way and go on later, on whichever thread runs it next.
 */
abstract class Carrier {

    /** Makes a carrier for a body: the one choice between the two kinds. */
    @FunctionalInterface
    interface Kind {
        Carrier carry(Runnable body);
    }

    /** Continuations where this JVM exports them, else a virtual thread for each body. */
    static Kind best() {
        return continuationsAreExported() ? ContinuationCarrier::new : ThreadCarrier::new;
    }

    /** Whether this JVM was started with {@code --add-exports java.base/jdk.internal.vm}. */
    static boolean continuationsAreExported() {
        Module base = Object.class.getModule();
        return base.isExported("jdk.internal.vm", Carrier.class.getModule());
    }

    /** Runs the body until it suspends or ends. */
    abstract void run();

    /** Called by the body: returns when {@link #run} is called again. */
    abstract void suspend();

    /** Ends a body that will never be run again. */
    abstract void abandon();
}
