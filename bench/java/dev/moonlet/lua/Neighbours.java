package dev.moonlet.lua;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** An honest caller and an attacker, who borrow states from one pool. */
final class Neighbours {

    static final int CALLS_A_SECOND = 500;

    private static final long PERIOD = 1_000_000_000L / CALLS_A_SECOND;
    private static final Step<String> RIGHT = new Step.Returned<>("IS OTHERS SERVED TO WHAT 610");

    private static final Limits HONEST = Standard.LIMITS;
    private static final Limits TIGHT =
            new Limits(
                    Duration.ofSeconds(1),
                    Duration.ofMillis(100),
                    Duration.ofSeconds(1),
                    8 << 20,
                    2 << 20,
                    100,
                    1 << 16);

    /** Held while an attack runs. */
    final Lock attacking = new ReentrantLock(true);

    final AtomicInteger states = new AtomicInteger();
    final AtomicInteger attacks = new AtomicInteger();
    final AtomicInteger kills = new AtomicInteger();
    final AtomicLong longest = new AtomicLong();
    final AtomicInteger wrong = new AtomicInteger();

    private final StatePool pool;
    private final Latencies latencies;

    Neighbours(Latencies latencies) throws IOException {
        this.latencies = latencies;
        Program program =
                new Program(
                        new Library(ModuleSource.NONE, _ -> {}),
                        Map.of("attacks.lua", read("attacks"), "control.lua", read("control")));
        PoolSettings settings = PoolSettings.ofMax(8, Duration.ofSeconds(1));
        pool = new StatePool("standard", program, settings, new CountStates());
    }

    private static byte[] read(String script) throws IOException {
        try (InputStream in = Neighbours.class.getResourceAsStream("attacks/" + script + ".lua")) {
            return in.readAllBytes();
        }
    }

    /** Calls at a steady pace; a call that begins late, because another took long, took longer. */
    void callForEver() {
        long due = System.nanoTime();
        while (true) {
            due += PERIOD;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            Step<String> answer = call("control", "run", HONEST);
            latencies.add(System.nanoTime() - due);
            if (!answer.equals(RIGHT)) {
                wrong.incrementAndGet();
                System.out.println("a wrong answer: " + answer);
            }
        }
    }

    /** Tries every attack, one after the other, again and again. */
    void attackForEver() {
        List<String> names = attackNames();
        while (true) {
            names.forEach(this::attack);
        }
    }

    private void attack(String name) {
        attacking.lock();
        try {
            long start = System.nanoTime();
            if (call("attacks", name, TIGHT) instanceof Step.Failed<String>(Failure.Killed _)) {
                kills.incrementAndGet();
            }
            longest.accumulateAndGet(System.nanoTime() - start, Math::max);
            attacks.incrementAndGet();
        } finally {
            attacking.unlock();
        }
    }

    private List<String> attackNames() {
        if (call("attacks", "list", Limits.NONE) instanceof Step.Returned<String>(String list)) {
            return list.lines().map(line -> line.substring(0, line.indexOf('\t'))).toList();
        }
        throw new IllegalStateException("no attacks");
    }

    private Step<String> call(String module, String function, Limits limits) {
        try {
            State state = pool.borrow();
            try {
                TextCall call = new TextCall(new FunctionName(module, function));
                return state.begin(call, limits).resume(null);
            } finally {
                pool.giveBack(state);
            }
        } catch (PoolExhausted | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private final class CountStates implements PoolListener {

        @Override
        public void created(String pool) {
            states.incrementAndGet();
        }

        @Override
        public void discarded(String pool, Discard reason) {
            states.decrementAndGet();
        }
    }
}
