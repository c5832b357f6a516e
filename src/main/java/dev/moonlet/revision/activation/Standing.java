package dev.moonlet.revision.activation;

import java.time.Instant;
import java.util.Optional;

/**
 * How the service stands between its source and its operators.
 *
 * @param serving the revision that is served, or empty
 * @param head the revision that the source has, or empty if that is not known
 * @param refused the revision that would be served, were it not refused; or empty
 * @param pinned whether what is served stays, whatever the source has
 * @param chosen what operators have chosen, or empty
 * @param failure why the source could not be reached at the last look, or empty
 * @param reached when it was reached last
 */
public record Standing(
        String serving,
        String head,
        String refused,
        boolean pinned,
        String chosen,
        String failure,
        Optional<Instant> reached) {}
