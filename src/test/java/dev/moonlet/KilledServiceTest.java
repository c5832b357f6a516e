package dev.moonlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The service is killed at any moment of an activation, and started again. */
@Timeout(600)
class KilledServiceTest {

    /** More rounds meet more moments: {@code -Dmoonlet.kills=100}. */
    private static final int ROUNDS = Integer.getInteger("moonlet.kills", 3);

    /** Longer than it takes to see a change, to prepare it, to keep it and to serve it. */
    private static final int LONGEST_MILLIS = 400;

    @TempDir private Path folder;
    private Path bundle;

    @BeforeEach
    void writeBundle() throws IOException {
        bundle = Files.createDirectories(folder.resolve("bundle"));
        new BundleFolder(bundle).serving("/version: {get: {x-handler: handlers.version}}");
    }

    @Test
    void servesTheOldOrTheNewWhole() throws IOException {
        Random random = new Random();
        change("0");
        KilledService service = new KilledService(folder, bundle);
        try {
            String before = service.version();
            assertThat(before).isEqualTo("0:0");
            for (int i = 1; i <= ROUNDS; i++) {
                change(String.valueOf(i));
                int millis = random.nextInt(LONGEST_MILLIS);
                LockSupport.parkNanos(millis * 1_000_000L);
                service.kill();

                service = new KilledService(folder, bundle);
                String now = "%1$d:%1$d".formatted(i);
                assertThat(service.version()).as("after %d ms", millis).isIn(before, now);
                await().until(service::version, now::equals);
                remembers(service);
                service.post("/roll-back");
                assertThat(service.version()).isEqualTo(before);
                service.post("/unpin");
                assertThat(service.version()).isEqualTo(now);
                before = now;
            }
            change("{");
            LockSupport.parkNanos(random.nextInt(LONGEST_MILLIS) * 1_000_000L);
            service.kill();

            service = new KilledService(folder, bundle);
            assertThat(service.version()).isEqualTo(before);
            assertThat(service.get("").at("/standing/refused").asString()).isNotEmpty();
        } finally {
            service.kill();
        }
    }

    private static void remembers(KilledService service) throws IOException {
        JsonNode list = service.get("");
        String serving = list.at("/standing/serving").asString();
        assertThat(list.get("revisions"))
                .extracting(each -> each.get("id").asString())
                .contains(serving);
        assertThat(service.get("/activations").at("/0/revision").asString()).isEqualTo(serving);
        assertThat(service.get("/current").at("/files")).hasSize(4);
        assertThat(service.revisionHeader()).isEqualTo(serving);
    }

    /** All scripts in one step, as a volume of Kubernetes changes. */
    private void change(String version) throws IOException {
        Path scripts = Files.createTempDirectory(folder, "lua");
        Files.writeString(
                scripts.resolve("handlers.lua"),
                "return {version = function() return require 'one' .. ':' .. require 'two' end}");
        for (String script : List.of("one.lua", "two.lua")) {
            Files.writeString(scripts.resolve(script), "return '%s'".formatted(version));
        }
        if (version.equals("{")) {
            Files.writeString(scripts.resolve("two.lua"), "return {");
        }
        Path link = Files.createSymbolicLink(folder.resolve("next"), scripts);
        Files.move(link, bundle.resolve("lua"), StandardCopyOption.ATOMIC_MOVE);
    }
}
