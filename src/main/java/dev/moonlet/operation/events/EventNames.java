package dev.moonlet.operation.events;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** How events are called, {@code orders.created}, and what names listeners mean. */
public final class EventNames {

    private static final String ALL = "*";
    private static final Pattern NAME = Pattern.compile("[^.*\\s]+(\\.[^.*\\s]+)*");
    private static final int LONGEST = 200;

    private EventNames() {}

    public static boolean isName(String text) {
        return text.length() <= LONGEST && NAME.matcher(text).matches();
    }

    /** Whether it is a name, or what several begin with and {@code .*}, or {@code *} for all. */
    public static boolean isPattern(String text) {
        return text.equals(ALL)
                || isName(text.endsWith(".*") ? text.substring(0, text.length() - 2) : text);
    }

    /** All patterns that mean a name. */
    static List<String> patternsOf(String name) {
        List<String> patterns = new ArrayList<>(List.of(name, ALL));
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
            patterns.add(name.substring(0, dot) + ".*");
        }
        return patterns;
    }
}
