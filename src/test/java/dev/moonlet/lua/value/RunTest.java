package dev.moonlet.lua.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.moonlet.lua.coroutine.Carrier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunTest {

    /** So often that all of it is compiled. */
    private static final int STOPS = 200_000;

    private static final int THREADS = 2_000;

    private final Carrier carrier =
            Carrier.Kind.CONTINUATION.carry(Carrier.Role.RUN, this::lookForEver);

    private @Nullable Run last;
    private @Nullable Run seen;

    private void lookForEver() {
        while (true) {
            lookAndStop();
        }
    }

    /** What it stands in when it goes on has looked already, perhaps on another thread. */
    private void lookAndStop() {
        last = Run.current();
        carrier.suspend();
        seen = Run.current();
    }

    @Test
    void isThatOfTheThreadWhereverACoroutineGoesOn() throws InterruptedException {
        assumeTrue(Carrier.continuationsAreExported());
        for (int i = 0; i < STOPS; i++) {
            carrier.run();
        }
        int strange = 0;
        for (int i = 0; i < THREADS; i++) {
            Run own = new Run();
            Thread.ofVirtual()
                    .start(() -> {
                        Run.enter(own);
                        carrier.run();
                    })
                    .join();
            strange += seen == own ? 0 : 1;
        }
        assertThat(strange).isZero();
        assertThat(last).isNotNull();
    }
}
