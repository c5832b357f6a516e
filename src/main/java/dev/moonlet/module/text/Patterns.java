package dev.moonlet.module.text;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.moonlet.module.Recent;

/** Regular expressions that take time in proportion to the text, however they are written. */
public final class Patterns {

    /** A larger pattern would take too long for each character. */
    private static final int LARGEST = 5_000;

    private static final Recent<Pattern> PATTERNS = new Recent<>(Pattern::compile);

    private Patterns() {}

    /**
     * A pattern, compiled.
     *
     * @throws PatternSyntaxException if it is none, or too large
     */
    public static Pattern of(String pattern) {
        if (pattern.length() > LARGEST || PatternSize.of(pattern) > LARGEST) {
            throw new PatternSyntaxException("the pattern is too large");
        }
        return PATTERNS.get(pattern);
    }

    /** What is wrong with a pattern, and where. */
    public static String reason(PatternSyntaxException wrong) {
        return String.valueOf(wrong.getMessage()).replace("error parsing regexp: ", "");
    }
}
