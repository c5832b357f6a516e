package dev.moonlet.operation.actionbus;

import dev.moonlet.operation.Dispatcher;
import dev.moonlet.operation.Kind;
import dev.moonlet.operation.OperationFailed;
import dev.moonlet.operation.PlainValues;
import dev.moonlet.operation.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
final class PerformActionDispatcher implements Dispatcher<PerformAction> {

    private final Actions actions;

    PerformActionDispatcher(Actions actions) {
        this.actions = actions;
    }

    @Override
    public @Nullable Object perform(PerformAction operation, Scope scope) throws Exception {
        Action action = actions.named(operation.name());
        if (action == null) {
            throw new OperationFailed(
                    Kind.NOT_FOUND, "there is no action '%s'".formatted(operation.name()));
        }
        return PlainValues.copy(action.perform(operation.payload()));
    }
}
