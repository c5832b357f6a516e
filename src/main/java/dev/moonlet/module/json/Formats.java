package dev.moonlet.module.json;

import java.net.Inet6Address;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The formats of texts that are checked, each in time that grows with the text and no faster. Any
 * other says something to people only.
 */
public final class Formats {

    private static final int LONGEST_HOST = 253;
    private static final int LONGEST_LABEL = 63;

    static final Map<String, Predicate<String>> ALL =
            Map.ofEntries(
                    Map.entry("date", text -> parses(text, LocalDate::parse)),
                    Map.entry("date-time", text -> parses(text, OffsetDateTime::parse)),
                    Map.entry("time", text -> parses(text, OffsetTime::parse)),
                    Map.entry("uuid", Formats::isUuid),
                    Map.entry("email", Formats::isEmail),
                    Map.entry("hostname", Formats::isHost),
                    Map.entry("ipv4", Formats::isIpv4),
                    Map.entry("ipv6", Formats::isIpv6),
                    Map.entry("uri", text -> isUri(text, true)),
                    Map.entry("uri-reference", text -> isUri(text, false)),
                    Map.entry("byte", Formats::isBase64));

    private Formats() {}

    /** What tells whether a text is of a format; null if that is not checked. */
    public static @Nullable Predicate<String> named(String name) {
        return ALL.get(name);
    }

    private static boolean parses(String text, Function<String, ?> parser) {
        try {
            return parser.apply(text.toUpperCase(Locale.ROOT)) != null;
        } catch (DateTimeException noTime) {
            return false;
        }
    }

    private static boolean isUuid(String text) {
        if (text.length() != 36) {
            return false;
        }
        for (int i = 0; i < 36; i++) {
            char character = text.charAt(i);
            boolean isDash = i == 8 || i == 13 || i == 18 || i == 23;
            if (isDash ? character != '-' : !isHex(character)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHex(char character) {
        return character < 128 && Character.digit(character, 16) >= 0;
    }

    private static boolean isEmail(String text) {
        int at = text.lastIndexOf('@');
        return at > 0
                && text.chars().noneMatch(each -> each <= ' ' || each == 127)
                && isHost(text.substring(at + 1));
    }

    private static boolean isHost(String text) {
        if (text.isEmpty() || text.length() > LONGEST_HOST) {
            return false;
        }
        for (String label : text.split("\\.", -1)) {
            boolean fits =
                    !label.isEmpty()
                            && label.length() <= LONGEST_LABEL
                            && !label.startsWith("-")
                            && !label.endsWith("-")
                            && label.chars().allMatch(Formats::isOfHost);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOfHost(int character) {
        return character == '-' || (character < 128 && Character.isLetterOrDigit(character));
    }

    private static boolean isIpv4(String text) {
        String[] parts = text.split("\\.", 5);
        for (String part : parts) {
            boolean fits =
                    !part.isEmpty()
                            && part.length() <= 3
                            && part.chars().allMatch(each -> each >= '0' && each <= '9')
                            && Integer.parseInt(part) <= 255
                            && (part.length() == 1 || part.charAt(0) != '0');
            if (!fits) {
                return false;
            }
        }
        return parts.length == 4;
    }

    private static boolean isIpv6(String text) {
        if (text.length() > 45 || text.indexOf(':') < 0 || text.indexOf('%') >= 0) {
            return false;
        }
        try {
            Inet6Address.ofLiteral(text);
            return true;
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private static boolean isUri(String text, boolean isAbsolute) {
        try {
            URI uri = new URI(text);
            return !isAbsolute || uri.isAbsolute();
        } catch (URISyntaxException noAddress) {
            return false;
        }
    }

    private static boolean isBase64(String text) {
        int end = text.length();
        int content = end;
        while (content > 0 && content > end - 2 && text.charAt(content - 1) == '=') {
            content--;
        }
        return end % 4 == 0
                && text.substring(0, content)
                        .chars()
                        .allMatch(each -> each == '+' || each == '/' || isLetterOrDigit(each));
    }

    private static boolean isLetterOrDigit(int character) {
        return character < 128 && Character.isLetterOrDigit(character);
    }
}
