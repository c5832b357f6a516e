package dev.moonlet.operation.http;

import dev.moonlet.operation.Answer;
import dev.moonlet.operation.Dispatcher;
import dev.moonlet.operation.OperationFailed;
import dev.moonlet.operation.Scope;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.stereotype.Component;

/** Sends requests at once, some at a time. */
@Component
final class SendAllDispatcher implements Dispatcher<SendAll> {

    /** Enough to hide the time that servers take, and no attack on one of them. */
    static final int AT_ONCE = 16;

    private final Sender sender;

    SendAllDispatcher(Sender sender) {
        this.sender = sender;
    }

    @Override
    public List<Answer> perform(SendAll all, Scope scope) throws InterruptedException {
        Room room = sender.room();
        List<Callable<Answer>> tasks =
                all.requests().stream()
                        .map(each -> (Callable<Answer>) () -> answer(each, scope, room))
                        .toList();
        try (ExecutorService threads =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            return threads.invokeAll(tasks).stream().map(Future::resultNow).toList();
        }
    }

    private Answer answer(SendRequest request, Scope scope, Room room) throws InterruptedException {
        try {
            return new Answer.Value(sender.send(request, scope, room));
        } catch (OperationFailed failed) {
            return new Answer.Failed(failed.kind(), String.valueOf(failed.getMessage()));
        }
    }
}
