package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.value.Failures;
import dev.moonlet.lua.value.LuaInt;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Optional;
import org.luaj.vm2.Varargs;

/** {@code os.time}: seconds since 1970, now or of a table of fields, which it puts in order. */
final class Time {

    private final ZoneId zone;
    private final InstantSource clock;

    Time(ZoneId zone, InstantSource clock) {
        this.zone = zone;
        this.clock = clock;
    }

    Varargs apply(Arguments arguments) {
        if (arguments.isNil(1)) {
            return LuaInt.of(clock.instant().getEpochSecond());
        }
        DateTable table = new DateTable(arguments.table(1));
        ZonedDateTime time = time(table);
        table.set(time);
        return LuaInt.of(time.toEpochSecond());
    }

    private ZonedDateTime time(DateTable table) {
        try {
            LocalDateTime local = table.time();
            return time(local, table.summer());
        } catch (DateTimeException tooFar) {
            throw Failures.of("time result cannot be represented in this installation");
        }
    }

    /**
     * A local time in the zone. One that is not there, for the clock is put forward, is taken as
     * before that; of two, the first. If it is said to be summer time and is not, or the other way
     * round, then the clock is wrong by as much as summer time is ahead.
     */
    private ZonedDateTime time(LocalDateTime local, Optional<Boolean> summer) {
        ZonedDateTime time = local.atZone(zone);
        ZoneRules rules = zone.getRules();
        boolean real = rules.isDaylightSavings(time.toInstant());
        if (summer.isEmpty() || summer.get() == real) {
            return time;
        }
        Instant standard = local.toInstant(rules.getStandardOffset(time.toInstant()));
        Duration ahead = summer.get() ? summerTime(rules, standard) : Duration.ZERO;
        return standard.minus(ahead).atZone(zone);
    }

    /** How far ahead summer time is around a time that is not in it. */
    private static Duration summerTime(ZoneRules rules, Instant time) {
        ZoneOffsetTransition next = rules.nextTransition(time);
        Duration ahead = next == null ? Duration.ZERO : rules.getDaylightSavings(next.getInstant());
        return ahead.isZero() ? Duration.ofHours(1) : ahead;
    }
}
