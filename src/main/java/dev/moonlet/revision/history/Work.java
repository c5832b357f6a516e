package dev.moonlet.revision.history;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Does what is done in the database: all of it or nothing, in bounded time. */
@Component
final class Work {

    /** How many seconds a transaction may take, and those may that others wait for. */
    static final int PATIENCE = 20;

    private final JdbcClient sql;
    private final Schema schema;
    private final TransactionTemplate transaction;
    private final String place;
    private final ReentrantLock writer = new ReentrantLock();

    Work(
            JdbcClient sql,
            Schema schema,
            PlatformTransactionManager transactions,
            @Value("${spring.datasource.url}") String url) {
        this.sql = sql;
        this.schema = schema;
        transaction = new TransactionTemplate(transactions);
        transaction.setTimeout(PATIENCE);
        // What follows may be a password.
        place = url.split("[;?]", 2)[0];
    }

    /** Reads; what fails is told beginning with these words. */
    <T> T read(String complaint, Supplier<T> reading) {
        try {
            schema.make();
            return transaction.execute(_ -> reading.get());
        } catch (OptimisticLockingFailureException conflict) {
            throw new HistoryConflict(conflict);
        } catch (Corrupt corrupt) {
            throw new HistoryCorrupt(
                    "%s: %s; it is mended when the source has the revision again"
                            .formatted(complaint, corrupt.getMessage()));
        } catch (InterruptedException interrupted) {
            throw interrupted(complaint, interrupted);
        } catch (RuntimeException failure) {
            schema.doubt();
            throw new HistoryFailed(
                    ("%s: the database %s can't be used, so see that it is there, and that"
                                    + " spring.datasource.* says how to reach it: %s")
                            .formatted(complaint, place, reason(failure)),
                    failure);
        }
    }

    /**
     * Writes while nobody else does: the row of the choice is the lock of all instances. H2 lets
     * two threads have it at times, so those of an instance have a lock of their own.
     */
    <T> T write(String complaint, Supplier<T> writing) {
        lock(complaint);
        try {
            return read(
                    complaint,
                    () -> {
                        sql.sql("select id from moonlet_choice for update")
                                .query(Integer.class)
                                .single();
                        return writing.get();
                    });
        } finally {
            writer.unlock();
        }
    }

    private void lock(String complaint) {
        try {
            if (!writer.tryLock() && !writer.tryLock(PATIENCE, TimeUnit.SECONDS)) {
                throw new HistoryFailed(complaint + ": others have not done writing");
            }
        } catch (InterruptedException interrupted) {
            throw interrupted(complaint, interrupted);
        }
    }

    private static HistoryFailed interrupted(String complaint, InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return new HistoryFailed(complaint + ": interrupted", interrupted);
    }

    private static String reason(RuntimeException failure) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    /** What is kept is not what it should be. */
    static final class Corrupt extends RuntimeException {
        Corrupt(String message) {
            super(message);
        }
    }
}
