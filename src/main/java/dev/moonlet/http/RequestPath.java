package dev.moonlet.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.util.StringUtils;

/**
 * The decoded segments of a request's path.
 *
 * @param text the path as the client sent it
 */
record RequestPath(String text, List<String> segments) {

    private static final Pattern HIDING =
            Pattern.compile("^\\.{1,2}$|[/\\\\%\\p{Cntrl}\u2028\u2029]");

    /**
     * Reads the raw path of a request; parameters after a {@code ;} do not count, unless they are
     * all that there is.
     */
    static RequestPath of(String raw) {
        List<String> segments = new ArrayList<>(4);
        int start = 1;
        while (start <= raw.length()) {
            int end = raw.indexOf('/', start);
            end = end < 0 ? raw.length() : end;
            segments.add(segment(raw.substring(start, end)));
            start = end + 1;
        }
        return new RequestPath(raw, segments);
    }

    /** A segment as it was sent. */
    String raw(int place) {
        return text.split("/", -1)[place + 1];
    }

    /** Whether there is a semicolon in it, however it is written. */
    boolean hasSemicolon() {
        return text.indexOf(';') >= 0 || text.contains("%3b") || text.contains("%3B");
    }

    /**
     * Whether it is written in a way that hides where it leads, which Spring Security's firewall
     * refuses of clients.
     */
    boolean isSuspicious() {
        return text.contains("//")
                || text.contains("%2e")
                || text.contains("%2E")
                || segments.stream().anyMatch(each -> HIDING.matcher(each).find());
    }

    boolean isBelow(RequestPath other) {
        return segments.size() >= other.segments.size()
                && segments.subList(0, other.segments.size()).equals(other.segments);
    }

    private static String segment(String raw) {
        int parameters = raw.indexOf(';');
        String name = parameters <= 0 ? raw : raw.substring(0, parameters);
        return name.indexOf('%') < 0 ? name : StringUtils.uriDecode(name, StandardCharsets.UTF_8);
    }
}
