package dev.moonlet.operation.cache;

/** What a value is kept by: names of one namespace are not those of another. */
record Key(String namespace, String name) {}
