package dev.moonlet.lua;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.moonlet.lua.value.Body;
import dev.moonlet.lua.value.Table;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.luaj.vm2.Varargs;

/** How many invocations that wait for the outside a heap holds, and what watching them takes. */
final class SuspendedInvocations {

    private static final Limits LIMITS = Standard.LIMITS.withTime(Duration.ofDays(1));
    private static final TextCall SERVE = new TextCall(FunctionName.of("orders.serve"));
    private static final byte[] ORDERS =
            """
            local outside = require "outside"
            local function ask(id, name)
              local answer = outside.await()
              return answer .. id .. name
            end
            local function load(id)
              local name, tags = "order " .. id, { id, id + 1 }
              local order = ask(id, name)
              return order .. #tags
            end
            local orders = {}
            function orders.serve()
              local id, start = math.random(1000), os.time()
              local order = load(id)
              return order .. start
            end
            return orders\
            """
                    .getBytes(UTF_8);
    private static final int WATCHED_MILLIS = 5000;

    private final Program program;
    private final List<Coroutine<String>> suspended;

    private SuspendedInvocations(int count) {
        Table outside = new Table();
        outside.put(Text.of("await"), new Await().function());
        program =
                new Program(
                        new Library(Map.of("outside", outside)::get, _ -> {}),
                        Map.of("orders.lua", ORDERS));
        suspended = new ArrayList<>(count);
    }

    /** The argument is how many. */
    public static void main(String[] arguments) throws Exception {
        int count = Integer.parseInt(arguments[0]);
        SuspendedInvocations invocations = new SuspendedInvocations(count);
        invocations.suspend(1000);
        invocations.resumeAll();
        long before = UsedHeap.bytes();
        invocations.suspend(count);
        invocations.printHeap(before);
        printWatchdog();
        invocations.resumeAll();
        System.out.println("all of them went on and returned");
    }

    /** Suspends as many as there is room for. */
    private void suspend(int count) {
        try {
            while (suspended.size() < count) {
                suspended.add(suspended());
            }
        } catch (OutOfMemoryError full) {
            System.out.printf("the heap was full after %,d%n", suspended.size());
            System.exit(1);
        }
    }

    private Coroutine<String> suspended() {
        Coroutine<String> invocation = new State(program).begin(SERVE, LIMITS);
        return switch (invocation.resume(null)) {
            case Step.Yielded<String> _ -> invocation;
            case Step<String> end -> throw new OutOfMemoryError(end.toString());
        };
    }

    private void resumeAll() {
        for (Coroutine<String> invocation : suspended) {
            Step<String> step = invocation.resume(null);
            if (!(step instanceof Step.Returned<String>)) {
                throw new IllegalStateException(step.toString());
            }
        }
        suspended.clear();
    }

    private void printHeap(long before) throws InterruptedException {
        long used = UsedHeap.bytes();
        System.out.printf(
                "%,d suspended invocations: %d MB of a heap of %d MB, %,d bytes each%n",
                suspended.size(),
                used >> 20,
                Runtime.getRuntime().maxMemory() >> 20,
                (used - before) / suspended.size());
    }

    private static void printWatchdog() throws InterruptedException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long watchdog =
                Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                        .filter(thread -> thread.getThreadName().equals("lua-watchdog"))
                        .mapToLong(ThreadInfo::getThreadId)
                        .findAny()
                        .orElseThrow();
        long cpu = threads.getThreadCpuTime(watchdog);
        long waits = threads.getThreadInfo(watchdog).getWaitedCount();
        Thread.sleep(WATCHED_MILLIS);
        double millis = (threads.getThreadCpuTime(watchdog) - cpu) / 1e6;
        waits = threads.getThreadInfo(watchdog).getWaitedCount() - waits;
        System.out.printf(
                "the watchdog: %.1f %% of a processor, %.2f ms a look, %d looks a second%n",
                100 * millis / WATCHED_MILLIS, millis / waits, waits * 1000 / WATCHED_MILLIS);
    }

    private static final class Await extends Body {

        @Override
        public Varargs apply(Varargs arguments) {
            Coroutine.await("answer");
            return Text.of("answer");
        }
    }
}
