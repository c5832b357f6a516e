package dev.moonlet.module.async;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlet.module.Definition;
import dev.moonlet.module.ModuleFunction;
import dev.moonlet.module.TestClock;
import dev.moonlet.module.TestKit;
import dev.moonlet.module.signature.Types;
import dev.moonlet.operation.Kind;
import dev.moonlet.operation.Operation;
import dev.moonlet.operation.OperationFailed;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.luaj.vm2.LuaValue;

/** Functions that run at once, and those that wait for them. */
class AsyncTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final TestClock clock = new TestClock(START);
    private final TestKit kit = TestKit.of(new AsyncModule(), AsyncTest::outside).at(clock);

    private record Ask(String what) implements Operation {}

    private static Definition outside() {
        return Definition.of("outside", "")
                .with(
                        ModuleFunction.named("ask")
                                .takes("what", Types.STRING)
                                .returnsOrFails(Types.STRING)
                                .asks(
                                        Ask.class,
                                        given -> new Ask(given.text(1)),
                                        answer -> LuaValue.valueOf(String.valueOf(answer))));
    }

    private @Nullable Object run(String script) {
        return kit.run("local async, outside = require 'async', require 'outside' " + script);
    }

    private long elapsed() {
        return clock.instant().toEpochMilli() - START.toEpochMilli();
    }

    @Test
    void sleepsWithoutHoldingAnything() {
        assertThat(run("return async.sleep(250), async.sleep('2s')"))
                .isEqualTo(List.of(true, true));
        assertThat(elapsed()).isEqualTo(2250);
    }

    @Test
    void waitsForAllAtOnce() {
        assertThat(
                        run(
                                """
                                local function after(ms) return function() async.sleep(ms) return ms end end
                                return table.concat(async.all{after(300), after(100), after(200)}, ' ')\
                                """))
                .isEqualTo("300 100 200");
        assertThat(elapsed()).isEqualTo(300);
    }

    @Test
    void performsOperationsAtOnce() throws Exception {
        CyclicBarrier all = new CyclicBarrier(3);
        kit.answering(
                Ask.class,
                ask -> {
                    await(all);
                    return "to " + ask.what();
                });

        assertThat(
                        run(
                                """
                                local function asking(what) return function() return outside.ask(what) end end
                                return table.concat(async.all{asking 'a', asking 'b', asking 'c'}, ', ')\
                                """))
                .isEqualTo("to a, to b, to c");
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
            throw new IllegalStateException(alone);
        }
    }

    @Test
    void raisesTheFirstErrorAndCancelsTheOthers() {
        assertThatThrownBy(() ->
                        run(
                                """
                                async.all{
                                  function() async.sleep(10) error('broken') end,
                                  function()
                                    local guard <close> = setmetatable({}, {__close = function() print('closed') end})
                                    async.sleep('1h')
                                    print('never')
                                  end}\
                                """))
                .hasMessage("test.lua:2: broken");
        assertThat(kit.printed()).containsExactly("closed");
        assertThat(elapsed()).isEqualTo(10);
    }

    @Test
    void returnsTheFirstFailureOfTheWorld() {
        kit.answering(
                Ask.class,
                _ -> {
                    throw new OperationFailed(Kind.NOT_FOUND, "nothing there");
                });

        assertThat(
                        run(
                                """
                                local r, e = async.all{
                                  function() return outside.ask('x') end,
                                  function() async.sleep('1h') end}
                                return r, e:kind(), e:message()\
                                """))
                .isEqualTo(Arrays.asList(null, "NotFound", "nothing there"));
        assertThat(elapsed()).isLessThan(1000);
    }

    @Test
    void interruptsOperationsThatNobodyWaitsForAnyMore() throws InterruptedException {
        AtomicBoolean interrupted = new AtomicBoolean();
        CountDownLatch ended = new CountDownLatch(1);
        kit.answering(
                Ask.class,
                _ -> {
                    try {
                        return new CountDownLatch(1).await(1, TimeUnit.MINUTES);
                    } catch (InterruptedException end) {
                        interrupted.set(true);
                        throw end;
                    } finally {
                        ended.countDown();
                    }
                });

        assertThat(
                        run(
                                """
                                local r, e = async.timeout(50, function() return outside.ask('x') end)
                                return e:kind(), e:message()\
                                """))
                .isEqualTo(List.of("Timeout", "it took longer than 50 ms"));
        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(interrupted).isTrue();
    }

    @Test
    void isContentWithAnyThatDoesWell() {
        assertThat(
                        run(
                                """
                                return async.any{
                                  function() error('no') end,
                                  function() async.sleep(20) return 'slow' end,
                                  function() async.sleep(10) return 'fast', 2 end}\
                                """))
                .isEqualTo(List.of("fast", 2L));
        assertThat(run("local r, e = async.any{function() error('no', 0) end} return e:message()"))
                .isEqualTo("no");
    }

    @Test
    void letsThemRace() {
        assertThat(
                        run(
                                """
                                return async.race{
                                  function() async.sleep(20) return 'slow' end,
                                  function() async.sleep(10) return 'fast' end}\
                                """))
                .isEqualTo("fast");
        assertThatThrownBy(() ->
                        run(
                                """
                                async.race{
                                  function() async.sleep(20) end,
                                  function() error('first', 0) end}\
                                """))
                .hasMessage("first");
    }

    @Test
    void mapsSoManyAtOnce() {
        assertThat(
                        run(
                                """
                                local running, most = 0, 0
                                local doubled = async.map({1, 2, 3, 4, 5, 6}, function(n, i)
                                  running = running + 1
                                  most = math.max(most, running)
                                  async.sleep(10 * n)
                                  running = running - 1
                                  return 2 * n + i
                                end, 2)
                                return most, table.concat(doubled, ' ')\
                                """))
                .isEqualTo(List.of(2L, "3 6 9 12 15 18"));
    }

    @Test
    void joinsWhatItSpawns() {
        assertThat(
                        run(
                                """
                                local h = async.spawn(function(a, b) async.sleep(10) return a + b end, 1, 2)
                                local before = h:done()
                                return before, h:join(), h:join(), h:done()\
                                """))
                .isEqualTo(List.of(false, 3L, 3L, true));
        assertThat(
                        run(
                                """
                                local r, e = async.spawn(function() error('broken') end):join()
                                return e:kind(), e:message()\
                                """))
                .isEqualTo(List.of("Unknown", "test.lua:1: broken"));
    }

    @Test
    void cancelsWithAllThatIsBelow() {
        assertThat(
                        run(
                                """
                                local h = async.spawn(function()
                                  async.spawn(function() async.sleep(5) print('grandchild') end)
                                  pcall(async.sleep, '1h')
                                  print('caught')
                                end)
                                async.sleep(1)
                                h:cancel()
                                local r, e = h:join()
                                async.sleep(10)
                                return e:kind()\
                                """))
                .isEqualTo("Canceled");
        assertThat(kit.printed()).isEmpty();
    }

    @Test
    void leavesOthersAloneWhenAnErrorIsCaught() {
        assertThat(
                        run(
                                """
                                return table.concat(async.all{
                                  function() return pcall(error, 'x') and 'yes' or 'no' end,
                                  function() async.sleep(10) return 'other' end}, ' ')\
                                """))
                .isEqualTo("no other");
    }

    @Test
    void namesAListThatIsEmpty() {
        assertThat(run("return #async.all({})")).isEqualTo(0L);
        assertThatThrownBy(() -> run("async.race({})"))
                .hasMessageContaining("bad argument #1 to 'race' (the list is empty)");
    }
}
