package dev.moonlet.operation;

import org.jspecify.annotations.Nullable;

/**
 * A bean that performs one type of operation, in plain blocking code on a virtual thread.
 *
 * @param <O> the operation, by which the dispatcher is found
 */
public interface Dispatcher<O extends Operation> {

    /**
     * Performs an operation.
     *
     * @return what the operation came to, for the module that asked
     * @throws OperationFailed to tell the script what kind of failure it was; any other exception
     *     is internal, and its text stays in the log
     */
    @Nullable Object perform(O operation, Scope scope) throws Exception;
}
