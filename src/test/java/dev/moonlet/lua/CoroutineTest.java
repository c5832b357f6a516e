package dev.moonlet.lua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlet.lua.coroutine.Carrier;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("kinds")
class CoroutineTest {

    private final Carrier.Kind kind;

    CoroutineTest(Carrier.Kind kind) {
        this.kind = kind;
    }

    static Stream<Named<Carrier.Kind>> kinds() {
        return Stream.of(
                Named.of("continuation", Carrier.Kind.CONTINUATION),
                Named.of("thread", Carrier.Kind.THREAD));
    }

    @Test
    void returnsWhatItsBodyReturns() {
        assertThat(coroutine("done").resume(null)).isEqualTo(new Step.Returned<>("done"));
    }

    @Test
    void yieldsFromAnyDepthAndIsResumedWithAnAnswer() {
        Coroutine<String> coroutine = coroutine(() -> new Step.Returned<>(ask(5) + "/" + ask(0)));

        assertThat(coroutine.resume(null)).isEqualTo(new Step.Yielded<>("question 5"));
        assertThat(coroutine.resume("a")).isEqualTo(new Step.Yielded<>("question 0"));
        assertThat(coroutine.resume("b")).isEqualTo(new Step.Returned<>("a/b"));
    }

    @Test
    void canBeResumedByAnotherThread() throws InterruptedException, ExecutionException {
        Coroutine<String> coroutine = coroutine(() -> new Step.Returned<>(ask(0) + ask(0)));
        coroutine.resume(null);
        CompletableFuture<Step<String>> elsewhere = new CompletableFuture<>();

        Thread.startVirtualThread(() -> elsewhere.complete(coroutine.resume("a")));

        assertThat(elsewhere.get()).isEqualTo(new Step.Yielded<>("question 0"));
        assertThat(coroutine.resume("b")).isEqualTo(new Step.Returned<>("ab"));
    }

    @Test
    void runsInsideAnother() {
        Coroutine<String> outer =
                coroutine(() -> {
                    Step<String> inner = coroutine("inner").resume(null);
                    return new Step.Returned<>(inner + " " + ask(1));
                });

        assertThat(outer.resume(null)).isEqualTo(new Step.Yielded<>("question 1"));
        assertThat(outer.resume("outer"))
                .isEqualTo(new Step.Returned<>("Returned[value=inner] outer"));
    }

    @Test
    void letsWhatItsBodyThrowsOut() {
        Coroutine<String> coroutine =
                coroutine(() -> {
                    throw new IllegalStateException("broken");
                });

        assertThatThrownBy(() -> coroutine.resume(null)).hasMessage("broken");
    }

    @Test
    void canBeAbandoned() {
        List<String> ends = new CopyOnWriteArrayList<>();
        Coroutine<String> coroutine =
                coroutine(() -> {
                    ends.add("began");
                    ask(0);
                    ends.add("went on");
                    return new Step.Returned<>("");
                });
        coroutine.resume(null);

        coroutine.abandon();

        assertThat(ends).containsExactly("began");
    }

    @Test
    void canNotBeResumedWhenItHasEnded() {
        Coroutine<String> coroutine = coroutine("done");
        coroutine.resume(null);

        assertThatThrownBy(() -> coroutine.resume(null)).hasMessage("the coroutine has ended");
    }

    @Test
    void isNeededToAwait() {
        assertThatThrownBy(() -> Coroutine.await("a question"))
                .hasMessage("awaited outside of a coroutine: a question");
    }

    private Coroutine<String> coroutine(String result) {
        return coroutine(() -> new Step.Returned<>(result));
    }

    private Coroutine<String> coroutine(Supplier<Step<String>> body) {
        Limits limits = Limits.NONE.withTime(Duration.ofDays(1));
        return new Coroutine<>(new Tasks(kind, null, limits), _ -> body.get());
    }

    private static String ask(int depth) {
        return ask(depth, depth);
    }

    private static String ask(int depth, int name) {
        return depth > 0
                ? ask(depth - 1, name)
                : String.valueOf(Coroutine.await("question " + name));
    }
}
