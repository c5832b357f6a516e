package dev.moonlet.lua.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.moonlet.lua.differential.Comparison.Difference;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Runs programs written by chance here and in C Lua. The system properties {@code
 * moonlet.differential.seed}, {@code .programs} and {@code .minutes} say which and how many.
 */
class DifferentialTest {

    private static final long SEED = Long.getLong("moonlet.differential.seed", 20_260_601);
    private static final long PROGRAMS = Long.getLong("moonlet.differential.programs", 2_000);
    private static final long MINUTES = Long.getLong("moonlet.differential.minutes", 0);

    @Test
    void doesWhatCLuaDoes() throws InterruptedException {
        requireCLua();
        Search search = new Search(SEED, PROGRAMS, MINUTES);
        Map<Long, Difference> differences = search.differences();
        StringBuilder report = new StringBuilder();
        differences.forEach((seed, difference) -> report.append(told(seed, difference)));
        if (MINUTES > 0) {
            System.out.printf("compared %,d programs from seed %d on%n", search.programs(), SEED);
        }
        assertThat(report.toString()).isEmpty();
    }

    @Test
    void writesTheSameProgramForTheSameSeed() {
        assertThat(Programs.of(SEED)).isEqualTo(Programs.of(SEED)).isNotEqualTo(Programs.of(1));
    }

    @Test
    void reducesAProgramToWhatMatters() {
        String program = Programs.of(3) + "show(math.pi)\n" + Programs.of(4);

        assertThat(new Reducer(text -> text.contains("math.pi")).reduce(program))
                .isEqualTo("math.pi");
    }

    private static void requireCLua() {
        Optional<CLua> found = CLua.start();
        found.ifPresent(CLua::close);
        if (found.isEmpty() && "true".equals(System.getenv("CI"))) {
            fail(CLua.MISSING);
        }
        assumeTrue(found.isPresent(), CLua.MISSING);
    }

    private static String told(long seed, Difference difference) {
        return """

        -- seed %d, again by:
        -- ./mvnw test -Dtest=DifferentialTest -Dmoonlet.differential.seed=%d \
        -Dmoonlet.differential.programs=1
        %s
        -- C Lua: %s
        %s-- here: %s
        %s\
        """
                .formatted(
                        seed,
                        seed,
                        difference.program().strip(),
                        difference.expected().end(),
                        difference.expected().output(),
                        difference.actual().end(),
                        difference.actual().output());
    }
}
