package dev.moonlet.revision;

/** Cuts what others wrote to what people read of it. */
public final class Cut {

    private Cut() {}

    /** The text, or its beginning and a mark that there is more. */
    public static String to(int longest, String text) {
        return text.length() > longest ? text.substring(0, longest) + "…" : text;
    }
}
