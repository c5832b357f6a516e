package dev.moonlet.operation.http;

import dev.moonlet.operation.Dispatcher;
import dev.moonlet.operation.OperationFailed;
import dev.moonlet.operation.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
final class RelayDispatcher implements Dispatcher<Relay> {

    @Override
    public @Nullable Object perform(Relay relay, Scope scope)
            throws OperationFailed, InterruptedException {
        relay.from().copyTo(relay.to());
        return null;
    }
}
