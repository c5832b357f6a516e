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
        file = cut(file, LONGEST_NAME);
        place = cut(place, LONGEST_NAME);
        reason = cut(reason, LONGEST_REASON);
    }

    public Problem(String file, int line, String reason) {
        this(file, line, "", reason);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "…";
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
