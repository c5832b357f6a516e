package dev.moonlet.revision.history;

import dev.moonlet.revision.Commit;
import dev.moonlet.revision.Report;
import dev.moonlet.revision.Traits;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A revision as it was when it was prepared last.
 *
 * @param number grows with each preparation, of whichever instance
 * @param files the hash of each file, by its path
 */
public record KeptRevision(
        long number,
        String id,
        String origin,
        Optional<Commit> commit,
        Instant preparedAt,
        boolean refused,
        Report report,
        Traits traits,
        SortedMap<String, String> files) {}
