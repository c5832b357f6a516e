package dev.moonlet.module;

import dev.moonlet.lua.value.Poll;
import dev.moonlet.lua.value.Table;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One attempt to begin a module: its init, on a thread of its own, and then its table. */
final class Beginning {

    /** How soon a script that waits finds out that it has passed a limit. */
    private static final long LOOK_MILLIS = 5;

    private final Definition definition;
    private final CompletableFuture<Table> table = new CompletableFuture<>();
    private final Thread thread;

    Beginning(Definition definition) {
        this.definition = definition;
        thread = Thread.ofVirtual().name("module " + definition.name()).unstarted(this::run);
    }

    /** Starts it, and interrupts it when it has taken too long. */
    void start(Duration patience) {
        thread.start();
        var _ =
                table.orTimeout(patience.toNanos(), TimeUnit.NANOSECONDS)
                        .whenComplete((_, failure) -> {
                            if (failure instanceof TimeoutException) {
                                thread.interrupt();
                            }
                        });
    }

    boolean hasSucceeded() {
        return table.state() == CompletableFuture.State.SUCCESS;
    }

    boolean hasFailed() {
        return table.state() == CompletableFuture.State.FAILED;
    }

    ModuleStatus status() {
        return switch (table.state()) {
            case SUCCESS -> status(Progress.LOADED, Optional.empty());
            case RUNNING -> status(Progress.LOADING, Optional.empty());
            case FAILED, CANCELLED ->
                    status(Progress.FAILED, Optional.of(InitFailed.reason(table.exceptionNow())));
        };
    }

    private ModuleStatus status(Progress progress, Optional<String> error) {
        return new ModuleStatus(definition.name(), progress, error);
    }

    /** Refuses another attempt while this one was interrupted and goes on nevertheless. */
    void checkOver() throws InitFailed {
        if (table.exceptionNow() instanceof TimeoutException late && thread.isAlive()) {
            throw new InitFailed(definition.name(), late);
        }
    }

    /** Waits for the table; a script that passes a limit meanwhile waits no longer. */
    Table await(Duration patience) throws InitFailed, InterruptedException {
        long start = System.nanoTime();
        while (true) {
            try {
                return table.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (ExecutionException failed) {
                Throwable cause = Objects.requireNonNullElse(failed.getCause(), failed);
                throw new InitFailed(definition.name(), cause);
            } catch (TimeoutException notYet) {
                Poll.poll();
                if (System.nanoTime() - start > patience.toNanos()) {
                    throw new InitFailed(definition.name(), notYet);
                }
            }
        }
    }

    private void run() {
        try {
            definition.init().run();
            table.complete(definition.table());
        } catch (Exception failure) {
            table.completeExceptionally(failure);
        } catch (Error fatal) {
            table.completeExceptionally(fatal);
            throw fatal;
        }
    }
}
