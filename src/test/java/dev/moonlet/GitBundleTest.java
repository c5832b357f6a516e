package dev.moonlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.moonlet.revision.Revisions;
import dev.moonlet.revision.source.git.GitRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bundle that is in a git repository. */
class GitBundleTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir Path folder;

    @Test
    void servesWhatIsPushed() throws IOException {
        GitRepository work = GitRepository.in(folder.resolve("work"));
        write(work, "one");
        String first = work.commit("one");
        GitRepository remote = new GitRepository(folder.resolve("remote.git"));
        work.git("clone", "-q", "--bare", work.folder().toString(), remote.folder().toString());
        work.git("remote", "add", "origin", remote.folder().toString());

        try (RunningMoonlet moonlet = serving(remote)) {
            Revisions revisions = moonlet.bean(Revisions.class);
            assertThat(moonlet.get("/hello").body()).isEqualTo("one");
            assertThat(revisions.current().id()).isEqualTo(first.substring(0, 12));

            write(work, "two");
            String second = work.commit("two");
            work.git("push", "-q", "origin", "main");

            await().atMost(PATIENCE)
                    .until(() -> revisions.current().id().equals(second.substring(0, 12)));
            assertThat(moonlet.get("/hello").body()).isEqualTo("two");

            Files.move(remote.folder(), folder.resolve("gone"));
            assertThat(moonlet.get("/hello").body()).isEqualTo("two");

            Files.move(folder.resolve("gone"), remote.folder());
            write(work, "three");
            work.commit("three");
            work.git("push", "-q", "origin", "main");

            await().atMost(PATIENCE).until(() -> moonlet.get("/hello").body().equals("three"));
        }
    }

    private RunningMoonlet serving(GitRepository remote) {
        return RunningMoonlet.serving(
                folder.resolve("not-looked-at"),
                "moonlet.bundle.git.uri=" + remote.uri(),
                "moonlet.bundle.git.path=api",
                "moonlet.bundle.git.poll=100ms",
                "moonlet.data=" + folder.resolve("data"));
    }

    private static void write(GitRepository work, String answer) throws IOException {
        new BundleFolder(work.folder().resolve("api"))
                .serving("/hello:\n  get:\n    x-handler: hello.say\n")
                .with(
                        "lua/hello.lua",
                        "return {say = function() return '%s' end}".formatted(answer));
    }
}
