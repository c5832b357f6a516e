package dev.moonlet.operation.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventsTest {

    private final Events events = new TrialEvents().events();

    @ParameterizedTest
    @CsvSource({
        "orders.created,   orders.created,   1",
        "orders.*,         orders.created,   1",
        "orders.*,         orders.a.b,       1",
        "orders.a.*,       orders.a.b,       1",
        "*,                orders,           1",
        "*,                orders.a.b,       1",
        "orders.*,         orders,           0",
        "orders,           orders.created,   0",
        "orders.created,   orders,           0",
        "order.*,          orders.created,   0",
        "orders.a.*,       orders.b.c,       0"
    })
    void reachThoseWhoMeanTheirName(String pattern, String name, int told) {
        events.add(new Subscription(pattern, () -> {}));

        assertThat(events.emit(name, Map.of())).isEqualTo(told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a.", ".a", "a..b", "*", "a.*", "a*", "a b"})
    void haveNamesOfSegments(String name) {
        assertThatThrownBy(() -> events.emit(name, Map.of()))
                .hasMessage("'" + name + "' is no name of an event: write orders.created");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*.a", "a.*.b", "a*", "**", "a.**", ".*"})
    void areNotMeantByEverything(String pattern) {
        assertThat(EventNames.isPattern(pattern)).isFalse();
    }

    @Test
    void waitInTheirOrderUntilThereAreTooMany() {
        Subscription slow = new Subscription("n", () -> {});
        events.add(slow);

        for (int i = 1; i <= 8; i++) {
            assertThat(events.emit("n", Map.of("i", i))).isEqualTo(1);
        }

        assertThat(events.dropped()).isEqualTo(3);
        assertThat(numbers(slow)).containsExactly(4L, 5L, 6L, 7L, 8L);
    }

    @Test
    void waitUntilTheyTakeTooMuch() {
        Subscription slow = new Subscription("n", () -> {});
        events.add(slow);

        for (int i = 1; i <= 3; i++) {
            events.emit("n", Map.of("i", i, "text", "x".repeat(4_000)));
        }

        assertThat(numbers(slow)).containsExactly(2L, 3L);
        assertThatThrownBy(() -> events.emit("n", Map.of("text", "x".repeat(10_240))))
                .hasMessageMatching(
                        "the event n takes \\d+ bytes, and moonlet.events.max-undelivered-size is"
                                + " 10240: send less, and say where the rest is");
    }

    @Test
    void areHeardUntilTheSubscriptionIsClosed() {
        List<String> arrived = new ArrayList<>();
        Subscription one = new Subscription("n", () -> arrived.add("one"));
        Subscription other = new Subscription("n", () -> arrived.add("other"));
        events.add(one);
        events.add(other);
        one.close();
        one.close();

        assertThat(events.emit("n", Map.of())).isEqualTo(1);
        assertThat(arrived).containsExactly("other");
        assertThat(events.listeners()).isEqualTo(1);
    }

    @Test
    void areToldOnceUntilTheyAreTaken() {
        AtomicInteger told = new AtomicInteger();
        Subscription slow = new Subscription("n", told::incrementAndGet);
        events.add(slow);

        for (int i = 1; i <= 8; i++) {
            events.emit("n", Map.of("i", i));
        }
        assertThat(told).hasValue(1);

        assertThat(numbers(slow)).hasSize(5);
        events.emit("n", Map.of("i", 9));
        assertThat(told).hasValue(2);
    }

    @Test
    @Timeout(30)
    void areAllTakenOrDroppedHoweverManyEmitAtOnce() throws InterruptedException {
        int emitters = 4;
        int each = 20_000;
        Semaphore told = new Semaphore(0);
        Subscription taken = new Subscription("n", told::release);
        events.add(taken);
        try (ExecutorService threads = Executors.newFixedThreadPool(emitters)) {
            for (int i = 0; i < emitters; i++) {
                threads.execute(() -> {
                    for (int n = 0; n < each; n++) {
                        events.emit("n", Map.of());
                    }
                });
            }
            threads.shutdown();
            long heard = 0;
            while (!threads.isTerminated() || told.availablePermits() > 0) {
                if (told.tryAcquire(1, TimeUnit.MILLISECONDS)) {
                    heard += numbers(taken).size();
                }
            }
            assertThat(heard + events.dropped()).isEqualTo((long) emitters * each);
        }
        assertThat(taken.isEmpty()).isTrue();
    }

    @Test
    void areNotHeardByWhoHasGivenUpBeforeItBegan() {
        Subscription closed = new Subscription("n", () -> {});
        closed.close();
        events.add(closed);

        assertThat(events.emit("n", Map.of())).isZero();
        assertThat(events.listeners()).isZero();
    }

    private static List<@Nullable Object> numbers(Subscription subscription) {
        List<@Nullable Object> numbers = new ArrayList<>();
        for (Event next = subscription.poll(); next != null; next = subscription.poll()) {
            numbers.add(next.payload().get("i"));
        }
        return numbers;
    }
}
