package dev.moonlet.module.test;

import dev.moonlet.lua.Limits;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether a bundle's own tests run before it is served.
 *
 * @param tests Whether the tests in lua/tests run before a bundle is served: off; report, which
 *     tells what fails; require, which refuses a bundle whose tests fail.
 * @param testsTime How long all tests of a bundle may take together.
 */
@ConfigurationProperties("moonlet.bundle")
record TestProperties(@DefaultValue("off") Mode tests, @DefaultValue("30s") Duration testsTime) {

    /** What comes of tests. */
    enum Mode {
        OFF,
        REPORT,
        REQUIRE
    }

    TestProperties {
        testsTime = Limits.finite(testsTime);
        if (!testsTime.isPositive()) {
            throw new IllegalArgumentException(
                    "moonlet.bundle.tests-time must be positive; moonlet.bundle.tests=off runs none");
        }
    }
}
