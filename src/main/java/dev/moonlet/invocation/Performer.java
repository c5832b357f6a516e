package dev.moonlet.invocation;

import dev.moonlet.operation.Answer;
import dev.moonlet.operation.Dispatchers;
import dev.moonlet.operation.Operation;
import dev.moonlet.operation.Scope;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Performs the operations of one invocation, on whose behalf and until whose deadline. */
final class Performer {

    private final Dispatchers dispatchers;
    private volatile Scope scope;
    private final Clock clock;
    private volatile @Nullable Operation current;
    private @Nullable Thread performing;
    private @Nullable Future<?> alarm;
    private boolean interrupted;

    Performer(Dispatchers dispatchers, Scope scope, Clock clock) {
        this.dispatchers = dispatchers;
        this.scope = scope;
        this.clock = clock;
    }

    Answer perform(Operation operation) {
        return dispatchers.perform(operation, scope);
    }

    /** Performs an operation on the thread of the loop, interrupted at the deadline. */
    Answer performHere(Operation operation) {
        current = operation;
        begin();
        try {
            return perform(operation);
        } finally {
            end();
            current = null;
        }
    }

    /** What is performed on the thread of the loop, if anything is. */
    @Nullable Operation current() {
        return current;
    }

    synchronized void interrupt() {
        interrupted = true;
        if (performing != null) {
            performing.interrupt();
        }
    }

    /** There is so much time from now. */
    synchronized void prolong(Duration time) {
        close();
        scope = scope.until(clock.instant().plus(time));
        interruptAtDeadline();
    }

    synchronized void close() {
        if (alarm != null) {
            alarm.cancel(false);
        }
    }

    /** Interrupts what is performed on the thread of the loop after that time. */
    synchronized void interruptAfter(Duration left) {
        close();
        alarm =
                ForkJoinPool.commonPool()
                        .schedule(this::interrupt, left.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** No sooner than the script itself is found to have no time left. */
    private void interruptAtDeadline() {
        interruptAfter(Duration.between(clock.instant(), scope.deadline()).plusMillis(2));
    }

    private synchronized void begin() {
        if (alarm == null) {
            interruptAtDeadline();
        }
        performing = Thread.currentThread();
        if (interrupted) {
            performing.interrupt();
        }
    }

    /** From here on nobody interrupts, and what came too late is forgotten. */
    private synchronized void end() {
        performing = null;
        if (interrupted) {
            var _ = Thread.interrupted();
        }
    }
}
