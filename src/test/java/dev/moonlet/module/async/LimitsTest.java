package dev.moonlet.module.async;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlet.lua.Limits;
import dev.moonlet.module.Profile;
import dev.moonlet.module.TestClock;
import dev.moonlet.module.TestKit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What functions beside others leave behind, and that limits hold for them. */
class LimitsTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final TestClock clock = new TestClock(START);
    private final TestKit kit = TestKit.of(new AsyncModule()).at(clock);

    private @Nullable Object run(String script) {
        return kit.run("local async = require 'async' " + script);
    }

    private static Profile limited(Limits limits) {
        return new Profile("test", Set.of("*"), limits);
    }

    @Test
    void leavesNoTimerOfOneThatIsCanceled() {
        assertThat(
                        run(
                                """
                                local h
                                h = async.spawn(function() h:cancel() async.sleep('1h') end)
                                async.sleep(1)
                                return h:done()\
                                """))
                .isEqualTo(true);
        assertThat(clock.instant()).isEqualTo(START.plusMillis(1));
    }

    @Test
    void endThoseThatWaitForManyByTheirKill() {
        kit.in(limited(Limits.NONE.withTime(Duration.ofMillis(300))));

        assertThatThrownBy(() ->
                        run(
                                """
                                local list = {}
                                for i = 1, 1e7 do list[i] = i end
                                async.map(list, type)\
                                """))
                .hasMessageEndingWith("killed: the limit of time is 300 ms");
    }

    @Test
    void leavesThoseAloneWhoResumeOrCloseWhatFails() {
        for (String ends : List.of("coroutine.resume(other)", "coroutine.close(other)")) {
            assertThat(
                            run(
                                    """
                                    local other
                                    async.spawn(function()
                                      other = coroutine.running()
                                      coroutine.yield()
                                      error('broken')
                                    end)
                                    local h = async.spawn(function() async.sleep(10) return 'done' end)
                                    async.sleep(1)
                                    %s
                                    return h:join()\
                                    """
                                            .formatted(ends)))
                    .isEqualTo("done");
        }
    }

    @Test
    void countWhatTimersHold() {
        kit.in(limited(Limits.NONE.withMemory(16 << 20)));

        for (String script :
                List.of(
                        "while true do setTimeout(print, '1h', string.rep('x', 100000)) end",
                        "while true do pcall(setInterval, print, '1h') end")) {
            assertThatThrownBy(() -> run(script))
                    .hasMessageEndingWith("killed: the limit of memory is 16 MB");
        }
    }

    @Test
    void countWhatFunctionsBesideOthersHold() {
        kit.in(limited(Limits.NONE.withMemory(16 << 20)));

        for (String script :
                List.of(
                        "async.map(list, function(i) return string.rep('x', 100000) .. i end)",
                        "async.map(list, type, 1000000)",
                        "while true do async.spawn(type) end")) {
            assertThatThrownBy(() ->
                            run("local list = {} for i = 1, 1e5 do list[i] = i end " + script))
                    .hasMessageEndingWith("killed: the limit of memory is 16 MB");
        }
    }

    @Test
    void leaveNothingAtChannelsThatNobodyUses() {
        kit.in(limited(Limits.NONE.withMemory(16 << 20)));

        assertThat(
                        run(
                                """
                                local quit, busy, n = async.channel(), async.channel(), 0
                                async.spawn(function()
                                  for i = 1, 200000 do busy:send(i) end
                                  quit:close()
                                end)
                                while async.select({quit, busy}) == 2 do n = n + 1 end
                                return n\
                                """))
                .isEqualTo(200_000L);
    }
}
