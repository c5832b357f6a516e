package dev.moonlet.revision.history;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Opens the database while the service starts, so that its first revision need not wait for it. */
@Component
@ConditionalOnProperty(name = "moonlet.command", havingValue = "false", matchIfMissing = true)
final class Opening implements InitializingBean {

    private final Schema schema;

    Opening(Schema schema) {
        this.schema = schema;
    }

    @Override
    public void afterPropertiesSet() {
        Thread.ofPlatform().daemon().name("history").start(this::open);
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
