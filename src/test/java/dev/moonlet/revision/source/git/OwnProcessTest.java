package dev.moonlet.revision.source.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What depends on the process that fetches. */
class OwnProcessTest {

    @TempDir Path folder;

    private GitRepository repository;

    @BeforeEach
    void makeARepository() throws IOException {
        repository = GitRepository.in(folder.resolve("remote"));
        repository.with("lua/x.lua", "one").commit("one");
    }

    @Test
    void goesByNoSettingsOfTheUser()
            throws IOException, GeneralSecurityException, InterruptedException {
        Files.writeString(folder.resolve(".gitconfig"), "[http]\n  sslVerify = false\n");

        try (HttpsGit server = new HttpsGit(folder, folder)) {
            assertThat(fetch("exec", server.uri("remote"))).contains("can't be asked over TLS");
        }
    }

    /** A file that can't grow fails as one on a disk that is full: in the midst of a write. */
    @Test
    void saysThatThereIsNoSpaceLeftAndLeavesNothing() throws IOException, InterruptedException {
        String noise = new Random(7).ints(200_000).boxed().toList().toString();
        repository.with("noise", noise).commit("two");

        assertThat(fetch("ulimit -f 200; exec", repository.uri()))
                .contains("failed The git repository " + repository.uri())
                .contains("can't be kept, as there is no space left in ")
                .contains("moonlet.data");
        try (Stream<Path> left = Files.walk(folder.resolve("data"))) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }

        assertThat(fetch("exec", repository.uri())).contains("taken [lua/x.lua]");
    }

    private String fetch(String shell, String uri) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(
                                "sh",
                                "-c",
                                shell + " \"$@\"",
                                "sh",
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:-UsePerfData",
                                "-Duser.home=" + folder,
                                "-cp",
                                System.getProperty("java.class.path"),
                                FetchTrial.class.getName(),
                                uri,
                                folder.resolve("data").toString())
                        .redirectErrorStream(true);
        builder.environment().put("HOME", folder.toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
