package dev.moonlet.invocation;

/** The clock that timers go by. */
public interface Pace {

    /** The clock on the wall. */
    Pace REAL =
            new Pace() {
                @Override
                public long now() {
                    return System.nanoTime();
                }

                @Override
                public void pass(long nanos, Mailbox until, boolean busy) {
                    until.await(nanos);
                }
            };

    long now();

    /**
     * Lets time pass.
     *
     * @param nanos how long at most
     * @param until what ends it, when something arrives there
     * @param busy whether something will arrive, as operations are performed meanwhile
     */
    void pass(long nanos, Mailbox until, boolean busy);
}
