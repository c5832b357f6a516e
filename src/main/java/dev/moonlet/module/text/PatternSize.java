package dev.moonlet.module.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * About how many steps a regular expression is compiled to: counted repetitions in each other
 * multiply, before anything is compiled.
 */
final class PatternSize {

    private static final Pattern TOKEN =
            Pattern.compile(
                    "\\\\Q.*?(?:\\\\E|\\z)" // a quotation
                            + "|\\\\."
                            + "|\\[\\^?]?(?:\\\\.|\\[:\\^?\\w+:]|[^\\]\\\\])*+]"
                            + "|\\{(\\d{1,4})(?:,(\\d{0,4}))?}"
                            + "|\\(\\?:"
                            + "|.",
                    Pattern.DOTALL);

    private final Deque<Long> outer = new ArrayDeque<>();
    private long size;
    private long last;

    static long of(String pattern) {
        PatternSize all = new PatternSize();
        TOKEN.matcher(pattern).results().forEach(all::add);
        all.outer.forEach(each -> all.size += each);
        return all.size;
    }

    private void add(MatchResult token) {
        if (token.group(1) != null) {
            repeat(Math.max(times(token.group(1)), times(token.group(2))));
            return;
        }
        switch (token.group()) {
            case "(", "(?:" -> {
                outer.push(size);
                size = 0;
            }
            case ")" -> {
                size += 2;
                last = size;
                size += outer.isEmpty() ? 0 : outer.pop();
            }
            default -> {
                last = token.group().startsWith("\\Q") ? token.group().length() : 1;
                size += last;
            }
        }
    }

    /** Stops counting where anything is too large. */
    private void repeat(long times) {
        size = Math.min(size + last * Math.max(0, times - 1), Integer.MAX_VALUE);
        last = Math.min(last * Math.max(1, times), Integer.MAX_VALUE);
    }

    private static long times(@Nullable String digits) {
        return digits == null || digits.isEmpty() ? 0 : Long.parseLong(digits);
    }
}
