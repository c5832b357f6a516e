package dev.moonlet.module;

import dev.moonlet.lua.value.Table;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A module in this JVM: its table is made when it is first asked for, once its init has run. */
final class Installed {

    private final Definition definition;
    private final AtomicReference<@Nullable Beginning> last = new AtomicReference<>();

    Installed(Definition definition) {
        this.definition = definition;
    }

    Definition definition() {
        return definition;
    }

    /** Whether the table has been made. */
    boolean isReady() {
        Beginning known = last.get();
        return known != null && known.hasSucceeded();
    }

    ModuleStatus status() {
        Beginning known = last.get();
        return known == null
                ? new ModuleStatus(definition.name(), Progress.WAITING, Optional.empty())
                : known.status();
    }

    /**
     * The table. Who comes first begins the module, under no lock; the others wait for it. A
     * failure is told to all of them, and the next one tries again.
     *
     * @param patience how long the module may take, and how long is waited for it
     */
    Table table(Duration patience) throws InitFailed, InterruptedException {
        return current(patience).await(patience);
    }

    private Beginning current(Duration patience) throws InitFailed {
        Beginning known = last.get();
        if (known != null) {
            if (!known.hasFailed()) {
                return known;
            }
            known.checkOver();
        }
        Beginning own = new Beginning(definition);
        Beginning others = last.compareAndExchange(known, own);
        if (others != null && others != known) {
            return others;
        }
        own.start(patience);
        return own;
    }
}
