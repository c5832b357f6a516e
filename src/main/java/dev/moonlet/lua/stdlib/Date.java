package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.value.Failures;
import dev.moonlet.lua.value.Table;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** {@code os.date}: a time as text or as a table, in local time or, after {@code !}, in UTC. */
final class Date {

    private static final LuaString DEFAULT = LuaValue.valueOf("%c");

    private final ZoneId zone;
    private final InstantSource clock;

    Date(ZoneId zone, InstantSource clock) {
        this.zone = zone;
        this.clock = clock;
    }

    Varargs apply(Arguments arguments) {
        LuaString format = arguments.string(1, DEFAULT);
        boolean universal = format.m_length > 0 && format.luaByte(0) == '!';
        long seconds = arguments.isNil(2) ? clock.instant().getEpochSecond() : arguments.integer(2);
        ZonedDateTime time = time(seconds, universal ? ZoneOffset.UTC : zone);
        LuaString rest = universal ? format.substring(1, format.m_length) : format;
        if (rest.raweq(LuaValue.valueOf("*t"))) {
            Table table = new Table(0, 9);
            new DateTable(table).set(time);
            return table;
        }
        return new DateFormat(rest, arguments).write(new DateText(time));
    }

    private static ZonedDateTime time(long seconds, ZoneId zone) {
        try {
            return Instant.ofEpochSecond(seconds).atZone(zone);
        } catch (DateTimeException tooFar) {
            throw Failures.of("date result cannot be represented in this installation");
        }
    }
}
