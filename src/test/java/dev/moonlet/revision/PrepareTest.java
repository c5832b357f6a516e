package dev.moonlet.revision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlet.revision.BundleProperties.Mode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.MDC;

/** What is told of a bundle on its way. */
@ParameterizedClass
@EnumSource
class PrepareTest {

    private final Mode mode;

    PrepareTest(Mode mode) {
        this.mode = mode;
    }

    @Test
    void saysWhyABundleIsRefusedThatServesNothing() {
        Report report = report(List.of());

        assertThat(report.refused()).isTrue();
        assertThat(report.toString()).contains("has no route that can be called");
    }

    @Test
    void tellsTheFirstProblemsAndHowManyMoreThereAre() {
        Report report = report(List.of(new Failing(1_000)));

        assertThat(report.problems()).hasSizeBetween(101, 102);
        assertThat(report.toString())
                .contains("problem 1")
                .contains("the bundle: has 900 more problems that are not told");
    }

    @Test
    void tellsEachProblemInOneLine() {
        Problem problem = new Problem("config/a\nb.yaml", 1, "error\r\nall is well\u001b[1m");

        assertThat(problem.toString())
                .isEqualTo("config/a\\nb.yaml:1: error\\u000d\\nall is well\\u001b[1m");
    }

    @Test
    void tellsTheLogWhichRevisionItIsAbout() {
        Observing observing = new Observing(new ArrayList<>());

        report(List.of(observing));

        assertThat(observing.revisions()).hasSize(1).doesNotContainNull();
        assertThat(MDC.get("revision")).isNull();
    }

    private Report report(List<Preparation> preparations) {
        Prepare prepare = new Prepare(preparations, new BundleProperties(".", Duration.ZERO, mode));
        Fetched nothing = new Fetched(Bundle.of("here", Map.of()), List.of());
        return prepare.prepare(nothing, Duration.ZERO).report();
    }

    private record Observing(List<String> revisions) implements Preparation {

        @Override
        public Step step() {
            return Step.PARSE;
        }

        @Override
        public void prepare(Draft draft) {
            revisions.add(MDC.get("revision"));
        }
    }

    private record Failing(int problems) implements Preparation {

        @Override
        public Step step() {
            return Step.PARSE;
        }

        @Override
        public void prepare(Draft draft) {
            for (int i = 1; i <= problems; i++) {
                draft.report(new Problem("config/openapi.yaml", i, "problem " + i));
            }
        }
    }
}
