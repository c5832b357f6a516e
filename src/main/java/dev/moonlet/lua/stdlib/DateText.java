package dev.moonlet.lua.stdlib;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/** A time as C's {@code strftime} writes it in the locale "C". */
final class DateText {

    private final ZonedDateTime time;

    DateText(ZonedDateTime time) {
        this.time = time;
    }

    /** What a conversion stands for; null if there is no such conversion. */
    @Nullable String convert(char conversion) {
        return switch (conversion) {
            case 'a' -> name(time.getDayOfWeek()).substring(0, 3);
            case 'A' -> name(time.getDayOfWeek());
            case 'b', 'h' -> name(time.getMonth()).substring(0, 3);
            case 'B' -> name(time.getMonth());
            case 'c' -> convertAll("a b e T Y", " ");
            case 'D', 'x' -> convertAll("m d y", "/");
            case 'F' -> convertAll("Y m d", "-");
            case 'n' -> "\n";
            case 'p' -> time.getHour() < 12 ? "AM" : "PM";
            case 'r' -> convertAll("I M S", ":") + " " + convert('p');
            case 'R' -> convertAll("H M", ":");
            case 't' -> "\t";
            case 'T', 'X' -> convertAll("H M S", ":");
            case 'z' -> offset();
            case 'Z' -> zone();
            case '%' -> "%";
            default -> number(conversion);
        };
    }

    private @Nullable String number(char conversion) {
        int year = time.getYear();
        int weekday = time.getDayOfWeek().getValue();
        return switch (conversion) {
            case 'C' -> Integer.toString(Math.floorDiv(year, 100));
            case 'd' -> padded(time.getDayOfMonth());
            case 'e' -> "%2d".formatted(time.getDayOfMonth());
            case 'g' -> padded(Math.floorMod(time.get(IsoFields.WEEK_BASED_YEAR), 100));
            case 'G' -> Integer.toString(time.get(IsoFields.WEEK_BASED_YEAR));
            case 'H' -> padded(time.getHour());
            case 'I' -> padded((time.getHour() + 11) % 12 + 1);
            case 'j' -> "%03d".formatted(time.getDayOfYear());
            case 'm' -> padded(time.getMonthValue());
            case 'M' -> padded(time.getMinute());
            case 'S' -> padded(time.getSecond());
            case 'u' -> Integer.toString(weekday);
            case 'U' -> padded((time.getDayOfYear() + 6 - weekday % 7) / 7);
            case 'V' -> padded(time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case 'w' -> Integer.toString(weekday % 7);
            case 'W' -> padded((time.getDayOfYear() + 7 - weekday) / 7);
            case 'y' -> padded(Math.floorMod(year, 100));
            case 'Y' -> Integer.toString(year);
            default -> null;
        };
    }

    private String convertAll(String conversions, String separator) {
        StringBuilder text = new StringBuilder();
        for (String conversion : conversions.split(" ", -1)) {
            text.append(text.isEmpty() ? "" : separator).append(convert(conversion.charAt(0)));
        }
        return text.toString();
    }

    private static String name(Enum<?> value) {
        return value.name().charAt(0) + value.name().substring(1).toLowerCase(Locale.ROOT);
    }

    private static String padded(int number) {
        return (number < 10 ? "0" : "") + number;
    }

    private String offset() {
        int minutes = time.getOffset().getTotalSeconds() / 60;
        int hours = Math.abs(minutes) / 60;
        return (minutes < 0 ? "-" : "+") + padded(hours) + padded(Math.abs(minutes) % 60);
    }

    /** Universal time has C's name for it. */
    private String zone() {
        if (time.getZone().equals(ZoneOffset.UTC)) {
            return "GMT";
        }
        boolean summer = time.getZone().getRules().isDaylightSavings(time.toInstant());
        return TimeZone.getTimeZone(time.getZone())
                .getDisplayName(summer, TimeZone.SHORT, Locale.ENGLISH);
    }
}
