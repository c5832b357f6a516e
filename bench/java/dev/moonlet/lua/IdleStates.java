package dev.moonlet.lua;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Map;

/** What states keep of the heap: made, and idle in their pool after a call. */
final class IdleStates {

    private static final Limits LIMITS = Standard.LIMITS;
    private static final TextCall GREET = new TextCall(FunctionName.of("hello.greet"));
    private static final byte[] HELLO =
            """
            local hello = {}
            function hello.greet() return "Hello world" end
            return hello\
            """
                    .getBytes(UTF_8);

    private final StatePool pool;
    private final State[] states;

    private IdleStates(Program program, int count) {
        pool =
                new StatePool(
                        "standard",
                        program,
                        PoolSettings.ofMax(count, Duration.ofSeconds(1)),
                        PoolListener.NONE);
        states = new State[count];
    }

    /** The argument is how many. */
    public static void main(String[] arguments) throws Exception {
        int count = Integer.parseInt(arguments[0]);
        Program program =
                new Program(new Library(ModuleSource.NONE, _ -> {}), Map.of("hello.lua", HELLO));
        IdleStates warmUp = new IdleStates(program, 1000);
        warmUp.make();
        warmUp.serve();
        IdleStates measured = new IdleStates(program, count);
        long before = UsedHeap.bytes();
        measured.make();
        long made = UsedHeap.bytes() - before;
        measured.serve();
        long idle = UsedHeap.bytes() - before;
        System.out.printf(
                "%,d states: %,d bytes each when made, %,d idle after a call%n",
                measured.states.length, made / count, idle / count);
    }

    private void make() throws PoolExhausted, InterruptedException {
        for (int i = 0; i < states.length; i++) {
            states[i] = pool.borrow();
        }
    }

    private void serve() {
        for (State state : states) {
            Step<String> end = state.begin(GREET, LIMITS).resume(null);
            if (!(end instanceof Step.Returned<String>)) {
                throw new IllegalStateException(end.toString());
            }
            pool.giveBack(state);
        }
    }
}
