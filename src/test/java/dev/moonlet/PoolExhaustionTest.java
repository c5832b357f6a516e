package dev.moonlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More requests at once than there are states. */
class PoolExhaustionTest {

    @TempDir Path folder;

    @Test
    void answersWhenToComeAgainAndRecovers()
            throws IOException, InterruptedException, ExecutionException {
        new BundleFolder(folder)
                .with(
                        "lua/h.lua",
                        "local async = require 'async'\n"
                                + "return { f = function() async.sleep('2s') return 'slept' end }")
                .serving("/sleep:\n  get: {x-handler: h.f}\n");
        try (RunningMoonlet moonlet =
                        RunningMoonlet.serving(
                                folder, "moonlet.pool.max=1", "moonlet.pool.max-wait=20ms");
                ExecutorService client = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<HttpResponse<String>> first = client.submit(() -> moonlet.get("/sleep"));
            await().until(() -> lent(moonlet));

            HttpResponse<String> second = moonlet.get("/sleep");

            assertThat(second.statusCode()).isEqualTo(503);
            assertThat(second.headers().firstValue("Retry-After")).contains("1");
            assertThat(second.body()).contains("Too many requests run at the moment.");
            assertThat(first.get().body()).isEqualTo("slept");
            assertThat(moonlet.get("/sleep").body()).isEqualTo("slept");
        }
    }

    private static boolean lent(RunningMoonlet moonlet) throws IOException {
        return moonlet.get("/actuator/prometheus").body().contains("state=\"lent\"} 1.0");
    }
}
