package dev.moonlet.http;

/** Whether replies get an ETag that have none of their own, and of which sort. */
enum ReplyTags {
    OFF,
    /** What compression leaves alone. */
    WEAK,
    STRONG
}
