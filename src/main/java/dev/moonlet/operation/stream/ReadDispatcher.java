package dev.moonlet.operation.stream;

import dev.moonlet.operation.Dispatcher;
import dev.moonlet.operation.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
final class ReadDispatcher implements Dispatcher<Read> {

    @Override
    public @Nullable Object perform(Read operation, Scope scope) throws InterruptedException {
        return operation.from().read();
    }
}
