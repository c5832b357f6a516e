package dev.moonlet.operation.http;

import dev.moonlet.operation.Operation;
import java.util.List;

/**
 * Sends several requests at once, and is answered by a list of {@link dev.moonlet.operation.Answer}
 * in their order. Each needs its own permission and fails by itself.
 */
public record SendAll(List<SendRequest> requests) implements Operation {

    /** More at once are a load test, or a mistake. */
    public static final int MOST = 100;
}
