package dev.moonlet.module.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlet.module.TestClock;
import dev.moonlet.module.TestKit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What scripts know of the time. */
class TimeModuleTest {

    private final TestClock clock = new TestClock(Instant.parse("2026-05-01T12:00:00.250Z"));
    private final TestKit kit = TestKit.of(new TimeModule(clock));

    @Test
    void tellsTheTimeOfTheClock() {
        assertThat(run("return time.now(), time.now_ms()"))
                .isEqualTo(List.of(1777636800.25, 1777636800250L));

        clock.advance(Duration.ofMillis(750));

        assertThat(run("return time.now(), time.now_ms()"))
                .isEqualTo(List.of(1777636801.0, 1777636801000L));
    }

    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:00Z, 0",
        "1970-01-01T01:00:00.5+01:00, 500",
        "1969-12-31T23:59:59.999Z, -1",
        "1970-01-01t00:00:01z, 1000"
    })
    void readsTimes(String text, long ms) {
        assertThat(run("return time.parse('" + text + "')")).isEqualTo(ms);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "today", "1970-01-01", "1970-01-01T00:00:00", "1970-02-30T00:00:00Z"})
    void returnsAnErrorForWhatIsNoTime(String text) {
        assertThat(
                        run(
                                "local t, e = time.parse('%s') return t == nil, e:kind(), e:message()"
                                        .formatted(text)))
                .isEqualTo(
                        List.of(
                                true,
                                "Invalid",
                                "a time like '2026-05-01T12:00:00Z' expected, got '%s'"
                                        .formatted(text)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            textBlock =
                    """
                    0                                  ; 1970-01-01T00:00:00Z
                    1500                               ; 1970-01-01T00:00:01.5Z
                    0, 'rfc3339', '+02:00'             ; 1970-01-01T02:00:00+02:00
                    0, nil, 'Europe/Berlin'            ; 1970-01-01T01:00:00+01:00
                    0, 'EEE, d MMM yyyy HH:mm', 'Asia/Tokyo' ; Thu, 1 Jan 1970 09:00
                    """)
    void writesTimes(String arguments, String text) {
        assertThat(run("return time.format(" + arguments + ")")).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "250ms, 250",
        "10s, 10000",
        "5m, 300000",
        "1h, 3600000",
        "1d, 86400000",
        "7, 7",
        "-1s, -1000"
    })
    void readsDurations(String text, long ms) {
        assertThat(run("return time.duration('" + text + "')")).isEqualTo(ms);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "1y", "1.5s", "99999999999999999999d", "9999999999999999d"})
    void returnsAnErrorForWhatIsNoDuration(String text) {
        assertThat(
                        run(
                                "local d, e = time.duration('%s') return d == nil, e:kind()"
                                        .formatted(text)))
                .isEqualTo(List.of(true, "Invalid"));
    }

    @Test
    void namesTheLengthsOfUnits() {
        assertThat(run("return time.SECOND, time.MINUTE, time.HOUR, time.DAY"))
                .isEqualTo(List.of(1_000L, 60_000L, 3_600_000L, 86_400_000L));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            textBlock =
                    """
                    time.parse()                  ; bad argument #1 to 'parse' (string expected, got no value)
                    time.format('x')              ; bad argument #1 to 'format' (number expected, got string)
                    time.format(1.5)              ; bad argument #1 to 'format' (number has no integer representation)
                    time.format(math.maxinteger)  ; bad argument #1 to 'format' (the year is 292278994, not one of 0 to 9999)
                    time.format(0, 'ooo')         ; bad argument #2 to 'format' ('rfc3339' or a pattern like 'yyyy-MM-dd HH:mm' expected, got 'ooo')
                    time.format(0, nil, 'Moon')   ; bad argument #3 to 'format' ('Moon' is no time zone)
                    time.duration({})             ; bad argument #1 to 'duration' (string expected, got table)
                    """)
    void refusesWhatDoesNotFit(String call, String message) {
        assertThatThrownBy(() -> run(call)).hasMessage("test.lua:1: " + message);
    }

    private @Nullable Object run(String script) {
        return kit.run("local time = require 'time' " + script);
    }
}
