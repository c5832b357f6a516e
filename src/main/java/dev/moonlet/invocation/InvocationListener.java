package dev.moonlet.invocation;

import dev.moonlet.lua.FunctionName;
import dev.moonlet.lua.Usage;
import java.time.Duration;

/** Is told of every invocation that has ended. */
@FunctionalInterface
public interface InvocationListener {
    void ended(FunctionName function, Outcome<?> outcome, Duration took, Usage usage);
}
