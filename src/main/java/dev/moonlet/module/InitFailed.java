package dev.moonlet.module;

/** What a module does before it is used for the first time has failed. */
final class InitFailed extends Exception {

    InitFailed(String module, Throwable cause) {
        super("module '%s' initialization failed: %s".formatted(module, reason(cause)), cause);
    }

    private static String reason(Throwable cause) {
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
