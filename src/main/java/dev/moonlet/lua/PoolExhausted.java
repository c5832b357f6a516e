package dev.moonlet.lua;

/** No state came free while a borrower waited. */
public final class PoolExhausted extends Exception {

    PoolExhausted(String message) {
        super(message, null, false, false);
    }
}
