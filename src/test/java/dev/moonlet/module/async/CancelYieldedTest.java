package dev.moonlet.module.async;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlet.lua.Limits;
import dev.moonlet.module.Profile;
import dev.moonlet.module.TestClock;
import dev.moonlet.module.TestKit;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Functions beside others that have yielded, and wait for somebody who resumes them. */
@Timeout(30)
class CancelYieldedTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** Begins one that has something to close, and yields; {@code other} is its coroutine. */
    private static final String YIELDED =
            """
            local function guard(name, close)
              return setmetatable({}, {__close = function()
                print('closing ' .. name)
                if close then close() end
                print('closed ' .. name)
              end})
            end
            local other
            local function yields(close)
              return function()
                other = coroutine.running()
                local g <close> = guard('other', close)
                pcall(coroutine.yield)
                print('resumed')
                async.sleep(10)
                print('never')
              end
            end
            """;

    private final TestKit kit = TestKit.of(new AsyncModule()).at(new TestClock(START));

    private @Nullable Object run(String script) {
        return kit.run("local async = require 'async' " + YIELDED + script);
    }

    @Test
    void endAtATimeout() {
        assertThat(
                        run(
                                """
                                local r, e = async.timeout(10, yields())
                                return r == nil and e:kind(), coroutine.status(other)\
                                """))
                .isEqualTo(List.of("Timeout", "dead"));
        assertThat(kit.printed()).containsExactly("closing other", "closed other");
    }

    @Test
    void loseARace() {
        assertThat(
                        run(
                                """
                                return async.race{coroutine.yield, function() async.sleep(5) return 1 end}\
                                """))
                .isEqualTo(1L);
    }

    @Test
    void endWithAnErrorInTheirGroup() {
        assertThatThrownBy(() ->
                        run(
                                """
                                async.all{yields(), function() async.sleep(5) error('broken', 0) end}\
                                """))
                .hasMessage("broken");
        assertThat(kit.printed()).containsExactly("closing other", "closed other");
    }

    @Test
    void endByTheirHandle() {
        assertThat(
                        run(
                                """
                                local h = async.spawn(yields())
                                async.sleep(1)
                                h:cancel()
                                h:cancel()
                                local _, e = h:join()
                                h:cancel()
                                return e:kind(), h:done(), coroutine.status(other)\
                                """))
                .isEqualTo(List.of("Canceled", true, "dead"));
        assertThat(kit.printed()).containsExactly("closing other", "closed other");
    }

    @Test
    void endWithTheOneThatHasBegunThem() {
        run(
                """
                local h = async.spawn(function() async.spawn(yields()) async.sleep('1h') end)
                async.sleep(1)
                h:cancel()
                h:join()
                async.sleep(1)
                """);
        assertThat(kit.printed()).containsExactly("closing other", "closed other");
    }

    @Test
    void endWithAHandlerThatFails() {
        assertThatThrownBy(() -> run("async.spawn(yields()) async.sleep(1) error('broken', 0)"))
                .hasMessage("broken");
        assertThat(kit.printed()).containsExactly("closing other", "closed other");
    }

    @Test
    void waitForNothingWhileTheyAreClosed() {
        run(
                """
                local h = async.spawn(yields(function() async.sleep('1h') end))
                async.sleep(1)
                h:cancel()
                h:join()
                """);
        assertThat(kit.printed()).containsExactly("closing other");
    }

    @Test
    void closeWhatTheyHaveToClose() {
        run(
                """
                local inner = coroutine.wrap(function()
                  local g <close> = guard('inner')
                  coroutine.yield(coroutine.running())
                end)()
                local h = async.spawn(yields(function() coroutine.close(inner) end))
                async.sleep(1)
                h:cancel()
                h:join()
                """);
        assertThat(kit.printed())
                .containsExactly("closing other", "closing inner", "closed inner", "closed other");
    }

    @Test
    void endOnlyOnceIfAScriptClosesThemToo() {
        assertThat(
                        run(
                                """
                                local h = async.spawn(yields())
                                async.sleep(1)
                                h:cancel()
                                local closed = coroutine.close(other)
                                local _, e = h:join()
                                return closed, e:kind()\
                                """))
                .isEqualTo(List.of(true, "Canceled"));
        assertThat(kit.printed()).containsExactly("closing other", "closed other");
    }

    @Test
    void goOnNoMoreIfAScriptResumesThem() {
        assertThat(
                        run(
                                """
                                local h = async.spawn(yields())
                                async.sleep(1)
                                h:cancel()
                                local resumed, why = coroutine.resume(other)
                                local _, e = h:join()
                                return resumed, why, e:kind()\
                                """))
                .isEqualTo(List.of(false, "canceled", "Canceled"));
        assertThat(kit.printed()).containsExactly("closing other", "closed other");
    }

    /** It runs then, and waits; who has resumed it goes on. */
    @Test
    void endWhereTheyWaitIfAnotherHasResumedThem() {
        assertThat(
                        run(
                                """
                                local h = async.spawn(yields())
                                local resuming = async.spawn(function()
                                  async.sleep(1)
                                  local resumed, why = coroutine.resume(other)
                                  async.sleep(1)
                                  return tostring(resumed) .. ' ' .. why
                                end)
                                async.sleep(5)
                                h:cancel()
                                local _, e = h:join()
                                return e:kind(), resuming:join()\
                                """))
                .isEqualTo(List.of("Canceled", "false canceled"));
        assertThat(kit.printed()).containsExactly("resumed", "closing other", "closed other");
    }

    @Test
    void endWithTheCoroutinesThatTheyHaveResumed() {
        assertThat(
                        run(
                                """
                                local h = async.spawn(function()
                                  other = coroutine.running()
                                  coroutine.yield()
                                  coroutine.wrap(function()
                                    local g <close> = guard('inner')
                                    async.sleep('1h')
                                  end)()
                                  print('never')
                                end)
                                local resuming = async.spawn(function()
                                  async.sleep(1)
                                  return coroutine.resume(other)
                                end)
                                async.sleep(5)
                                h:cancel()
                                return resuming:join()\
                                """))
                .isEqualTo(List.of(false, "canceled"));
        assertThat(kit.printed()).containsExactly("closing inner", "closed inner");
    }

    @Test
    void endWhenTheyYieldIfTheyCancelThemselves() {
        assertThat(
                        run(
                                """
                                local h
                                h = async.spawn(function()
                                  other = coroutine.running()
                                  coroutine.yield()
                                  h:cancel()
                                  print('goes on')
                                  coroutine.yield()
                                  print('never')
                                end)
                                async.sleep(1)
                                coroutine.resume(other)
                                return coroutine.status(other)\
                                """))
                .isEqualTo("dead");
        assertThat(kit.printed()).containsExactly("goes on");
    }

    @Test
    void failTheHandlerIfTheyHaveResumedIt() {
        assertThatThrownBy(() ->
                        run(
                                """
                                local me = coroutine.running()
                                async.spawn(function()
                                  async.timeout(10, function() coroutine.resume(me) end)
                                  async.sleep('1h')
                                end)
                                coroutine.yield()
                                async.sleep('1h')\
                                """))
                .hasMessage("test.run was canceled with the function that has resumed it");
    }

    @Test
    void areCountedWhileSomebodyMayCancelThem() {
        kit.in(new Profile("test", Set.of("*"), Limits.NONE.withMemory(16 << 20)));

        assertThatThrownBy(() ->
                        run(
                                """
                                while true do
                                  local text = string.rep('x', 100000)
                                  async.spawn(function() coroutine.yield() return text end)
                                  async.sleep(0)
                                end\
                                """))
                .hasMessageEndingWith("killed: the limit of memory is 16 MB");
    }
}
