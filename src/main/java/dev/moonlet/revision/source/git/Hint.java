package dev.moonlet.revision.source.git;

import java.util.Optional;

/** Knows more of a failure than its exception. */
@FunctionalInterface
interface Hint {

    /** What the server has said, and what to do about it. */
    Optional<String> told();
}
