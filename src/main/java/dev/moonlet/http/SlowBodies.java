package dev.moonlet.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Closes connections whose clients don't come to the end of a body. A server reads over what nobody
 * has read, to find the next request, and goes on for as long as one byte comes in time.
 */
@Component
final class SlowBodies {

    private final Map<Connection, Long> deadlines = new ConcurrentHashMap<>();

    /** Gives a client so much time to come to the end of what it sends. */
    void expect(Connection connection, Duration time) {
        deadlines.put(connection, System.nanoTime() + time.toNanos());
    }

    @Scheduled(fixedDelay = 200)
    void look() {
        long now = System.nanoTime();
        deadlines.entrySet().removeIf(each -> isDone(each.getKey(), now - each.getValue()));
    }

    private static boolean isDone(Connection connection, long late) {
        if (connection.hasBodyToCome() && late > 0) {
            connection.close();
        }
        return late > 0 || !connection.hasBodyToCome();
    }
}
