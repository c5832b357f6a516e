package dev.moonlet.lua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.moonlet.lua.coroutine.Carrier;
import java.lang.ref.WeakReference;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.luaj.vm2.LuaValue;

/** How the coroutines of scripts end where Lua has no say. */
@ParameterizedClass
@MethodSource("dev.moonlet.lua.RunningScript#kinds")
class ScriptCoroutineEndTest {

    private static final String ABANDONED =
            """
            local co
            co = coroutine.create(function() local self = co; coroutine.yield(); return self end)
            coroutine.resume(co)
            return co\
            """;

    /** Uses coroutines at all depths from which the stack is about to end. */
    private static final String NEAR_THE_END =
            """
            local function descend(depth, touch)
              if depth == 0 then touch() return 0 end
              return 1 + descend(depth - 1, touch)
            end
            local function closed()
              local co = coroutine.create(function()
                local _ <close> = setmetatable({}, { __close = function() end })
                coroutine.yield()
              end)
              coroutine.resume(co)
              coroutine.close(co)
            end
            local function failing() pcall(coroutine.wrap(error)) end
            local function counted()
              local sum = 0
              for i in coroutine.wrap(function() for i = 1, 5 do coroutine.yield(i) end end) do
                sum = sum + i
              end
              assert(sum == 15, sum)
            end
            local deepest, beyond = 1, 1e6
            while beyond - deepest > 1 do
              local depth = (deepest + beyond) // 2
              if pcall(descend, depth, print) then deepest = depth else beyond = depth end
            end
            for i = 1, 1000 do
              local touch = ({ closed, failing, counted })[i % 3 + 1]
              local passed, message = pcall(descend, deepest + 10 - i % 100, touch)
              assert(passed or message:find("overflow"), message)
              counted()
              local _, is_main = coroutine.running()
              assert(is_main)
            end
            return "fine"\
            """;

    private final Carrier.Kind kind;
    private final RunningScript script;

    ScriptCoroutineEndTest(Carrier.Kind kind) {
        this.kind = kind;
        script = new RunningScript(kind);
    }

    @Test
    void endWithAStackThatIsTooDeepAndNothingElseDoes() {
        LuaValue result =
                script.run(
                        """
                        local function endless() return 1 + endless() end
                        local co = coroutine.create(endless)
                        local passed, message = coroutine.resume(co)
                        assert(not passed and message:find("stack overflow"))
                        assert(coroutine.status(co) == "dead")
                        return coroutine.wrap(function() return "fine" end)()\
                        """);

        assertThat(result.tojstring()).isEqualTo("fine");
    }

    @Test
    void stayInOrderWhereTheStackEnds() {
        assertThat(script.run(NEAR_THE_END).tojstring()).isEqualTo("fine");
    }

    @Test
    void stayInOrderWhereTheStackOfAVirtualThreadEnds()
            throws ExecutionException, InterruptedException {
        FutureTask<LuaValue> result = new FutureTask<>(() -> script.run(NEAR_THE_END));
        Thread.startVirtualThread(result);

        assertThat(result.get().tojstring()).isEqualTo("fine");
    }

    @Test
    void areKilledAllTheWay() {
        Error kill = new Error("killed");
        script.define(
                "kill",
                _ -> {
                    throw kill;
                });

        assertThatThrownBy(() ->
                        script.run(
                                """
                                cos, closed = {}, 0
                                local closing = setmetatable({}, { __close = function()
                                  closed = closed + 1
                                end })
                                local function nested(depth)
                                  cos[depth] = coroutine.running()
                                  local _ <close> = closing
                                  if depth == 0 then kill() end
                                  local co = coroutine.create(nested)
                                  pcall(xpcall, coroutine.resume, print, co, depth - 1)
                                end
                                pcall(coroutine.wrap(nested), 3)\
                                """))
                .isSameAs(kill);

        assertThat(
                        script.run(
                                        "local t = {} for i = 0, 3 do t[#t + 1] = coroutine.status(cos[i]) end"
                                                + " return table.concat(t, ' ') .. ' ' .. closed")
                                .tojstring())
                .isEqualTo("dead dead dead dead 0");
        assertThat(script.run("return (coroutine.isyieldable())")).isEqualTo(LuaValue.FALSE);
    }

    @Test
    void areKilledWhileTheyAreClosed() {
        Error kill = new Error("killed");
        script.define(
                "kill",
                _ -> {
                    throw kill;
                });
        script.run(
                """
                local closing = setmetatable({}, { __close = function() kill() end })
                co = coroutine.create(function() local _ <close> = closing; coroutine.yield() end)
                failed = coroutine.create(function() local _ <close> = closing; error("x") end)
                coroutine.resume(co)
                coroutine.resume(failed)\
                """);

        assertThatThrownBy(() -> script.run("pcall(coroutine.close, co)")).isSameAs(kill);
        assertThatThrownBy(() -> script.run("pcall(coroutine.close, failed)")).isSameAs(kill);
        assertThat(
                        script.run("return coroutine.status(co) .. coroutine.status(failed)")
                                .tojstring())
                .isEqualTo("deaddead");
    }

    @Test
    void areGarbageWhenTheyAreAbandonedHalfWay() {
        assumeThat(kind).isSameAs(Carrier.Kind.CONTINUATION);
        WeakReference<LuaValue> abandoned = new WeakReference<>(script.run(ABANDONED));

        assertThat(isCollected(abandoned)).isTrue();
    }

    /** For the JVM keeps track of all threads; {@code -Djdk.trackAllThreads=false} ends that. */
    @Test
    void stayForEverOnThreadsThatTheJvmKeepsTrackOf() {
        assumeThat(kind).isSameAs(Carrier.Kind.THREAD);
        WeakReference<LuaValue> abandoned = new WeakReference<>(script.run(ABANDONED));

        System.gc();

        assertThat(abandoned.get()).isNotNull();
    }

    private static boolean isCollected(WeakReference<LuaValue> reference) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (reference.get() != null && System.nanoTime() < deadline) {
            System.gc();
        }
        return reference.get() == null;
    }
}
