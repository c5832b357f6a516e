package dev.moonlet.lua.stdlib;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlet.lua.value.Calls;
import dev.moonlet.lua.value.Table;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luaj.vm2.LuaValue;

class OsLibraryTest {

    private final Table library = library("Europe/Berlin");

    private static Table library(String zone) {
        return OsLibrary.table(
                ZoneId.of(zone), InstantSource.fixed(Instant.ofEpochSecond(1_600_000_000L, 999)));
    }

    @Test
    void tellsWhatTimeItIs() {
        Expectations calls = new Expectations(library);

        assertThat(calls.outcome("time()")).isEqualTo("1600000000");
        assertThat(calls.outcome("date()")).isEqualTo("\"Sun Sep 13 14:26:40 2020\"");
        assertThat(calls.outcome("date('!%H:%M %Z')")).isEqualTo("\"12:26 GMT\"");
        assertThat(calls.outcome("date('%H:%M %z %Z')")).isEqualTo("\"14:26 +0200 CEST\"");
    }

    /** lua5.4 has printed these, with TZ set. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            textBlock =
                    """
                    Europe/Berlin > month=3, day=28, hour=2 > 1616895000
                    Europe/Berlin > month=10, day=31, hour=2, isdst=true > 1635640200
                    Europe/Berlin > month=10, day=31, hour=2, isdst=false > 1635643800
                    Europe/Berlin > month=7, day=1, isdst=false > 1625139000
                    Europe/Berlin > month=1, day=1, isdst=true > 1609497000
                    UTC > month=1, day=1, isdst=true > 1609500600
                    Australia/Lord_Howe > month=7, day=1, isdst=true > 1625103000
                    Australia/Lord_Howe > month=1, day=1, isdst=false > 1609466400
                    Asia/Kolkata > month=1, day=1 > 1609484400
                    """)
    void readsLocalTime(String zone, String fields, long seconds) {
        assertThat(
                        new Expectations(library(zone))
                                .outcome("time({year=2021, min=30, " + fields + "})"))
                .startsWith(seconds + " |");
    }

    @Test
    void measuresMilliseconds() {
        double first = Calls.call(library.get(LuaValue.valueOf("clock"))).todouble();
        double second = Calls.call(library.get(LuaValue.valueOf("clock"))).todouble();

        assertThat(first).isNotNegative();
        assertThat(second).isGreaterThanOrEqualTo(first);
        assertThat(second * 1000).isEqualTo(Math.rint(second * 1000));
    }

    @Test
    void offersNothingElse() {
        assertThat(library.keyCount()).isEqualTo(4);
    }
}
