package dev.moonlet.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlet.lua.Coroutine;
import dev.moonlet.lua.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.luaj.vm2.LuaValue;

/** Timers of scripts, whose functions run in coroutines. */
class TimersTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final TestClock clock = new TestClock(START);
    private final TestKit kit = TestKit.of().at(clock);

    private long elapsed() {
        return clock.instant().toEpochMilli() - START.toEpochMilli();
    }

    @Test
    void callFunctionsLaterInTheOrderOfTheirTimes() {
        assertThat(
                        kit.run(
                                """
                                setTimeout(function() print('b') end, 200)
                                setTimeout(function(x) print(x) end, 100, 'a')
                                setTimeout(print, '1m', 'c')
                                return 'answered'\
                                """))
                .isEqualTo("answered");
        assertThat(kit.printed()).containsExactly("a", "b", "c");
        assertThat(elapsed()).isEqualTo(60_000);
    }

    @Test
    void areNumberedAndCanBeCleared() {
        kit.run(
                """
                local id = setTimeout(print, 10, 'never')
                assert(math.type(id) == 'integer')
                clearTimeout(id)
                clearTimeout(id) clearTimeout(12345) clearTimeout(nil) clearInterval('x')\
                """);

        assertThat(kit.printed()).isEmpty();
        assertThat(elapsed()).isZero();
    }

    @Test
    void repeatUntilTheyAreCleared() {
        kit.run(
                """
                local times = 0
                local id
                id = setInterval(function()
                  times = times + 1
                  print(times)
                  if times == 3 then clearInterval(id) end
                end, 100)\
                """);

        assertThat(kit.printed()).containsExactly("1", "2", "3");
        assertThat(elapsed()).isEqualTo(300);
    }

    @Test
    void repeatFromTheEndOfTheLastCall() {
        TestKit waiting = TestKit.of(sleeping()).at(clock);
        waiting.run(
                """
                local sleep = require 'sleeping'.sleep
                local times = 0
                local id
                id = setInterval(function()
                  sleep(50)
                  times = times + 1
                  if times == 2 then clearInterval(id) end
                end, 100)\
                """);

        assertThat(elapsed()).isEqualTo(300);
    }

    private static Module sleeping() {
        return () ->
                Definition.of("sleeping", "")
                        .with(
                                ModuleFunction.named("sleep")
                                        .takes("duration", Durations.TYPE)
                                        .does(given -> {
                                            Coroutine.running()
                                                    .tasks()
                                                    .sleep(Durations.of(given, 1));
                                            return LuaValue.NONE;
                                        }));
    }

    @Test
    void leaveOthersRunningWhenOneFails() {
        kit.run(
                """
                local times = 0
                local id
                id = setInterval(function()
                  times = times + 1
                  if times == 2 then clearInterval(id) end
                  error('broken ' .. times)
                end, 10)
                setTimeout(print, 100, 'done')\
                """);

        assertThat(kit.failed()).containsExactly("test.lua:6: broken 1", "test.lua:6: broken 2");
        assertThat(kit.printed()).containsExactly("done");
    }

    @Test
    void letTheirFunctionsYieldAndOthersResumeThem() {
        kit.run(
                """
                local waiting
                setTimeout(function()
                  waiting = coroutine.running()
                  assert(coroutine.isyieldable())
                  print('Resumed with:', coroutine.yield('wait for something'))
                end, 10)
                setTimeout(function()
                  print(coroutine.status(waiting))
                  print(coroutine.resume(waiting, true, 'data'))
                  print(coroutine.status(waiting))
                end, 20)\
                """);

        assertThat(kit.printed())
                .containsExactly("suspended", "Resumed with:\ttrue\tdata", "true", "dead");
    }

    @Test
    void resumeAHandlerThatHasYielded() {
        assertThat(
                        kit.run(
                                """
                                local me = coroutine.running()
                                setTimeout(function() print(coroutine.resume(me, 'woken')) end, 10)
                                return coroutine.yield(), 'returned'\
                                """))
                .isEqualTo(List.of("woken", "returned"));
        assertThat(kit.printed()).containsExactly("true\twoken\treturned");
    }

    @Test
    void failAHandlerThatFailsWhenItIsResumed() {
        assertThatThrownBy(() ->
                        kit.run(
                                """
                                local me = coroutine.running()
                                setTimeout(function() print(coroutine.resume(me)) end, 10)
                                coroutine.yield()
                                error('broken')\
                                """))
                .hasMessage("test.lua:4: broken");
        assertThat(kit.printed()).containsExactly("false\ttest.lua:4: broken");
    }

    @Test
    void nameAHandlerThatNobodyIsLeftToResume() {
        assertThatThrownBy(() -> kit.run("setTimeout(print, 10)\n coroutine.yield()"))
                .hasMessage(
                        "test.lua:2: test.run has yielded, and nothing is left that could resume"
                                + " it");
    }

    @Test
    void failAHandlerThatTheyClose() {
        assertThatThrownBy(() ->
                        kit.run(
                                """
                                local me = coroutine.running()
                                setTimeout(function() print(coroutine.close(me)) end, 10)
                                setTimeout(print, '1h', 'never')
                                local guard <close> = setmetatable({}, {__close = function() print('closed') end})
                                coroutine.yield()\
                                """))
                .hasMessage(
                        "test.lua:5: test.run was closed by coroutine.close before it has"
                                + " returned");
        assertThat(kit.printed()).containsExactly("closed", "true");
    }

    @Test
    void takeFunctionsAndDurations() {
        assertThatThrownBy(() -> kit.run("setTimeout('x', 10)"))
                .hasMessage(
                        "test.lua:1: bad argument #1 to 'setTimeout' (function expected, got"
                                + " string)");
        assertThatThrownBy(() -> kit.run("setTimeout(print, '99999999999999999d')"))
                .hasMessageContaining("bad argument #2 to 'setTimeout' (milliseconds, or a text");
        assertThatThrownBy(() -> kit.run("setTimeout(print, 'soon')"))
                .hasMessageContaining("bad argument #2 to 'setTimeout' (milliseconds, or a text");
    }

    @Test
    void endWhenTheHandlerFails() {
        assertThatThrownBy(() -> kit.run("setTimeout(print, 10) error('broken')"))
                .hasMessage("test.lua:1: broken");
        assertThat(kit.printed()).isEmpty();
    }

    @Test
    void endAtTheLimitWhateverTheyCall() {
        TestKit limited = TestKit.of(sleeping()).in(lasting(Duration.ofMillis(100)));

        assertThatThrownBy(() ->
                        limited.run("setInterval(math.abs, 0, 1) require('sleeping').sleep('1h')"))
                .hasMessage("test.lua:1: killed: the limit of time is 100 ms");
    }

    private static Profile lasting(Duration time) {
        return new Profile("test", Set.of(Profile.ALL), Limits.NONE.withTime(time));
    }

    @Test
    void leaveThoseAsleepWhenAnyNumberIsCleared() {
        TestKit waiting = TestKit.of(sleeping()).at(clock);

        waiting.run(
                """
                setTimeout(function() for id = 1, 100 do clearTimeout(id) end end, 1)
                require('sleeping').sleep(50)\
                """);

        assertThat(elapsed()).isEqualTo(50);
    }
}
