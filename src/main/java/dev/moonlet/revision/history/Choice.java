package dev.moonlet.revision.history;

import java.util.Optional;

/**
 * What operators have chosen for all instances.
 *
 * @param revision what is to be served, unless that is left to the source
 * @param pinned whether it stays when the source has something new
 * @param head what the source had when it was chosen, or empty
 * @param activation the number of the activation that it was made by, or 0
 * @param version tells whether another has been made since
 */
public record Choice(
        Optional<String> revision, boolean pinned, String head, long activation, long version) {}
