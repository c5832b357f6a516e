package dev.moonlet.operation.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlet.operation.Kind;
import dev.moonlet.operation.OperationFailed;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class ValueCacheTest {

    private static final Optional<Duration> MINUTE = Optional.of(Duration.ofMinutes(1));

    private final TrialCache trial = new TrialCache();
    private final ValueCache cache = trial.values();

    @Test
    void keepsAValueForItsTime() throws OperationFailed {
        cache.set(key("a"), "x", MINUTE);
        trial.advance(Duration.ofSeconds(59));
        assertThat(value("a")).isEqualTo("x");

        trial.advance(Duration.ofSeconds(1));
        assertThat(value("a")).isNull();
        assertThat(cache.peek(key("a"))).isNull();
    }

    @Test
    void keepsAValueForTheUsualTimeIfNothingIsSaid() throws OperationFailed {
        cache.set(key("a"), "x", Optional.empty());
        trial.advance(Duration.ofMinutes(10).minusNanos(1));
        assertThat(value("a")).isEqualTo("x");

        trial.advance(Duration.ofNanos(1));
        assertThat(value("a")).isNull();
    }

    @Test
    void keepsAValueLongerThanAnybodyLives() throws OperationFailed {
        cache.set(key("a"), "x", Optional.of(Duration.ofDays(1_000_000)));
        trial.advance(Duration.ofDays(30_000));

        assertThat(value("a")).isEqualTo("x");
    }

    @Test
    void countsOnWithinTheTimeOfTheFirst() throws OperationFailed {
        cache.increment(key("n"), 1, MINUTE);
        trial.advance(Duration.ofSeconds(40));
        assertThat(cache.increment(key("n"), 2, MINUTE).value()).isEqualTo(3L);

        trial.advance(Duration.ofSeconds(20));
        assertThat(cache.increment(key("n"), 5, MINUTE).value()).isEqualTo(5L);
        trial.advance(Duration.ofSeconds(59));
        assertThat(value("n")).isEqualTo(5L);
    }

    @Test
    void addsToIntegersOnly() throws OperationFailed {
        cache.set(key("float"), 1.0, MINUTE);
        cache.set(key("full"), Long.MAX_VALUE, MINUTE);

        assertThatThrownBy(() -> cache.increment(key("float"), 1, MINUTE))
                .isInstanceOfSatisfying(
                        OperationFailed.class,
                        failed -> assertThat(failed.kind()).isEqualTo(Kind.INVALID))
                .hasMessage("the value of 'float' is no integer");
        assertThatThrownBy(() -> cache.increment(key("full"), 1, MINUTE))
                .hasMessage("the value of 'full' would have more than 64 bits");
        assertThat(value("full")).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void staysWithinItsSize() throws OperationFailed {
        for (int i = 0; i < 100; i++) {
            cache.set(key("k" + i), "x".repeat(10_000), MINUTE);
            assertThat(cache.size()).isBetween(1L, 100L << 10);
        }
        assertThat(cache.entries()).isBetween(1L, 9L);
        assertThat(cache.evictions()).isEqualTo(100 - cache.entries());
    }

    @Test
    void refusesAValueThatIsTooLong() throws OperationFailed {
        cache.set(key("a"), "x".repeat(20_000), MINUTE);

        assertThatThrownBy(() -> cache.set(key("a"), "x".repeat(20_480), MINUTE))
                .hasMessageMatching(
                        "the value of 'a' takes \\d+ bytes, and moonlet.cache.max-value is 20480:"
                                + " keep less of it");
        assertThat(value("a")).asString().hasSize(20_000);
    }

    @Test
    void keepsNamespacesApart() throws OperationFailed {
        Key other = new Key("other", "a");
        cache.set(key("a"), 1L, MINUTE);
        cache.set(other, 2L, MINUTE);

        assertThat(value("a")).isEqualTo(1L);
        assertThat(cache.clear("default")).isEqualTo(1);
        assertThat(value("a")).isNull();
        assertThat(cache.get(other)).isEqualTo(new Found(2L));
    }

    @Test
    void countsWhatWasThere() throws OperationFailed {
        cache.set(key("a"), 1L, MINUTE);
        value("a");
        value("a");
        value("b");

        assertThat(cache.hits()).isEqualTo(2);
        assertThat(cache.misses()).isEqualTo(1);
    }

    @Test
    void refusesSettingsThatCanNotBe() {
        assertThatThrownBy(() ->
                        new CacheProperties(
                                DataSize.ofBytes(10), DataSize.ofBytes(11), Duration.ofSeconds(1)))
                .hasMessageContaining("moonlet.cache.max-value has to be from 1B");
    }

    private @Nullable Object value(String name) {
        Found found = cache.get(key(name));
        return found == null ? null : found.value();
    }

    private static Key key(String name) {
        return new Key("default", name);
    }
}
