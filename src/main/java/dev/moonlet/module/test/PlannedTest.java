package dev.moonlet.module.test;

import dev.moonlet.security.Caller;

/**
 * A test that a file has.
 *
 * @param place its number among those of its file
 * @param name with those of the blocks around it
 * @param line where it begins
 * @param skipped whether it has nothing to run
 */
record PlannedTest(int place, String name, int line, boolean skipped, Caller caller) {}
