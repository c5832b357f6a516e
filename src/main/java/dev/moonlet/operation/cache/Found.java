package dev.moonlet.operation.cache;

import org.jspecify.annotations.Nullable;

/** A value that was there, null included. */
public record Found(@Nullable Object value) {}
