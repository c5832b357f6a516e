package dev.moonlet.revision;

/**
 * What a script or a bundle says, as one line of the log: it can neither begin another nor flood
 * it.
 */
public final class OneLine {

    private static final int LONGEST = 4000;

    private OneLine() {}

    public static String of(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.chars()
                .limit(LONGEST)
                .forEach(character -> {
                    if (Character.isISOControl(character)
                            || character == 0x2028
                            || character == 0x2029) {
                        line.append(character == '\n' ? "\\n" : "\\u%04x".formatted(character));
                    } else {
                        line.append((char) character);
                    }
                });
        return text.length() > LONGEST ? line + "…" : line.toString();
    }
}
