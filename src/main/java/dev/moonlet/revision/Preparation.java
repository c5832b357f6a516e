package dev.moonlet.revision;

/**
 * A bean that takes part in a step; {@code @Order} puts it after those of the same step whose parts
 * it needs. What it can't use it reports, and goes on.
 */
public interface Preparation {

    Step step();

    void prepare(Draft draft);
}
