package dev.moonlet.operation.http;

import dev.moonlet.operation.Kind;
import dev.moonlet.operation.Operation;
import dev.moonlet.operation.OperationFailed;
import dev.moonlet.operation.Scope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/**
 * Sends requests and waits for them. Each has a virtual thread of its own, so that whoever waits is
 * free again when the time is over or it is interrupted: the lookup of a name can't be ended.
 */
@Component
final class Sender {

    private final Clients clients;
    private final ClientProperties properties;
    private final Clock clock;

    Sender(Clients clients, ClientProperties properties, Clock clock) {
        this.clients = clients;
        this.properties = properties;
        this.clock = clock;
    }

    /** Room for the responses to one operation. */
    Room room() {
        return Room.of(
                properties.maxSize().toBytes(),
                "the responses are together larger than moonlet.client.max-size");
    }

    Response send(SendRequest request, Scope scope, Room room)
            throws OperationFailed, InterruptedException {
        Duration left = left(request.bounds().timeout(), scope);
        Room own =
                room.part(
                        size(request),
                        "the response to %s is larger than max_size".formatted(request));
        Exchange exchange = new Exchange(clients, scope.caller(), request, own);
        try {
            return await(exchange, request, left);
        } finally {
            exchange.cancel();
        }
    }

    /** What a call for an operation returns; it is not ended if that takes too long. */
    <T> T await(Callable<T> call, Operation operation, Duration left)
            throws OperationFailed, InterruptedException {
        FutureTask<T> answered = new FutureTask<>(call);
        Thread.ofVirtual().name("http client").start(answered);
        try {
            return answered.get(left.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failed) {
            throw told(failed);
        } catch (TimeoutException late) {
            throw new OperationFailed(
                    Kind.TIMEOUT,
                    "%s: no response within %d ms".formatted(operation, left.toMillis()));
        }
    }

    /** How long an operation may still wait, of itself and of its invocation. */
    Duration left(Optional<Duration> timeout, Scope scope) {
        Instant now = clock.instant();
        Instant end = now.plus(timeout.orElse(properties.timeout()));
        return Duration.between(now, end.isAfter(scope.deadline()) ? scope.deadline() : end);
    }

    private static OperationFailed told(ExecutionException failed) {
        return switch (failed.getCause()) {
            case OperationFailed told -> told;
            case Error error -> throw error;
            case null, default -> throw new IllegalStateException(failed.getCause());
        };
    }

    private long size(SendRequest request) throws OperationFailed {
        long most = properties.maxSize().toBytes();
        long size = request.bounds().maxSize().orElse(properties.size().toBytes());
        if (size > most) {
            throw new OperationFailed(
                    Kind.INVALID,
                    "max_size is at most %d bytes here (moonlet.client.max-size)".formatted(most));
        }
        return size;
    }
}
