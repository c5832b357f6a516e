package dev.moonlet.http.contract;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The media types that an operation answers with when all goes well.
 *
 * @param types none if the document does not say
 */
public record Acceptance(List<String> types) {

    /** Whether a client that sends this header takes one of them. */
    public boolean allows(@Nullable String accept) {
        if (accept == null || accept.isBlank() || types.isEmpty() || accept.equals("*/*")) {
            return true;
        }
        String header = accept.toLowerCase(Locale.ROOT);
        return types.stream().anyMatch(type -> allows(header, type));
    }

    /** The range that says most of a type decides about it. */
    private static boolean allows(String header, String type) {
        int weight = -1;
        boolean allowed = false;
        for (int start = 0; start <= header.length(); ) {
            int end = header.indexOf(',', start);
            end = end < 0 ? header.length() : end;
            String range = header.substring(start, end);
            String name = MediaType.of(range);
            boolean fits = MediaType.isIn(name, type) || MediaType.isIn(type, name);
            if (fits && MediaType.weight(name) > weight) {
                weight = MediaType.weight(name);
                allowed = !isRefusal(range);
            }
            start = end + 1;
        }
        return allowed;
    }

    /** Whether a range stands there to be left out: {@code q=0.0}. */
    private static boolean isRefusal(String range) {
        int quality = range.lastIndexOf(";");
        String parameter = quality < 0 ? "" : range.substring(quality + 1).replace(" ", "");
        return parameter.startsWith("q=0")
                && parameter.substring(3).chars().allMatch(each -> each == '.' || each == '0');
    }
}
