package dev.moonlet.revision;

import java.time.Instant;

/** Who has made a bundle what it is, when and why. */
public record Commit(String id, String author, Instant time, String message) {}
