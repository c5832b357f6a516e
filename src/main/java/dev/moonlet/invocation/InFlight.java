package dev.moonlet.invocation;

import dev.moonlet.lua.Coroutine;
import dev.moonlet.operation.Answer;
import dev.moonlet.operation.Operation;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One operation that is performed on a thread of its own, for one suspension of a coroutine. */
final class InFlight {

    private final Coroutine<?> coroutine;
    private final Operation operation;
    private final Mailbox mailbox;
    private volatile @Nullable Answer answer;
    private @Nullable Thread thread;

    InFlight(Coroutine<?> coroutine, Operation operation, Mailbox mailbox) {
        this.coroutine = coroutine;
        this.operation = operation;
        this.mailbox = mailbox;
    }

    void start(Function<Operation, Answer> perform) {
        thread =
                Thread.ofVirtual()
                        .name("operation")
                        .start(() -> {
                            answer = perform.apply(operation);
                            mailbox.put(this);
                        });
    }

    void interrupt() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** Lets the coroutine go on with the answer. */
    void deliver() {
        coroutine.wake(answer);
    }
}
