package dev.moonlet.module.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlet.lua.Limits;
import dev.moonlet.module.Definition;
import dev.moonlet.module.Module;
import dev.moonlet.module.ModuleFunction;
import dev.moonlet.module.Profile;
import dev.moonlet.module.TestKit;
import dev.moonlet.module.signature.Types;
import dev.moonlet.operation.Operation;
import dev.moonlet.operation.cache.TrialCache;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.luaj.vm2.LuaValue;

/** One computes, the others wait for that; each run is a state and a thread of its own. */
@Timeout(60)
class GetOrSetTest {

    private static final int MANY = 64;

    private record Compute() implements Operation {}

    private record Tell() implements Operation {}

    private static final Module PROBE =
            () ->
                    Definition.of("probe", "")
                            .with(
                                    ModuleFunction.named("compute")
                                            .returns(Types.STRING)
                                            .asks(
                                                    Compute.class,
                                                    _ -> new Compute(),
                                                    number ->
                                                            LuaValue.valueOf(
                                                                    String.valueOf(number))))
                            .with(
                                    ModuleFunction.named("tell")
                                            .asks(Tell.class, _ -> new Tell(), _ -> LuaValue.NONE));

    private final TrialCache trial = new TrialCache();
    private final AtomicInteger computed = new AtomicInteger();
    private final CountDownLatch begun = new CountDownLatch(1);

    /** Computing takes until so many have asked for the value. */
    private TestKit kit(int asking) {
        return TestKit.of(new CacheModule(), PROBE)
                .performing(trial.dispatcher())
                .answering(Tell.class, _ -> computed.incrementAndGet())
                .answering(
                        Compute.class,
                        _ -> {
                            begun.countDown();
                            while (trial.values().misses() < asking) {
                                Thread.sleep(1);
                            }
                            return computed.incrementAndGet();
                        });
    }

    @Test
    void computesOnceForAllWhoAskAtOnce() throws InterruptedException, ExecutionException {
        TestKit kit = kit(MANY);

        assertThat(
                        atOnce(
                                MANY,
                                () ->
                                        kit.run(
                                                """
                                                local probe = require 'probe'
                                                return require 'cache'.get_or_set('k', '1m', function()
                                                  return {n = probe.compute()}
                                                end).n\
                                                """)))
                .hasSize(MANY)
                .containsOnly("1");
        assertThat(computed).hasValue(1);
    }

    @Test
    void letsTheNextComputeIfOneFails() throws InterruptedException, ExecutionException {
        TestKit kit = kit(MANY);

        List<@Nullable Object> results =
                atOnce(
                        MANY,
                        () ->
                                kit.run(
                                        """
                                        local probe = require 'probe'
                                        local fine, value = pcall(require 'cache'.get_or_set, 'k', nil, function()
                                          local n = math.tointeger(probe.compute())
                                          return n > 3 and n or error 'no luck'
                                        end)
                                        return fine and value or 'failed'\
                                        """));

        assertThat(results).filteredOn("failed"::equals).hasSize(3);
        assertThat(results).filteredOn(result -> !"failed".equals(result)).containsOnly(4L);
    }

    @Test
    void keepsNoNil() {
        assertThat(
                        kit(0).run(
                                        """
                                        local cache, probe = require 'cache', require 'probe'
                                        local function nothing() probe.tell() return nil, 'reason' end
                                        local _, reason = cache.get_or_set('k', nil, nothing)
                                        cache.get_or_set('k', nil, nothing)
                                        return reason, cache.get('k') == nil, cache.get_or_set('k', nil, function()
                                          return false
                                        end), cache.get('k')\
                                        """))
                .isEqualTo(List.of("reason", true, false, false));
        assertThat(computed).hasValue(2);
    }

    @Test
    void letsAnotherComputeIfOneIsKilledWhereItWaits()
            throws InterruptedException, ExecutionException {
        isTakenOver("probe.compute()");
    }

    @Test
    void letsAnotherComputeIfOneIsKilledWhereItRuns()
            throws InterruptedException, ExecutionException {
        isTakenOver("probe.tell() while true do end");
    }

    private void isTakenOver(String computing) throws InterruptedException, ExecutionException {
        TestKit brief = brief(kit(Integer.MAX_VALUE), 500);
        TestKit patient = kit(0).answering(Tell.class, _ -> null);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> killed =
                    threads.submit(() ->
                            brief.run(
                                    "local probe = require 'probe'"
                                            + " require 'cache'.get_or_set('k', nil, function() "
                                            + computing
                                            + " end)"));
            while (begun.getCount() > 0 && computed.get() == 0) {
                Thread.onSpinWait();
            }

            assertThat(
                            patient.run(
                                    "return require 'cache'.get_or_set('k', nil, function() return 'mine' end)"))
                    .isEqualTo("mine");
            assertThatThrownBy(killed::get).hasMessageContaining("the limit of time is 500 ms");
        }
    }

    @Test
    void waitsNoLongerThanItMay() throws InterruptedException, ExecutionException {
        TestKit first = kit(3);
        TestKit brief = brief(kit(0), 100);
        TestKit third = kit(0);
        String script = "return require 'cache'.get_or_set('k', nil, require 'probe'.compute)";
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<@Nullable Object> computing = threads.submit(() -> first.run(script));
            begun.await();

            assertThatThrownBy(() -> brief.run(script))
                    .hasMessageContaining("the limit of time is 100 ms");
            assertThat(third.run(script)).isEqualTo("1");
            assertThat(computing.get()).isEqualTo("1");
        }
    }

    @Test
    void refusesToWaitForItself() {
        assertThatThrownBy(() ->
                        kit(0).run(
                                        """
                                        local get = require 'cache'.get_or_set
                                        get('k', nil, function()
                                          return get('k', nil, function() return 1 end)
                                        end)\
                                        """))
                .hasMessage("test.lua:3: get_or_set of 'k' within the function that computes it");
    }

    @Test
    void saysWhatOfAResultItCanNotKeep() {
        assertThatThrownBy(() ->
                        kit(0).run(
                                        "require 'cache'.get_or_set('k', nil, function() return {f = print} end)"))
                .hasMessage(
                        "test.lua:1: get_or_set can't keep what its function returns: a function at"
                                + " f has no JSON form");
    }

    @Test
    void addsUpWhatManyAdd() throws InterruptedException, ExecutionException {
        TestKit kit = kit(0);

        atOnce(MANY, () -> kit.run("for _ = 1, 100 do require 'cache'.incr('n', 2) end"));

        assertThat(kit.run("return require 'cache'.get('n')")).isEqualTo(MANY * 200L);
    }

    private static TestKit brief(TestKit kit, int millis) {
        return kit.in(
                new Profile(
                        "brief",
                        Set.of("cache", "probe"),
                        Limits.NONE.withTime(Duration.ofMillis(millis))));
    }

    private static List<@Nullable Object> atOnce(int many, Callable<@Nullable Object> task)
            throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<@Nullable Object>> tasks = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                tasks.add(task);
            }
            List<@Nullable Object> results = new ArrayList<>();
            for (Future<@Nullable Object> result : threads.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        }
    }
}
