package dev.moonlet.http.contract;

import java.util.Locale;

/** Names of media types, in lower case and without parameters: {@code application/json}. */
public final class MediaType {

    static final String FORM = "application/x-www-form-urlencoded";
    static final String MULTIPART = "multipart/form-data";

    private MediaType() {}

    /** The name in a header. */
    public static String of(String header) {
        int parameters = header.indexOf(';');
        String name = parameters < 0 ? header : header.substring(0, parameters);
        return name.strip().toLowerCase(Locale.ROOT);
    }

    public static boolean isJson(String type) {
        return type.equals("application/json")
                || type.endsWith("+json")
                || type.equals("text/json");
    }

    public static boolean isForm(String type) {
        return type.equals(FORM);
    }

    public static boolean isMultipart(String type) {
        return type.equals(MULTIPART);
    }

    /** Whether a name is in a range: {@code application/*}. */
    static boolean isIn(String range, String type) {
        if (range.equals(type) || range.equals("*/*")) {
            return true;
        }
        int slash = range.indexOf('/');
        if (slash < 0 || !type.regionMatches(0, range, 0, slash + 1)) {
            return false;
        }
        String rest = range.substring(slash + 1);
        return rest.equals("*") || (rest.startsWith("*+") && type.endsWith(rest.substring(1)));
    }

    /** How much a range says: the more, the earlier it is chosen. */
    static int weight(String range) {
        if (range.equals("*/*")) {
            return 0;
        }
        if (range.endsWith("/*")) {
            return 1;
        }
        return range.contains("*") ? 2 : 3;
    }
}
