package dev.moonlet.operation;

import dev.moonlet.security.Permission;
import dev.moonlet.security.Permissions;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;

/** The one place where operations are performed: permission, deadline, failure. */
@Component
public final class Dispatchers {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatchers.class);

    private final Permissions permissions;
    private final Clock clock;
    private final OperationListener listener;
    private final Finder byOperation;

    /** Finds who performs the operations of a class. */
    @FunctionalInterface
    public interface Finder {
        @Nullable Dispatcher<?> find(Class<?> operation);
    }

    @Autowired
    public Dispatchers(
            List<Dispatcher<?>> dispatchers,
            Permissions permissions,
            Clock clock,
            OperationListener listener) {
        this(byOperation(dispatchers)::get, permissions, clock, listener);
    }

    public Dispatchers(
            Finder byOperation, Permissions permissions, Clock clock, OperationListener listener) {
        this.byOperation = byOperation;
        this.permissions = permissions;
        this.clock = clock;
        this.listener = listener;
    }

    /** Whether there is one for the operations of a class. */
    public boolean perform(Class<? extends Operation> operation) {
        return byOperation.find(operation) != null;
    }

    /** Performs an operation on the calling thread; never throws for what the operation does. */
    public <O extends Operation> Answer perform(O operation, Scope scope) {
        OperationListener.Performance performance = listener.begins(operation, scope);
        Answer answer = answer(operation, scope);
        performance.ended(answer);
        return answer;
    }

    private <O extends Operation> Answer answer(O operation, Scope scope) {
        try {
            return permitted(operation, scope);
        } catch (OperationFailed failed) {
            return new Answer.Failed(failed.kind(), String.valueOf(failed.getMessage()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return isOver(scope)
                    ? new Answer.Failed(Kind.TIMEOUT, "no time is left")
                    : new Answer.Failed(Kind.CANCELED, "canceled");
        } catch (Exception unexpected) {
            LOG.error("request {}: {} failed", scope.id(), operation.title(), unexpected);
            return new Answer.Failed(Kind.INTERNAL, "internal error");
        }
    }

    @SuppressWarnings("InterruptedExceptionSwallowed") // perform() tells it from the others
    private <O extends Operation> Answer permitted(O operation, Scope scope) throws Exception {
        if (operation.permission().filter(needed -> denied(needed, scope)).isPresent()) {
            throw new OperationFailed(Kind.PERMISSION_DENIED, "permission denied");
        }
        if (isOver(scope)) {
            throw new OperationFailed(Kind.TIMEOUT, "no time is left");
        }
        return new Answer.Value(dispatcher(operation).perform(operation, scope));
    }

    private boolean isOver(Scope scope) {
        return !clock.instant().isBefore(scope.deadline());
    }

    private boolean denied(Permission needed, Scope scope) {
        return !permissions.allow(scope.caller(), needed);
    }

    @SuppressWarnings("unchecked") // register() has read the type from the dispatcher itself
    private <O extends Operation> Dispatcher<O> dispatcher(O operation) {
        Dispatcher<?> found = byOperation.find(operation.getClass());
        if (found == null) {
            throw new IllegalStateException(
                    "no dispatcher performs " + operation.getClass().getName());
        }
        return (Dispatcher<O>) found;
    }

    /** Who performs which operations: those of a sealed interface are all that it permits. */
    public static Map<Class<?>, Dispatcher<?>> byOperation(List<Dispatcher<?>> dispatchers) {
        Map<Class<?>, Dispatcher<?>> found = new HashMap<>();
        for (Dispatcher<?> dispatcher : dispatchers) {
            add(found, operation(dispatcher), dispatcher);
        }
        return found;
    }

    private static void add(
            Map<Class<?>, Dispatcher<?>> found, Class<?> operation, Dispatcher<?> dispatcher) {
        if (operation.isSealed()) {
            for (Class<?> permitted : operation.getPermittedSubclasses()) {
                add(found, permitted, dispatcher);
            }
            return;
        }
        Dispatcher<?> other = found.put(operation, dispatcher);
        if (other != null) {
            throw new IllegalStateException(
                    "both %s and %s perform %s: remove one"
                            .formatted(
                                    other.getClass().getName(),
                                    dispatcher.getClass().getName(),
                                    operation.getName()));
        }
    }

    private static Class<?> operation(Dispatcher<?> dispatcher) {
        Class<?> operation =
                ResolvableType.forInstance(dispatcher).as(Dispatcher.class).getGeneric(0).resolve();
        if (operation == null || operation.equals(Operation.class)) {
            throw new IllegalStateException(
                    "%s does not say which operation it performs: declare it as a class that"
                                    .formatted(dispatcher.getClass().getName())
                            + " implements Dispatcher<TheOperation>");
        }
        return operation;
    }
}
