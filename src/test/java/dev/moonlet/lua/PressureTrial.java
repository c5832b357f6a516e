package dev.moonlet.lua;

import dev.moonlet.lua.coroutine.Carrier;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;
import org.luaj.vm2.lib.VarArgFunction;

/**
 * Fills a heap from many states at once and prints how each ends: those that hold, and those that
 * are served meanwhile.
 */
final class PressureTrial {

    private static final Limits LIMITS =
            Limits.NONE.withMemory(200 << 20).withTime(Duration.ofSeconds(90));

    private final StatePool pool;
    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch settled;
    private volatile boolean over;

    private PressureTrial(Carrier.Kind kind, int holders) throws IOException {
        settled = new CountDownLatch(holders);
        try (InputStream in = PressureTrial.class.getResourceAsStream("memory/pressure.lua")) {
            Program program =
                    new Program(
                            new Library(ModuleSource.NONE, _ -> {}, kind),
                            Map.of("pressure.lua", in.readAllBytes()));
            pool =
                    new StatePool(
                            "trial",
                            program,
                            PoolSettings.ofMax(100, Duration.ofSeconds(1)),
                            PoolListener.NONE);
            pool.warm();
        }
    }

    /** The first argument is the kind of carrier, the others the megabytes that one holds each. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Carrier.Kind kind =
                arguments[0].equals("thread") ? Carrier.Kind.THREAD : Carrier.Kind.CONTINUATION;
        new PressureTrial(kind, arguments.length - 1).run(arguments);
    }

    private void run(String... arguments) throws InterruptedException {
        threads.add(Thread.startVirtualThread(() -> repeat("serve")));
        threads.add(Thread.startVirtualThread(() -> repeat("churn")));
        for (int i = 1; i < arguments.length; i++) {
            String megabytes = arguments[i];
            threads.add(Thread.startVirtualThread(() -> hold(megabytes)));
        }
        boolean inTime = settled.await(60, TimeUnit.SECONDS);
        over = true;
        for (Thread thread : threads) {
            thread.join();
        }
        IO.println("settled " + inTime);
    }

    private void hold(String megabytes) {
        Done done = new Done();
        String end = call("hold", LuaValue.valueOf(Integer.parseInt(megabytes)), done);
        IO.println("hold" + megabytes + " " + end);
        done.settle();
    }

    private void repeat(String function) {
        String first = call(function);
        String end = first;
        for (int calls = 1; end.equals(first) && (!over || calls < 20); calls++) {
            end = call(function);
        }
        IO.println(function + " " + end);
    }

    private String call(String function, LuaValue... arguments) {
        try {
            State state = pool.borrow();
            try {
                return end(
                        state.begin(
                                new TextCall(
                                        new FunctionName("pressure", function),
                                        LuaValue.varargsOf(arguments)),
                                LIMITS));
            } finally {
                pool.giveBack(state);
            }
        } catch (OutOfMemoryError | PoolExhausted | InterruptedException unexpected) {
            return unexpected.toString();
        }
    }

    private static String end(Coroutine<String> run) {
        return switch (run.resume(null)) {
            case Step.Returned<String>(String result) -> result;
            case Step.Failed<String>(Failure failure) -> failure.message();
            case Step<String> other -> throw new AssertionError(other);
        };
    }

    /** Is told that somebody holds all it wants, and tells whether the trial is over. */
    private final class Done extends VarArgFunction {

        private boolean told;

        @Override
        public Varargs invoke(Varargs arguments) {
            if (arguments.narg() > 0) {
                settle();
            }
            return valueOf(over);
        }

        private void settle() {
            if (!told) {
                told = true;
                settled.countDown();
            }
        }
    }
}
