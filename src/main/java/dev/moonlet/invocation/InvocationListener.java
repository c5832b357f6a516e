package dev.moonlet.invocation;

import dev.moonlet.lua.Failure;
import dev.moonlet.lua.FunctionName;
import dev.moonlet.lua.Usage;
import java.time.Duration;

/** Is told of invocations. */
@FunctionalInterface
public interface InvocationListener {

    /** One is over, all that it has left included. */
    void ended(FunctionName function, Outcome<?> outcome, Duration took, Usage usage);

    /** A timer's or an event's function has failed, which leaves the others running. */
    default void callbackFailed(FunctionName function, Failure failure) {}
}
