package dev.moonlet.security;

/**
 * An action that is granted, or all whose names begin alike.
 *
 * @param action {@code http.request}, or with its last dot {@code cache.}
 * @param resource what it may be done to; empty for anything
 */
record Grant(String action, String resource) {

    /** Reads {@code cache.*} or {@code http.request api.example.com}. */
    static Grant of(String text) {
        String[] words = text.strip().split(" +", -1);
        String action = words[0].replaceFirst("\\.\\*$", ".");
        if (words.length > 2 || action.isEmpty() || action.contains("*")) {
            throw new IllegalArgumentException(
                    "moonlet.security.grants: '%s' is not of the form 'http.request', 'cache.*' or"
                                    .formatted(text)
                            + " 'http.request api.example.com'");
        }
        return new Grant(action, words.length == 2 ? words[1] : "");
    }

    boolean covers(Permission permission) {
        boolean isAction =
                action.endsWith(".")
                        ? permission.action().startsWith(action)
                        : permission.action().equals(action);
        return isAction && (resource.isEmpty() || resource.equals(permission.resource()));
    }
}
