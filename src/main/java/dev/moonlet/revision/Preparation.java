package dev.moonlet.revision;

/**
 * A bean that makes one part of each revision out of its bundle; {@code @Order} puts it after those
 * whose parts it needs. What it can't use it reports, and goes on.
 */
@FunctionalInterface
public interface Preparation {
    void prepare(Draft draft);
}
