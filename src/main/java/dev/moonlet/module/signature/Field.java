package dev.moonlet.module.signature;

/**
 * A field of a record.
 *
 * @param description what it means, for readers
 */
public record Field(String name, Type type, String description) {}
