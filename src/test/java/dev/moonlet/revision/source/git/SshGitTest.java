package dev.moonlet.revision.source.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlet.revision.SourceFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SshGitTest {

    @TempDir Path folder;

    private GitRepository repository;
    private SshGit server;
    private KeyPair key;
    private Path keyFile;
    private Path known;

    @BeforeEach
    void serve() throws IOException, GeneralSecurityException {
        repository = GitRepository.in(folder.resolve("remote"));
        repository.with("lua/x.lua", "one").commit("one");
        key = SshKeys.make();
        keyFile = SshKeys.write(folder, key, null);
        server = new SshGit(key.getPublic());
        known = server.knownHosts(folder.resolve("known_hosts"));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void fetchesWithAKey() throws IOException, GeneralSecurityException, SourceFailed {
        GitSource source = trial().source();

        assertThat(source.look()).isEqualTo(repository.head());
        assertThat(source.fetch().bundle().files()).containsOnlyKeys("lua/x.lua");

        repository.with("lua/y.lua", "two").commit("two");

        assertThat(source.look()).isEqualTo(repository.head());
        assertThat(source.fetch().bundle().files()).containsOnlyKeys("lua/x.lua", "lua/y.lua");
    }

    @Test
    void readsAKeyThatIsEncrypted() throws IOException, GeneralSecurityException, SourceFailed {
        SshKeys.write(folder, key, "correct horse");
        Path passphrase = Files.writeString(folder.resolve("passphrase"), "correct horse\n");
        GitSource source = trial().with("passphrase-file", passphrase).source();

        assertThat(source.look()).isEqualTo(repository.head());

        Files.writeString(passphrase, "wrong");

        assertThatThrownBy(source::look)
                .isInstanceOf(SourceFailed.class)
                .hasMessageContaining("private-key-file %s can't be read".formatted(keyFile))
                .hasMessageContaining("is the passphrase right?");
    }

    @Test
    void saysThatTheKeyIsRefused() throws IOException, GeneralSecurityException, SourceFailed {
        SshKeys.write(folder, SshKeys.make(), null);

        assertThatThrownBy(trial().source()::look)
                .isInstanceOf(SourceFailed.class)
                .hasMessageContaining(server.uri(repository.folder()))
                .hasMessageContaining("refuses the key");
    }

    @Test
    void asksNoServerWhoseKeyItDoesNotKnow()
            throws IOException, GeneralSecurityException, SourceFailed {
        Files.writeString(known, "# nobody\n");

        assertThatThrownBy(trial().source()::look)
                .isInstanceOf(SourceFailed.class)
                .hasMessageContaining("shows the key ecdsa-sha2-nistp256 SHA256:")
                .hasMessageContaining("%s has none of [localhost]:".formatted(known));
    }

    @Test
    void asksNoServerThatHasAnotherKey()
            throws IOException, GeneralSecurityException, SourceFailed {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        server.knownHosts(known, generator.generateKeyPair().getPublic());

        assertThatThrownBy(trial().source()::look)
                .isInstanceOf(SourceFailed.class)
                .hasMessageContaining("%s has another of it".formatted(known))
                .hasMessageContaining("somebody else may be answering");
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
    void saysThatThereIsNoRepository() throws IOException, GeneralSecurityException, SourceFailed {
        assertThatThrownBy(trial().with("uri", server.uri(folder.resolve("none"))).source()::look)
                .isInstanceOf(SourceFailed.class)
                .hasMessageContaining("is not there, or not for whoever asks")
                .hasMessageContaining("moonlet.bundle.git.uri");
    }

    private TrialSource trial() {
        return new TrialSource(folder.resolve("data"))
                .with("uri", server.uri(repository.folder()))
                .with("private-key-file", keyFile)
                .with("known-hosts-file", known);
    }
}
