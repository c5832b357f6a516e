package dev.moonlet.module;

import static dev.moonlet.module.TrialBundle.obstacle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What the stages of a profile load, in which order, and what becomes of that which fails. */
@ExtendWith(OutputCaptureExtension.class)
class LoadingTest {

    private final TrialBundle bundle = new TrialBundle();

    private static List<LoadStep> steps(Programs programs) {
        return programs.steps().getOrDefault("mine", List.of());
    }

    @Test
    void loadNothingThatNoStageNames() {
        Programs programs = bundle.load("mine: {modules: ['*']}");

        assertThat(obstacle(programs)).isEmpty();
        assertThat(bundle.begun).isEmpty();
        assertThat(steps(programs)).isEmpty();
    }

    @Test
    void loadInTheOrderOfTheirPriority(CapturedOutput log) {
        bundle.with("lua/lib/money.lua", "return {}");
        Programs programs =
                bundle.load(
                        """
                        mine:
                          modules: ['*']
                          stages:
                            standard: {required: [two, lib.money]}
                            critical: {required: [one]}
                            early: {required: [three], priority: 0}
                        """);

        assertThat(obstacle(programs)).isEmpty();
        assertThat(bundle.begun).containsExactly("three", "one", "two");
        assertThat(steps(programs))
                .extracting(LoadStep::stage, LoadStep::name, LoadStep::progress)
                .containsExactly(
                        tuple("early", "three", Progress.LOADED),
                        tuple("critical", "one", Progress.LOADED),
                        tuple("standard", "two", Progress.LOADED),
                        tuple("standard", "lib.money", Progress.LOADED));
        assertThat(log)
                .containsPattern("profile mine: loaded 4 of 4 that are required in \\d+ ms")
                .doesNotContain("stage critical")
                .doesNotContain("optional in");
    }

    @Test
    void failByNameWithoutWhatIsRequired(CapturedOutput log) {
        Programs programs =
                bundle.load(
                        """
                        mine:
                          modules: ['*']
                          stages: {critical: {required: [failing, one]}}
                        """);

        assertThat(obstacle(programs))
                .hasValue(
                        "profile 'mine' can't be loaded: stage 'critical' requires 'failing':"
                                + " module 'failing' initialization failed: no database");
        assertThat(bundle.begun).isEmpty();
        assertThat(log)
                .contains(
                        "stage critical: failed failing (1/2): module 'failing' initialization"
                                + " failed: no database");
    }

    @Test
    void interruptWhatHangs() {
        Programs programs =
                bundle.load(
                        """
                        mine:
                          modules: ['*']
                          stages: {critical: {required: [hanging], timeout: 50ms}}
                        """);

        assertThat(obstacle(programs))
                .hasValueSatisfying(reason ->
                        assertThat(reason)
                                .contains("stage 'critical' requires 'hanging'")
                                .endsWith("it takes too long, and was interrupted"));
        await().untilTrue(bundle.interrupted);
    }

    @Test
    void mayTakeLongerThanAnyClockGoes() {
        Programs programs =
                bundle.load(
                        """
                        mine:
                          modules: ['*']
                          limits: {time: 1000000d, cpu: 1000000d}
                          stages: {critical: {required: [one], timeout: 1000000d}}
                        """);

        assertThat(bundle.problems).isEmpty();
        assertThat(obstacle(programs)).isEmpty();
        assertThat(bundle.begun).containsExactly("one");
    }

    @Test
    void killScriptsThatNeverEnd() {
        bundle.with("lua/endless.lua", "while true do end");
        Programs programs =
                bundle.load(
                        """
                        mine:
                          modules: ['*']
                          stages: {critical: {required: [endless], timeout: 50ms}}
                        """);

        assertThat(obstacle(programs))
                .hasValueSatisfying(reason ->
                        assertThat(reason).contains("requires 'endless': endless.lua:1: killed"));
    }

    @Test
    void serveWithoutWhatIsOptional(CapturedOutput log) {
        Programs programs =
                bundle.load(
                        """
                        mine:
                          modules: ['*']
                          stages: {optional: {optional: [hanging, failing, one], timeout: 100ms}}
                        """);

        assertThat(obstacle(programs)).isEmpty();
        await().untilAsserted(() ->
                assertThat(steps(programs))
                        .extracting(LoadStep::name, LoadStep::progress)
                        .containsExactly(
                                tuple("hanging", Progress.FAILED),
                                tuple("failing", Progress.FAILED),
                                tuple("one", Progress.FAILED)));
        assertThat(steps(programs).getLast().error()).hasValue("the time of the stage is over");
        await().untilAsserted(() ->
                assertThat(log)
                        .containsPattern("profile mine: loaded 0 of 3 that are optional in \\d+ ms")
                        .contains(
                                "stage optional: failed one (3/3): the time of the stage is over"));
    }

    @Test
    void sayWhatIsWrongWithStages() {
        bundle.load("mine: {modules: [one], stages: {critical: {required: [two]}}}");
        assertThat(bundle.problems)
                .singleElement()
                .hasToString(
                        "config/profiles.yaml:1 at /mine/stages: module 'two' is not allowed in"
                                + " profile 'mine'");

        bundle.load("mine: {stages: {critical: {required: [a], optional: [a]}}}");
        assertThat(bundle.problems)
                .singleElement()
                .hasToString(
                        "config/profiles.yaml:1 at /mine/stages: name these more than once: a");

        bundle.load("mine: {stages: {critical: {timeout: soon}}}");
        assertThat(bundle.problems)
                .singleElement()
                .hasToString(
                        "config/profiles.yaml:1 at /mine/stages/critical/timeout: is no duration:"
                                + " write 250ms, 10s or 5m");
    }
}
