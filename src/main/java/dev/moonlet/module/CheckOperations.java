package dev.moonlet.module;

import dev.moonlet.operation.Dispatchers;
import dev.moonlet.operation.Operation;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Keeps the service from starting with a module that asks for what nobody performs. */
@Component
final class CheckOperations {

    CheckOperations(Modules modules, Dispatchers dispatchers) {
        modules.definitions().forEach(module -> check(module, dispatchers));
    }

    private static void check(Definition module, Dispatchers dispatchers) {
        Stream.concat(
                        module.functions().stream(),
                        module.types().stream().flatMap(type -> type.methods().stream()))
                .forEach(function ->
                        function.asked()
                                .filter(operation -> !dispatchers.perform(operation))
                                .ifPresent(operation -> {
                                    throw missing(module, function, operation);
                                }));
    }

    private static IllegalStateException missing(
            Definition module, ModuleFunction function, Class<? extends Operation> operation) {
        return new IllegalStateException(
                "'%s' of module '%s' asks for %s, which nobody performs: add a bean that implements Dispatcher<%s>"
                        .formatted(
                                function.name(),
                                module.name(),
                                operation.getName(),
                                operation.getSimpleName()));
    }
}
