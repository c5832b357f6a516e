package dev.moonlet.module;

import java.util.concurrent.TimeoutException;

/** What a module does before it is used for the first time has failed. */
final class InitFailed extends Exception {

    InitFailed(String module, Throwable cause) {
        super("module '%s' initialization failed: %s".formatted(module, reason(cause)), cause);
    }

    static String reason(Throwable cause) {
        String message = cause.getMessage();
        if (message != null) {
            return message;
        }
        return cause instanceof TimeoutException
                ? "it takes too long, and was interrupted"
                : cause.getClass().getSimpleName();
    }
}
