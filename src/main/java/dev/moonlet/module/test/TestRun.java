package dev.moonlet.module.test;

import dev.moonlet.invocation.Invocation;
import dev.moonlet.invocation.Invocations;
import dev.moonlet.invocation.Outcome;
import dev.moonlet.invocation.Pace;
import dev.moonlet.lua.Limits;
import dev.moonlet.lua.StatePool;
import dev.moonlet.module.Profile;
import dev.moonlet.module.Programs;
import dev.moonlet.operation.Dispatchers;
import dev.moonlet.operation.Origin;
import dev.moonlet.revision.Draft;
import dev.moonlet.security.Caller;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Runs the tests of one bundle, each as an invocation. Those of a file share a state, unless one is
 * killed; no two files do.
 */
final class TestRun {

    private static final AtomicLong RUNS = new AtomicLong();

    private final Programs programs;
    private final Origin origin;
    private final Observed observed = new Observed();
    private final Invocations invocations;
    private final Duration time;
    private final String name = "test-" + RUNS.incrementAndGet();
    private final long start = System.nanoTime();
    private final Map<String, Supplier<StatePool>> pools = new HashMap<>();
    private final Results results = new Results();

    /**
     * A run that has not begun.
     *
     * @param time how long all tests may take
     */
    TestRun(Draft draft, Dispatchers dispatchers, Clock clock, Duration time) {
        programs = draft.part(Programs.class);
        origin = draft.find(Origin.class).orElse(Origin.NONE);
        invocations = new Invocations(dispatchers, observed, clock, Pace.REAL, time);
        this.time = time;
    }

    Results run(List<TestFile> files) {
        for (TestFile file : files) {
            if (!run(file)) {
                break;
            }
        }
        return results;
    }

    Duration took() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Returns whether there is time for another file. */
    private boolean run(TestFile file) {
        Optional<Profile> profile = programs.profiles().named(file.profile());
        if (profile.isEmpty()) {
            results.fail(
                    file.problem(
                            "profile '%s' is unknown; known are %s"
                                    .formatted(file.profile(), programs.profiles().names())));
            return true;
        }
        if (isLate()) {
            results.end(file.problem(late("these tests, and what is behind them,")));
            return false;
        }
        StatePool states =
                pools.computeIfAbsent(
                                file.profile(),
                                _ -> programs.statesOf(profile.get(), SuiteCall.scripts()))
                        .get();
        return new Runs(file, states, programs.limits(profile.get())).run();
    }

    private boolean isLate() {
        return took().compareTo(time) >= 0;
    }

    private String late(String what) {
        return "%s did not run: the time for all tests is over, %d ms (moonlet.bundle.tests-time)"
                .formatted(what, time.toMillis());
    }

    /** The tests of a file, in its states. */
    private final class Runs {

        private final TestFile file;
        private final StatePool states;
        private final Limits limits;

        Runs(TestFile file, StatePool states, Limits limits) {
            this.file = file;
            this.states = states;
            this.limits = limits;
        }

        /** Returns whether there was time for all of them. */
        boolean run() {
            switch (outcome(Caller.ANONYMOUS, SuiteCall.plan(file))) {
                case Outcome.Returned<List<PlannedTest>>(List<PlannedTest> tests) -> {
                    observed.await().ifPresent(failure -> results.fail(file.problem(failure)));
                    return run(tests);
                }
                case Outcome.Failed<?>(var failure) ->
                        results.fail(file.problem(failure.message()));
                case Outcome.Refused<?>(String reason) -> results.fail(file.problem(reason));
            }
            observed.await();
            return true;
        }

        private boolean run(List<PlannedTest> tests) {
            for (PlannedTest test : tests) {
                if (test.skipped()) {
                    results.skip();
                } else if (isLate()) {
                    results.end(file.problem(test, late("this test, and what is behind it,")));
                    return false;
                } else {
                    failure(test)
                            .ifPresentOrElse(
                                    failure -> results.fail(file.problem(test, failure)),
                                    results::pass);
                }
            }
            return true;
        }

        private Optional<String> failure(PlannedTest test) {
            Optional<String> failure =
                    switch (outcome(test.caller(), SuiteCall.run(file, test))) {
                        case Outcome.Returned<Optional<String>>(Optional<String> wrong) -> wrong;
                        case Outcome.Failed<?>(var failed) -> Optional.of(failed.message());
                        case Outcome.Refused<?>(String reason) -> Optional.of(reason);
                    };
            Optional<String> behind = observed.await();
            return failure.or(() -> behind);
        }

        private <T> Outcome<T> outcome(Caller caller, SuiteCall<T> call) {
            Duration left = time.minus(took());
            Limits now = left.compareTo(limits.time()) < 0 ? limits.withTime(left) : limits;
            return invocations.run(new Invocation<>(name, caller, name, origin, states, now, call));
        }
    }
}
