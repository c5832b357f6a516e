package dev.moonlet.module.test;

import dev.moonlet.operation.Dispatchers;
import dev.moonlet.revision.Draft;
import dev.moonlet.revision.Preparation;
import dev.moonlet.revision.Problem;
import dev.moonlet.revision.Step;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Runs the tests that a bundle has in {@code lua/tests/}, if the operator wants them to. */
@Component
final class RunTests implements Preparation {

    private static final Logger LOG = LoggerFactory.getLogger(RunTests.class);

    private final TestProperties properties;
    private final ObjectProvider<Dispatchers> dispatchers;
    private final Clock clock;

    /**
     * Runs tests.
     *
     * @param dispatchers asked for late, as some of them call scripts
     */
    RunTests(TestProperties properties, ObjectProvider<Dispatchers> dispatchers, Clock clock) {
        this.properties = properties;
        this.dispatchers = dispatchers;
        this.clock = clock;
    }

    @Override
    public Step step() {
        return Step.TEST;
    }

    @Override
    public void prepare(Draft draft) {
        List<TestFile> files = TestFile.of(draft.bundle());
        if (properties.tests() == TestProperties.Mode.OFF || files.isEmpty()) {
            return;
        }
        TestRun run = new TestRun(draft, dispatchers.getObject(), clock, properties.testsTime());
        Results results = run.run(files);
        LOG.info(
                "revision {}: {} tests of {} files ran in {} ms: {} failed, {} skipped",
                draft.bundle().id(),
                results.run(),
                files.size(),
                run.took().toMillis(),
                results.failed(),
                results.skipped());
        results.failures().forEach(failure -> tell(failure, draft));
    }

    private void tell(Problem failure, Draft draft) {
        if (properties.tests() == TestProperties.Mode.REQUIRE) {
            draft.refuse(failure);
        } else {
            LOG.warn("revision {}: {}", draft.bundle().id(), failure);
            draft.note(failure);
        }
    }
}
