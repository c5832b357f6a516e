package dev.moonlet.operation.http;

/** How far scripts reach a host. */
enum Reach {
    /** Not at all: nothing in the list matches it. */
    NONE,
    /** At public addresses: a wildcard matches it. */
    PUBLIC,
    /** Wherever it is: the list names it. */
    ANYWHERE
}
