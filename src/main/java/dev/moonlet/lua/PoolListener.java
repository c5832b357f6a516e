package dev.moonlet.lua;

/** Is told what happens to the states of a pool. */
public interface PoolListener {

    /** Hears nothing. */
    PoolListener NONE = new PoolListener() {};

    default void created(String pool) {}

    default void lent(String pool, long waitedNanos) {}

    /** A borrower has given its state back, to be lent again or to be discarded. */
    default void returned(String pool) {}

    default void discarded(String pool, Discard reason) {}

    /** A borrower gave up. */
    default void exhausted(String pool) {}
}
