package dev.moonlet.lua;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlet.lua.coroutine.Carrier;
import dev.moonlet.lua.value.Calls;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.luaj.vm2.LuaValue;

/** How the coroutines of scripts look from Java: they stop, go on, and change threads. */
@ParameterizedClass
@MethodSource("dev.moonlet.lua.RunningScript#kinds")
class ScriptCoroutineTest {

    private final Carrier.Kind kind;
    private final RunningScript script;

    ScriptCoroutineTest(Carrier.Kind kind) {
        this.kind = kind;
        script = new RunningScript(kind);
    }

    @Test
    void areResumedByAnyThread() throws ExecutionException, InterruptedException {
        LuaValue wrapped =
                script.run(
                        """
                        return coroutine.wrap(function(...)
                          local me = coroutine.running()
                          for i = 1, 3 do
                            pcall(coroutine.yield, i)
                            assert(coroutine.running() == me and coroutine.isyieldable())
                          end
                          return "end"
                        end)\
                        """);

        assertThat(Calls.call(wrapped).tojstring()).isEqualTo("1");
        assertThat(elsewhere(() -> Calls.call(wrapped).tojstring())).isEqualTo("2");
        assertThat(elsewhere(() -> Calls.call(wrapped).tojstring())).isEqualTo("3");
        assertThat(Calls.call(wrapped).tojstring()).isEqualTo("end");
        assertThat(script.run("return (coroutine.isyieldable())")).isEqualTo(LuaValue.FALSE);
    }

    @Test
    void takeTheirHandlersAlongToAnotherThread() throws ExecutionException, InterruptedException {
        LuaValue wrapped =
                script.run(
                        """
                        return coroutine.wrap(function()
                          return xpcall(function()
                            pcall(coroutine.yield)
                            error("x", 0)
                          end, function(e) return "handled " .. e end)
                        end)\
                        """);
        Calls.call(wrapped);

        assertThat(elsewhere(() -> Calls.apply(wrapped, LuaValue.NONE).arg(2).tojstring()))
                .isEqualTo("handled x");
        assertThat(
                        script.run(
                                        """
                                        local closed
                                        xpcall(function()
                                          local _ <close> = setmetatable({}, { __close = function(_, e)
                                            closed = e
                                          end })
                                          error("y", 0)
                                        end, function(e) return "outside " .. e end)
                                        return closed\
                                        """)
                                .tojstring())
                .isEqualTo("outside y");
    }

    @Test
    void stopTogetherWhenTheInnermostAwaitsTheOutside()
            throws ExecutionException, InterruptedException {
        Coroutine<String> call =
                script.call(
                        """
                        local function nested(depth)
                          local me = coroutine.running()
                          local answer = depth == 0 and await("question")
                            or coroutine.wrap(nested)(depth - 1)
                          assert(coroutine.running() == me)
                          assert(coroutine.isyieldable() == (depth < 3))
                          return depth .. answer
                        end
                        return nested(3) .. await("second")\
                        """);

        assertThat(call.resume(null)).isEqualTo(new Step.Yielded<>("question"));
        assertThat(elsewhere(() -> call.resume("!"))).isEqualTo(new Step.Yielded<>("second"));
        assertThat(call.resume("?")).isEqualTo(new Step.Returned<>("3210!?"));
    }

    @Test
    void yieldAfterTheyHaveAwaitedOnAnotherThread()
            throws ExecutionException, InterruptedException {
        Coroutine<String> call =
                script.call(
                        """
                        local numbers = coroutine.wrap(function()
                          for i = 1, 2 do coroutine.yield(await("number " .. i)) end
                        end)
                        return numbers() .. numbers()\
                        """);

        assertThat(call.resume(null)).isEqualTo(new Step.Yielded<>("number 1"));
        assertThat(elsewhere(() -> call.resume("a"))).isEqualTo(new Step.Yielded<>("number 2"));
        assertThat(call.resume("b")).isEqualTo(new Step.Returned<>("ab"));
    }

    @Test
    void awaitWhileTheyAreClosed() {
        Coroutine<String> call =
                script.call(
                        """
                        local closing = setmetatable({}, { __close = function()
                          error(await("closing"), 0)
                        end })
                        local function open() local _ <close> = closing; coroutine.yield() end
                        local function fail() local _ <close> = closing; error("x") end
                        local one, other = coroutine.create(open), coroutine.create(fail)
                        coroutine.resume(one)
                        coroutine.resume(other)
                        return select(2, coroutine.close(one)) .. select(2, coroutine.close(other))
                        """);

        assertThat(call.resume(null)).isEqualTo(new Step.Yielded<>("closing"));
        assertThat(call.resume("a")).isEqualTo(new Step.Yielded<>("closing"));
        assertThat(call.resume("b")).isEqualTo(new Step.Returned<>("ab"));
    }

    @Test
    void takeNoThreadOfTheirOwnOnContinuations() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        script.define(
                "note",
                values -> {
                    threads.add(Thread.currentThread());
                    return values;
                });

        script.run(
                "for _ = 1, 9 do coroutine.wrap(function() note() coroutine.yield() end)() end note()");

        assertThat(threads).hasSize(kind == Carrier.Kind.CONTINUATION ? 1 : 10);
    }

    private static <T> T elsewhere(Callable<T> body)
            throws InterruptedException, ExecutionException {
        FutureTask<T> task = new FutureTask<>(body);
        Thread.ofPlatform().start(task);
        return task.get();
    }
}
