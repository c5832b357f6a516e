package dev.moonlet.operation.http;

import dev.moonlet.operation.Dispatcher;
import dev.moonlet.operation.OperationFailed;
import dev.moonlet.operation.Scope;
import org.springframework.stereotype.Component;

/** Sends one request. */
@Component
final class SendRequestDispatcher implements Dispatcher<SendRequest> {

    private final Sender sender;

    SendRequestDispatcher(Sender sender) {
        this.sender = sender;
    }

    @Override
    public Response perform(SendRequest request, Scope scope)
            throws OperationFailed, InterruptedException {
        return sender.send(request, scope, sender.room());
    }
}
