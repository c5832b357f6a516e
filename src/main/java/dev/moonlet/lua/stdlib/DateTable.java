package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.value.Comparison;
import dev.moonlet.lua.value.Conversions;
import dev.moonlet.lua.value.Failures;
import dev.moonlet.lua.value.Indexing;
import dev.moonlet.lua.value.LuaInt;
import dev.moonlet.lua.value.Table;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.OptionalLong;
import org.luaj.vm2.LuaValue;

/** A table of the fields of a date: year, month, day and so on. */
final class DateTable {

    private final Table table;

    DateTable(Table table) {
        this.table = table;
    }

    /** The local time that the fields add up to, however many days or seconds they are. */
    LocalDateTime time() {
        long year = required("year", 1900);
        long month = required("month", 1) - 1;
        long day = required("day", 0);
        long hour = optional("hour", 12);
        long minute = optional("min", 0);
        long second = optional("sec", 0);
        return LocalDate.of(0, 1, 1)
                .plusYears(year)
                .plusMonths(month)
                .plusDays(day - 1)
                .atStartOfDay()
                .plusHours(hour)
                .plusMinutes(minute)
                .plusSeconds(second);
    }

    /** Whether it is meant to be summer time, if the table says so. */
    Optional<Boolean> summer() {
        LuaValue summer = Indexing.get(table, LuaValue.valueOf("isdst"), null);
        return summer == LuaValue.NIL ? Optional.empty() : Optional.of(Comparison.isTrue(summer));
    }

    void set(ZonedDateTime time) {
        set("year", time.getYear());
        set("month", time.getMonthValue());
        set("day", time.getDayOfMonth());
        set("hour", time.getHour());
        set("min", time.getMinute());
        set("sec", time.getSecond());
        set("yday", time.getDayOfYear());
        set("wday", time.getDayOfWeek().getValue() % 7 + 1);
        boolean summer = time.getZone().getRules().isDaylightSavings(time.toInstant());
        Indexing.set(table, LuaValue.valueOf("isdst"), LuaValue.valueOf(summer), null);
    }

    private void set(String name, int value) {
        Indexing.set(table, LuaValue.valueOf(name), LuaInt.of(value), null);
    }

    private long required(String name, int base) {
        return field(name, base)
                .orElseThrow(() -> Failures.of("field '" + name + "' missing in date table"));
    }

    private long optional(String name, int otherwise) {
        return field(name, 0).orElse(otherwise);
    }

    /** A field that C counts from a base, and keeps in 32 bits. */
    private OptionalLong field(String name, int base) {
        LuaValue value = Indexing.get(table, LuaValue.valueOf(name), null);
        if (value == LuaValue.NIL) {
            return OptionalLong.empty();
        }
        LuaValue number = Conversions.toNumber(value);
        if (!Conversions.isInteger(number)) {
            throw Failures.of("field '" + name + "' is not an integer");
        }
        long field = number.tolong();
        if (field < (long) Integer.MIN_VALUE + base || field > (long) Integer.MAX_VALUE + base) {
            throw Failures.of("field '" + name + "' is out-of-bound");
        }
        return OptionalLong.of(field);
    }
}
