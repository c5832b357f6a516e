package dev.moonlet.operation.stream;

import dev.moonlet.operation.Dispatcher;
import dev.moonlet.operation.OperationFailed;
import dev.moonlet.operation.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
final class ReceiveDispatcher implements Dispatcher<Receive> {

    @Override
    public @Nullable Object perform(Receive operation, Scope scope) throws OperationFailed {
        return operation.from().read(operation.most());
    }
}
