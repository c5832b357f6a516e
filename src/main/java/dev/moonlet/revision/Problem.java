package dev.moonlet.revision;

/**
 * Something in a bundle that keeps part of it from being served.
 *
 * @param file its path in the bundle
 * @param line where, or 0 if the whole file is meant
 * @param place the JSON pointer in a document, or empty
 * @param reason what is wrong and how to mend it
 */
public record Problem(String file, int line, String place, String reason) {

    /** A document may have names and values of megabytes; nobody reads them. */
    private static final int LONGEST_NAME = 500;

    private static final int LONGEST_REASON = 4_000;

    public Problem {
        file = Cut.to(LONGEST_NAME, file);
        place = Cut.to(LONGEST_NAME, place);
        reason = Cut.to(LONGEST_REASON, reason);
    }

    public Problem(String file, int line, String reason) {
        this(file, line, "", reason);
    }

    /** One line, whatever a bundle calls its files and its scripts say. */
    @Override
    public String toString() {
        return OneLine.of(
                file
                        + (line > 0 ? ":" + line : "")
                        + (place.isEmpty() ? "" : " at " + place)
                        + ": "
                        + reason);
    }
}
