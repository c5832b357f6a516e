package dev.moonlet.module;

import dev.moonlet.module.signature.Type;
import dev.moonlet.module.signature.Types;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.luaj.vm2.LuaError;
import org.springframework.boot.convert.DurationStyle;

/** How long something takes, as scripts say it: milliseconds, or a text like {@code "10s"}. */
public final class Durations {

    public static final Type TYPE = Types.union(Types.NUMBER, Types.STRING);

    private Durations() {}

    /** What an argument of {@link #TYPE} says. */
    public static Duration of(Arguments given, int i) {
        if (given.value(i).isnumber()) {
            return positive(Duration.ofMillis(given.integer(i)), given, i);
        }
        try {
            return positive(parse(given.text(i)), given, i);
        } catch (IllegalArgumentException wrong) {
            throw wrong(given, i);
        }
    }

    /**
     * What a text says: {@code 250}, {@code 250ms}, {@code 10s}.
     *
     * @throws IllegalArgumentException if it is none, or longer than any clock goes
     */
    public static Duration parse(String text) {
        return DurationStyle.SIMPLE.parse(text, ChronoUnit.MILLIS);
    }

    private static Duration positive(Duration duration, Arguments given, int i) {
        if (duration.isNegative()) {
            throw wrong(given, i);
        }
        return duration;
    }

    private static LuaError wrong(Arguments given, int i) {
        return given.wrong(
                i,
                "milliseconds, or a text like '250ms' or '10s' expected, got '%s'"
                        .formatted(given.text(i)));
    }
}
