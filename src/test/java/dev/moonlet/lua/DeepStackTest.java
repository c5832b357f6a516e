package dev.moonlet.lua;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlet.lua.coroutine.Carrier;
import dev.moonlet.lua.value.Run;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.luaj.vm2.LuaValue;

/** What stops on a stack that is too deep to be put aside goes on, and stops again where it can. */
@ParameterizedClass
@MethodSource("dev.moonlet.lua.RunningScript#kinds")
class DeepStackTest {

    /** Does something at a hundred depths of what the stack has, then in a coroutine, then here. */
    private static final String AT_ALL_DEPTHS =
            """
            local function descend(depth)
              if depth == 0 then touch() return 0 end
              return 1 + descend(depth - 1)
            end
            local deepest, beyond = 1, 1e6
            local work = touch
            touch = function() end
            while beyond - deepest > 1 do
              local depth = (deepest + beyond) // 2
              if pcall(descend, depth) then deepest = depth else beyond = depth end
            end
            touch = work
            local done = 0
            for percent = 1, 100 do
              local passed, message = pcall(descend, deepest * percent // 100)
              assert(passed or message:find("overflow"), message)
              if passed then done = done + 1 end
              coroutine.wrap(function() coroutine.yield() touch() end)()
            end
            local rest = coroutine.wrap(function() touch() coroutine.yield() touch() end)
            rest() rest() touch()
            return done > 10 and "fine" or done\
            """;

    private final RunningScript script;

    DeepStackTest(Carrier.Kind kind) {
        script = new RunningScript(kind);
    }

    @Test
    void goesOnAfterItCouldNotPark() throws ExecutionException, InterruptedException {
        script.define(
                "touch",
                _ -> {
                    Run.pause(1);
                    return LuaValue.NONE;
                });

        assertThat(asARequest(() -> script.call(AT_ALL_DEPTHS).resume(null)))
                .isEqualTo(new Step.Returned<>("fine"));
    }

    @Test
    void getsEachAnswerWhereItCouldAsk() throws ExecutionException, InterruptedException {
        assertThat(
                        asARequest(() ->
                                answerAll(
                                        script.call(
                                                """
                                                local asked = 0
                                                function touch()
                                                  asked = asked + 1
                                                  local question = "question " .. asked
                                                  assert(await(question) == question .. "!")
                                                end
                                                """
                                                        + AT_ALL_DEPTHS))))
                .isEqualTo(new Step.Returned<>("fine"));
    }

    private static Step<String> answerAll(Coroutine<String> call) {
        Step<String> step = call.resume(null);
        while (step instanceof Step.Yielded<String>(Object question)) {
            step = call.resume(question + "!");
        }
        return step;
    }

    private static <T> T asARequest(Callable<T> body)
            throws ExecutionException, InterruptedException {
        FutureTask<T> result = new FutureTask<>(body);
        Thread.startVirtualThread(result);
        return result.get();
    }
}
