package dev.moonlet.operation.stream;

import dev.moonlet.operation.OperationFailed;

/** Where a client reads what is written for it as it comes. */
@FunctionalInterface
public interface Outlet {

    /** Returns when the client's connection has taken it. */
    void write(byte[] bytes, boolean isText) throws OperationFailed;
}
