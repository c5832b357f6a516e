package dev.moonlet.revision.history;

import java.time.Duration;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Opens the database while the service starts, so that its first revision need not wait for it; the
 * service does not end while tables are half made.
 */
@Component
@ConditionalOnProperty(name = "moonlet.command", havingValue = "false", matchIfMissing = true)
final class Opening implements InitializingBean, DisposableBean {

    private static final Duration PATIENCE = Duration.ofSeconds(Work.PATIENCE);

    private final Schema schema;
    private final Thread thread =
            Thread.ofPlatform().daemon().name("history").unstarted(this::open);

    Opening(Schema schema) {
        this.schema = schema;
    }

    @Override
    public void afterPropertiesSet() {
        thread.start();
    }

    @Override
    public void destroy() throws InterruptedException {
        thread.join(PATIENCE);
    }

    private void open() {
        try {
            schema.make();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            // Whoever needs it tries again, and is told.
        }
    }
}
