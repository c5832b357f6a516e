package dev.moonlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.moonlet.module.Definition;
import dev.moonlet.module.Module;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.JsonNode;

/** What operators see of that which the stages of profiles load. */
class LoadStagesTest {

    private static final AtomicBoolean MENDED = new AtomicBoolean();

    @TempDir Path folder;

    static final class FlakyModule {

        @Bean
        Module flaky() {
            return () -> Definition.of("flaky", "").begins(FlakyModule::begin);
        }

        private static void begin() {
            if (!MENDED.get()) {
                throw new IllegalStateException("no luck");
            }
        }
    }

    @Test
    void areSeenInHealthAndAtTheEndpoint() throws IOException {
        try (RunningMoonlet moonlet =
                RunningMoonlet.serving(
                        folder,
                        "spring.main.sources=" + FlakyModule.class.getName(),
                        "spring.security.user.name=olga",
                        "spring.security.user.password=secret",
                        "spring.security.user.roles=operator")) {
            await().untilAsserted(() ->
                    assertThat(health(moonlet)).contains("DEGRADED", "\"flaky\":\"no luck\""));
            assertThat(moonlet.get("/actuator/modules").statusCode()).isEqualTo(401);
            JsonNode report = report(moonlet);
            assertThat(report.at("/profiles/standard").toString())
                    .contains(
                            "{\"number\":1,\"of\":2,\"stage\":\"critical\",\"name\":\"errors\","
                                    + "\"required\":true,\"progress\":\"loaded\",\"error\":\"\"}",
                            "{\"number\":2,\"of\":2,\"stage\":\"optional\",\"name\":\"flaky\","
                                    + "\"required\":false,\"progress\":\"failed\",\"error\":"
                                    + "\"module 'flaky' initialization failed: no luck\"}");
            assertThat(report.at("/modules/flaky/progress").asString()).isEqualTo("failed");
            assertThat(report.at("/modules/json/progress").asString()).isEqualTo("waiting");

            MENDED.set(true);
            assertThat(moonlet.get("/flaky").body()).isEqualTo("table");
            assertThat(health(moonlet)).contains("UP").doesNotContain("luck");
        }
    }

    @BeforeEach
    void writeBundle() throws IOException {
        new BundleFolder(folder)
                .with(
                        "config/profiles.yaml",
                        """
                        standard:
                          modules: [errors, flaky]
                          stages:
                            critical: {required: [errors]}
                            optional: {optional: [flaky]}
                        """)
                .with(
                        "lua/handlers/flaky.lua",
                        "return {get = function() return type(require 'flaky') end}")
                .serving("/flaky:\n  get: {x-handler: handlers.flaky.get}\n");
    }

    private static String health(RunningMoonlet moonlet) throws IOException {
        return moonlet.json("/actuator/health").at("/components/modules").toString();
    }

    private static JsonNode report(RunningMoonlet moonlet) throws IOException {
        return moonlet.read(
                moonlet.send(
                        RunningMoonlet.by("olga:secret", moonlet.request("/actuator/modules"))));
    }
}
