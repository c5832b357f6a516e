package dev.moonlet.revision;

import java.time.Instant;

/** Who has made a bundle what it is, when and why. */
public record Commit(String id, String author, Instant time, String message) {

    /** Far more than a list of revisions shows. */
    private static final int LONGEST = 4_000;

    public Commit {
        author = Cut.to(LONGEST, author);
        message = Cut.to(LONGEST, message);
    }
}
