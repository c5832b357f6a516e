package dev.moonlet.operation;

/** What sort of failure it was; scripts, retries and HTTP statuses go by it. */
public enum Kind {
    INVALID,
    UNAUTHENTICATED,
    PERMISSION_DENIED,
    NOT_FOUND,
    ALREADY_EXISTS,
    CONFLICT,
    RATE_LIMITED,
    CANCELED,
    INTERNAL,
    UNKNOWN,
    UNAVAILABLE,
    TIMEOUT
}
