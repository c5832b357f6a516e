package dev.moonlet.operation.stream;

import dev.moonlet.operation.Dispatcher;
import dev.moonlet.operation.OperationFailed;
import dev.moonlet.operation.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
final class WriteDispatcher implements Dispatcher<Write> {

    @Override
    public @Nullable Object perform(Write operation, Scope scope) throws OperationFailed {
        operation.to().write(operation.bytes(), operation.isText());
        return null;
    }
}
