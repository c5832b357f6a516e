package dev.moonlet.module.time;

import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** Times as the internet writes them: {@code 2026-05-01T12:00:00.250Z}. */
final class Rfc3339 {

    static final Locale LOCALE = Locale.ENGLISH;

    /** Seconds are always there, and milliseconds where there are some. */
    static final DateTimeFormatter FORMAT =
            new DateTimeFormatterBuilder()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE)
                    .appendPattern("'T'HH:mm:ss")
                    .appendFraction(ChronoField.MILLI_OF_SECOND, 0, 3, true)
                    .appendOffset("+HH:MM", "Z")
                    .toFormatter(LOCALE);

    private Rfc3339() {}
}
