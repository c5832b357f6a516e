package dev.moonlet.revision.history;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.stereotype.Component;

/**
 * The tables; they are made beside the start or when they are needed, so that a service starts
 * without them.
 */
@Component
final class Schema {

    private final DataSource dataSource;
    private final String location;
    private final ReentrantLock making = new ReentrantLock();
    private volatile boolean made;

    Schema(DataSource dataSource, Engine engine) {
        this.dataSource = dataSource;
        location = "classpath:db/moonlet/" + engine.folder();
    }

    /** Sees that they are there, and as this version needs them. */
    void make() throws InterruptedException {
        if (made) {
            return;
        }
        if (!making.tryLock(Work.PATIENCE, TimeUnit.SECONDS)) {
            throw new HistoryFailed("its tables are not made yet");
        }
        try {
            if (!made) {
                migrate();
                made = true;
            }
        } finally {
            making.unlock();
        }
    }

    /** Has them looked at again: who restores a database may restore an old one. */
    void doubt() {
        made = false;
    }

    private void migrate() {
        Flyway flyway =
                Flyway.configure(Schema.class.getClassLoader())
                        .dataSource(dataSource)
                        .locations(location)
                        .table("moonlet_schema_history")
                        .baselineOnMigrate(true)
                        .baselineVersion("0")
                        .load();
        try {
            flyway.migrate();
        } catch (FlywayException refused) {
            if (refused.getCause() != null) {
                throw refused;
            }
            retry(flyway, refused);
        }
    }

    /** Flyway gives up where another instance begins at the same time, which has begun by now. */
    private static void retry(Flyway flyway, FlywayException refused) {
        try {
            flyway.migrate();
        } catch (FlywayException again) {
            again.addSuppressed(refused);
            throw again;
        }
    }
}
