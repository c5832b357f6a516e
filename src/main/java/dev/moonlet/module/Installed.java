package dev.moonlet.module;

import dev.moonlet.lua.value.Table;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;

/** A module in this JVM: its table is made when it is first asked for, once its init has run. */
final class Installed {

    private final Definition definition;
    private final AtomicReference<CompletableFuture<Table>> attempt =
            new AtomicReference<>(
                    CompletableFuture.failedFuture(new IllegalStateException("not asked for yet")));

    Installed(Definition definition) {
        this.definition = definition;
    }

    Definition definition() {
        return definition;
    }

    /** Whether the table has been made. */
    boolean isReady() {
        return attempt.get().state() == CompletableFuture.State.SUCCESS;
    }

    /**
     * The table. Who comes first runs the init, under no lock; the others wait for it. A failure is
     * told to all of them, and the next one tries again.
     */
    Table table() throws InitFailed, InterruptedException {
        try {
            return current().get();
        } catch (ExecutionException failed) {
            Throwable cause = Objects.requireNonNullElse(failed.getCause(), failed);
            throw new InitFailed(definition.name(), cause);
        }
    }

    private CompletableFuture<Table> current() {
        CompletableFuture<Table> last = attempt.get();
        if (last.state() != CompletableFuture.State.FAILED) {
            return last;
        }
        CompletableFuture<Table> own = new CompletableFuture<>();
        if (!attempt.compareAndSet(last, own)) {
            return attempt.get();
        }
        make(own);
        return own;
    }

    private void make(CompletableFuture<Table> table) {
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
