package dev.moonlet.revision.history;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/** The row of a revision, by which it is found among others. */
record MoonletRevision(
        @Id String id,
        long number,
        String origin,
        @Nullable String commit,
        OffsetDateTime preparedAt,
        boolean refused,
        int problems,
        @Nullable String content) {}
