package dev.moonlet.module.time;

import dev.moonlet.lua.Text;
import dev.moonlet.lua.value.LuaFloat;
import dev.moonlet.lua.value.LuaInt;
import dev.moonlet.module.Arguments;
import dev.moonlet.module.Definition;
import dev.moonlet.module.Durations;
import dev.moonlet.module.ErrorValue;
import dev.moonlet.module.Module;
import dev.moonlet.module.ModuleClass;
import dev.moonlet.module.ModuleFunction;
import dev.moonlet.module.signature.Types;
import dev.moonlet.operation.Kind;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;
import org.springframework.stereotype.Component;

/** Times for scripts: milliseconds since 1970, and what they are as text. */
@Component
final class TimeModule implements Module {

    private static final int LONGEST_TEXT = 100;

    private final Clock clock;

    TimeModule(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Definition definition() {
        return Definition.of("time", "Tells the time, and reads and writes times and durations.")
                .classes(ModuleClass.TIME, ModuleClass.NONDETERMINISTIC)
                .with(
                        ModuleFunction.named("now")
                                .described("Seconds since 1970, with milliseconds.")
                                .returns(Types.NUMBER)
                                .does(_ -> LuaFloat.of(clock.millis() / 1000.0)))
                .with(
                        ModuleFunction.named("now_ms")
                                .described("Milliseconds since 1970.")
                                .returns(Types.INTEGER)
                                .does(_ -> LuaInt.of(clock.millis())))
                .with(
                        ModuleFunction.named("parse")
                                .described("A time like '2026-05-01T12:00:00Z', in milliseconds.")
                                .takes("text", Types.STRING)
                                .returnsOrFails(Types.INTEGER)
                                .does(TimeModule::parse))
                .with(
                        ModuleFunction.named("format")
                                .described("A time as text: in a pattern, 'yyyy-MM-dd', and zone.")
                                .takes("ms", Types.INTEGER)
                                .takes("pattern", Types.STRING, "rfc3339")
                                .takes("zone", Types.STRING, "UTC")
                                .returns(Types.STRING)
                                .does(given -> Text.of(format(given))))
                .with(
                        ModuleFunction.named("duration")
                                .described("A duration like '250ms' or '1h', in milliseconds.")
                                .takes("text", Types.STRING)
                                .returnsOrFails(Types.INTEGER)
                                .does(TimeModule::duration))
                .with("SECOND", length(ChronoUnit.SECONDS))
                .with("MINUTE", length(ChronoUnit.MINUTES))
                .with("HOUR", length(ChronoUnit.HOURS))
                .with("DAY", length(ChronoUnit.DAYS));
    }

    private static LuaValue length(ChronoUnit unit) {
        return LuaInt.of(unit.getDuration().toMillis());
    }

    private static Varargs parse(Arguments given) {
        try {
            return LuaInt.of(OffsetDateTime.parse(shortText(given)).toInstant().toEpochMilli());
        } catch (DateTimeException | ArithmeticException _) {
            return failure("a time like '2026-05-01T12:00:00Z' expected, got '%s'", given);
        }
    }

    private static Varargs duration(Arguments given) {
        try {
            return LuaInt.of(Durations.parse(shortText(given)).toMillis());
        } catch (IllegalArgumentException | ArithmeticException _) {
            return failure("a duration like '250ms', '10s' or '1h' expected, got '%s'", given);
        }
    }

    private static String format(Arguments given) {
        try {
            return formatter(given).format(time(given));
        } catch (DateTimeException _) {
            throw wrongPattern(given);
        }
    }

    private static ZonedDateTime time(Arguments given) {
        ZonedDateTime time = Instant.ofEpochMilli(given.integer(1)).atZone(zone(given));
        if (time.getYear() < 0 || time.getYear() > 9999) {
            throw given.wrong(1, "the year is %d, not one of 0 to 9999".formatted(time.getYear()));
        }
        return time;
    }

    private static ZoneId zone(Arguments given) {
        try {
            return ZoneId.of(given.text(3));
        } catch (DateTimeException _) {
            throw given.wrong(3, "'%s' is no time zone".formatted(excerpt(given.text(3))));
        }
    }

    private static DateTimeFormatter formatter(Arguments given) {
        String pattern = given.text(2);
        if (pattern.equals("rfc3339")) {
            return Rfc3339.FORMAT;
        }
        if (pattern.length() > LONGEST_TEXT) {
            throw wrongPattern(given);
        }
        try {
            return DateTimeFormatter.ofPattern(pattern, Rfc3339.LOCALE);
        } catch (IllegalArgumentException _) {
            throw wrongPattern(given);
        }
    }

    private static LuaError wrongPattern(Arguments given) {
        return given.wrong(
                2,
                "'rfc3339' or a pattern like 'yyyy-MM-dd HH:mm' expected, got '%s'"
                        .formatted(excerpt(given.text(2))));
    }

    private static Varargs failure(String reason, Arguments given) {
        return ErrorValue.failure(Kind.INVALID, reason.formatted(excerpt(given.text(1))));
    }

    /** No text that says something is longer; what is cut off was wrong already. */
    private static String shortText(Arguments given) {
        return excerpt(given.text(1));
    }

    private static String excerpt(String text) {
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "…" : text;
    }
}
