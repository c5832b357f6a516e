package dev.moonlet.invocation;

import java.util.Map;
import org.slf4j.MDC;

/** What each line of the log says of the request that it is for, on whichever thread. */
public final class LogContext {

    private LogContext() {}

    /** The same on another thread, whose lines say what those of this one say. */
    public static Runnable carried(Runnable body) {
        Map<String, String> context = MDC.getCopyOfContextMap();
        return context == null || context.isEmpty()
                ? body
                : () -> {
                    MDC.setContextMap(context);
                    body.run();
                };
    }
}
