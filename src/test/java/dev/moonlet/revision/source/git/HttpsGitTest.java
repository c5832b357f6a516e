package dev.moonlet.revision.source.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlet.revision.SourceFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpsGitTest {

    @TempDir Path folder;

    private GitRepository repository;
    private HttpsGit server;
    private Path password;

    @BeforeEach
    void serve() throws IOException, GeneralSecurityException, InterruptedException {
        repository = GitRepository.in(folder.resolve("remote"));
        repository.with("lua/x.lua", "one").commit("one");
        server = new HttpsGit(folder, folder);
        password = Files.writeString(folder.resolve("password"), server.password + "\n");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void fetchesOverTlsWithCredentials()
            throws IOException, GeneralSecurityException, SourceFailed {
        GitSource source = trial().source();

        assertThat(source.look()).isEqualTo(repository.head());
        assertThat(source.fetch().bundle().files()).containsOnlyKeys("lua/x.lua");

        repository.with("lua/y.lua", "two").commit("two");

        assertThat(source.look()).isEqualTo(repository.head());
        assertThat(source.fetch().bundle().files()).containsOnlyKeys("lua/x.lua", "lua/y.lua");
    }

    @Test
    void fetchesACommitThatIsNoTip() throws IOException, GeneralSecurityException, SourceFailed {
        String old = repository.head();
        repository.with("lua/y.lua", "two").commit("two");

        assertThat(trial().with("ref", old).source().fetch().bundle().files())
                .containsOnlyKeys("lua/x.lua");
    }

    @Test
    void saysThatThereIsNoSuchCommit() throws IOException, GeneralSecurityException, SourceFailed {
        String unknown = "0123456789012345678901234567890123456789";

        assertThatThrownBy(trial().with("ref", unknown).source()::fetch)
                .isInstanceOf(SourceFailed.class)
                .hasMessageContaining("has no branch, tag or commit '%s'".formatted(unknown));
    }

    @Test
    void saysThatATagIsNoCommits() throws IOException, GeneralSecurityException, SourceFailed {
        repository.git("tag", "text", repository.blob("a"));

        assertThatThrownBy(trial().with("ref", "text").source()::fetch)
                .isInstanceOf(SourceFailed.class)
                .hasMessageContaining("has no commit at refs/tags/text");
    }

    @Test
    void takesNoMoreThanItMay() throws IOException, GeneralSecurityException, SourceFailed {
        repository
                .with("noise", new Random(7).ints(50_000).boxed().toList().toString())
                .commit("two");

        assertThatThrownBy(trial().with("max-fetch", "50KB").source()::fetch)
                .isInstanceOf(SourceFailed.class)
                .hasMessageContaining("brings more than 51200 bytes");
    }

    @Test
    void readsARotatedPassword() throws IOException, GeneralSecurityException, SourceFailed {
        GitSource source = trial().source();
        source.look();
        server.password = "another secret";

        assertThatThrownBy(source::look)
                .isInstanceOf(SourceFailed.class)
                .hasMessageContaining(server.uri("remote"))
                .hasMessageContaining("refuses the credentials (status 401)")
                .hasMessageContaining("moonlet.bundle.git.username");

        Files.writeString(password, "another secret\n");

        assertThat(source.look()).isEqualTo(repository.head());
    }

    @Test
    void saysThatTheCertificateIsNotTrusted()
            throws IOException, GeneralSecurityException, SourceFailed {
        assertThatThrownBy(trial().with("ssl-bundle", "").source()::look)
                .isInstanceOf(SourceFailed.class)
                .hasMessageContaining("can't be asked over TLS")
                .hasMessageContaining("moonlet.bundle.git.ssl-bundle");
    }

    @Test
    void saysThatThereIsNoRepository() throws IOException, GeneralSecurityException, SourceFailed {
        assertThatThrownBy(trial().with("uri", server.uri("none")).source()::look)
                .isInstanceOf(SourceFailed.class)
                .hasMessageContaining("has no repository there")
                .hasMessageContaining("(status 404)");
    }

    @Test
    void fetchesNoPlainFiles() throws IOException, GeneralSecurityException, SourceFailed {
        repository.git("update-server-info");
        server.plain = true;

        assertThatThrownBy(trial().source()::look)
                .isInstanceOf(SourceFailed.class)
                .hasMessageContaining("it does not speak git's smart protocol");
    }

    @Test
    void goesNowhereElseWithTheCredentials() throws IOException, GeneralSecurityException {
        assertThatThrownBy(trial().with("uri", server.uri("moved/remote")).source()::look)
                .isInstanceOf(SourceFailed.class)
                .hasMessageContaining("has moved (status 301), and is not followed");
    }

    @Test
    void takesNothingOfAPackThatIsCutShort()
            throws IOException, GeneralSecurityException, SourceFailed {
        GitSource source = trial().source();
        server.cut = 250;

        assertThatThrownBy(source::fetch)
                .isInstanceOf(SourceFailed.class)
                .hasMessageContaining("does not send what it should of HEAD (")
                .hasMessageContaining("asked again at the next poll");

        server.cut = Integer.MAX_VALUE;

        assertThat(source.fetch().bundle().files()).containsOnlyKeys("lua/x.lua");
    }

    @Test
    void saysThatTheServerIsGone() throws IOException, GeneralSecurityException, SourceFailed {
        GitSource source = trial().source();
        source.fetch();
        server.close();

        assertThatThrownBy(source::look)
                .isInstanceOf(SourceFailed.class)
                .hasMessageContaining("can't be connected to (Connection refused");
    }

    @Test
    void showsNoPassword() throws IOException, GeneralSecurityException, SourceFailed {
        server.password = "changed";

        assertThat(trial().settings().toString()).doesNotContain("sesame");
        assertThatThrownBy(trial().source()::look)
                .satisfies(failure -> assertThat(failure.toString()).doesNotContain("sesame"));
    }

    private TrialSource trial() throws IOException, GeneralSecurityException {
        return new TrialSource(folder.resolve("data"))
                .with("uri", server.uri("remote"))
                .with("username", "olga")
                .with("password-file", password)
                .trusting("git", server.trust());
    }
}
