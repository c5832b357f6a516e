package dev.moonlet.revision;

import java.util.List;

/**
 * A bundle as it was found.
 *
 * @param problems files that were left out, and why
 */
public record Fetched(Bundle bundle, List<Problem> problems) {}
