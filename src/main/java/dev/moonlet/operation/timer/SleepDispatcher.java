package dev.moonlet.operation.timer;

import dev.moonlet.operation.Dispatcher;
import dev.moonlet.operation.Kind;
import dev.moonlet.operation.OperationFailed;
import dev.moonlet.operation.Scope;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sleeps on the virtual thread it is called on, no longer than the deadline. */
@Component
final class SleepDispatcher implements Dispatcher<Sleep> {

    private final Clock clock;

    SleepDispatcher(Clock clock) {
        this.clock = clock;
    }

    @Override
    public @Nullable Object perform(Sleep sleep, Scope scope)
            throws InterruptedException, OperationFailed {
        Duration left = Duration.between(clock.instant(), scope.deadline());
        if (sleep.duration().compareTo(left) <= 0) {
            Thread.sleep(sleep.duration());
            return null;
        }
        Thread.sleep(left);
        throw new OperationFailed(
                Kind.TIMEOUT, "the time was over before a sleep of " + sleep.duration() + " was");
    }
}
