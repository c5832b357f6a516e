package dev.moonlet.revision.history;

import dev.moonlet.revision.Commit;
import java.time.Instant;
import java.util.Optional;

/**
 * A revision among others.
 *
 * @param number grows with each preparation, of whichever instance
 * @param problems how many its report has
 */
public record Summary(
        long number,
        String id,
        String origin,
        Optional<Commit> commit,
        Instant preparedAt,
        boolean refused,
        int problems) {}
