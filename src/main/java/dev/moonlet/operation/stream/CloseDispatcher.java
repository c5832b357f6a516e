package dev.moonlet.operation.stream;

import dev.moonlet.operation.Dispatcher;
import dev.moonlet.operation.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
final class CloseDispatcher implements Dispatcher<Close> {

    @Override
    public @Nullable Object perform(Close operation, Scope scope) {
        operation.link().close(operation.code(), operation.reason());
        return null;
    }
}
