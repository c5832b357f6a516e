package dev.moonlet.lua;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlet.lua.coroutine.Carrier;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.TestFactory;

/** Every attack ends as it has to, and a neighbour does not notice. */
class AttackTest {

    private static final Limits LIMITS =
            new Limits(
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(60),
                    8 << 20,
                    2 << 20,
                    100,
                    1 << 16);

    private static final String FAR_DOWN = " far down the stack";

    @TestFactory
    Stream<DynamicNode> endsWellFor() {
        return RunningScript.kinds().flatMap(this::attacks);
    }

    private Stream<DynamicTest> attacks(Named<Carrier.Kind> kind) {
        Carrier.Kind carriers = kind.getPayload();
        Program program = program(carriers);
        State neighbour = new State(program);
        return call(neighbour, "attacks.list", LIMITS)
                .lines()
                .map(line -> line.split("\t"))
                .filter(attack -> carriers == Carrier.Kind.CONTINUATION || isEndedOnThreads(attack))
                .map(attack ->
                        DynamicTest.dynamicTest(
                                kind.getName() + ": " + attack[0],
                                () -> attack(program, neighbour, attack)));
    }

    /** What a stack holds is asked of its thread, which can't answer from so far down. */
    private static boolean isEndedOnThreads(String... attack) {
        return !attack[0].equals("a table" + FAR_DOWN);
    }

    /** How deep a stack may be where it waits is another matter for the thread of a request. */
    private void attack(Program program, State neighbour, String... attack)
            throws ExecutionException, InterruptedException, TimeoutException {
        FutureTask<?> attacked =
                new FutureTask<>(() -> attack(new State(program), neighbour, attack), null);
        if (attack[0].endsWith(FAR_DOWN)) {
            Thread.startVirtualThread(attacked);
        } else {
            attacked.run();
        }
        attacked.get(1, TimeUnit.MINUTES);
    }

    private void attack(State state, State neighbour, String... attack) {
        String ending = attack.length > 1 ? attack[1] : "";
        Limits limits =
                ending.equals("killed by cpu") ? LIMITS.withCpu(Duration.ofMillis(100)) : LIMITS;

        assertThat(call(state, "attacks." + attack[0], limits)).contains(ending);

        assertThat(state.usable()).isEqualTo(!ending.startsWith("killed"));
        assertThat(call(neighbour, "control.run", LIMITS))
                .isEqualTo("IS OTHERS SERVED TO WHAT 610");
    }

    private static String call(State state, String function, Limits limits) {
        int dot = function.indexOf('.');
        FunctionName name =
                new FunctionName(function.substring(0, dot), function.substring(dot + 1));
        Step<String> end = state.begin(new TextCall(name), limits).resume(null);
        state.reset();
        return switch (end) {
            case Step.Returned<String>(String result) -> result.equals("nil") ? "returned" : result;
            case Step.Failed<String>(Failure.Killed killed) -> {
                assertThat(killed.where()).matches("((attacks|control).lua|\\[string .*]):\\d+");
                yield "killed by " + killed.limit();
            }
            case Step.Failed<String>(Failure failure) -> failure.message();
            case Step<String> other -> throw new AssertionError(other);
        };
    }

    private static Program program(Carrier.Kind carriers) {
        return new Program(
                new Library(ModuleSource.NONE, _ -> {}, carriers),
                Map.of("attacks.lua", read("attacks.lua"), "control.lua", read("control.lua")));
    }

    private static byte[] read(String script) {
        try (InputStream in = AttackTest.class.getResourceAsStream("attacks/" + script)) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
