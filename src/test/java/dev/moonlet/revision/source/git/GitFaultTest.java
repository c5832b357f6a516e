package dev.moonlet.revision.source.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlet.revision.SourceFailed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Random;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitFaultTest {

    @TempDir Path folder;

    private GitRepository repository;

    @BeforeEach
    void makeARepository() throws IOException {
        repository = GitRepository.in(folder.resolve("remote"));
        repository.with("lua/x.lua", "one").commit("one");
    }

    @Test
    void saysThatTheHostIsNotKnown() throws IOException, GeneralSecurityException, SourceFailed {
        failing(trial().with("uri", "https://nowhere.invalid/x.git").source()::look)
                .hasMessageContaining("The git repository https://nowhere.invalid/x.git")
                .hasMessageContaining("is on a host that is not known")
                .hasMessageContaining("moonlet.bundle.git.uri");
        failing(ssh("ssh://git@nowhere.invalid/x.git")::look)
                .hasMessageContaining("is on a host that is not known");
    }

    @Test
    void saysThatNobodyListens() throws IOException, GeneralSecurityException, SourceFailed {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        failing(trial().with("uri", "https://localhost:" + port + "/x.git").source()::look)
                .hasMessageContaining("can't be connected to (Connection refused");
        failing(ssh("ssh://git@localhost:" + port + "/x.git")::look)
                .hasMessageContaining("can't be connected to (Connection refused");
    }

    @Test
    void waitsNoLongerThanTheTimeoutForAServerThatSaysNothing()
            throws IOException, GeneralSecurityException, SourceFailed {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String host = "localhost:" + silent.getLocalPort();

            failing(trial().with("uri", "https://" + host + "/x.git").source()::look)
                    .hasMessageContaining("does not answer in time")
                    .hasMessageContaining("moonlet.bundle.git.timeout, which is 1000 ms");
            failing(ssh("ssh://git@" + host + "/x.git")::look)
                    .hasMessageContaining("does not answer in time");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "data-of-another-kind"})
    void saysThatThereIsNoRepository(String name) throws IOException {
        Files.createDirectory(folder.resolve("data-of-another-kind"));

        failing(trial().with("uri", "file://" + folder.resolve(name)).source()::look)
                .hasMessageContaining("is not there, or not for whoever asks")
                .hasMessageContaining("moonlet.bundle.git.uri");
    }

    @Test
    void saysThatThereIsNoSuchBranch() {
        failing(trial().with("ref", "mian").source()::look)
                .hasMessageContaining("has no branch, tag or commit 'mian'")
                .hasMessageContaining("set moonlet.bundle.git.ref to one that it has, like main");
        failing(trial().with("ref", "abc1234").source()::fetch)
                .hasMessageContaining("or to a commit's id with all its digits");
    }

    @Test
    void saysWhichCommitItDoesNotGet() {
        failing(trial().with("ref", "0123456789012345678901234567890123456789").source()::fetch)
                .hasMessageContaining(
                        "does not send what it should of 0123456789012345678901234567890123456789");
    }

    @Test
    void saysThatTheRepositoryWasEmptied() throws IOException, SourceFailed {
        GitSource source = trial().source();
        source.fetch();
        repository.git("update-ref", "-d", "refs/heads/main");

        failing(source::look).hasMessageContaining("is empty, it has no branch");

        repository.git("branch", "dev", repository.commitTree(repository.git("write-tree")));
        repository.git("update-ref", "-d", "refs/heads/main");

        failing(source::look)
                .hasMessageContaining("has a HEAD that is no branch of it")
                .hasMessageContaining("like dev");
    }

    @Test
    void takesNoMoreThanItMay() throws IOException {
        repository.with("noise", noise(100_000)).commit("two");
        GitSource source = trial().with("max-fetch", "50KB").source();

        failing(source::fetch)
                .hasMessageContaining("brings more than 51200 bytes")
                .hasMessageContaining("moonlet.bundle.git.max-fetch");
        assertThat(folder.resolve("data")).isDirectoryNotContaining("glob:**.pack");
        failing(source::fetch).hasMessageContaining("brings more than 51200 bytes");
    }

    @Test
    void takesNoObjectThatIsTooLarge() throws IOException {
        repository.with("zeros", "0".repeat(2_000_000)).commit("two");

        failing(trial().with("max-object", "1MB").source()::fetch)
                .hasMessageContaining("has a file of more than 1048576 bytes")
                .hasMessageContaining("moonlet.bundle.git.max-object");
    }

    @Test
    void saysThatItCanNotKeepWhatItFetches() throws IOException {
        Files.createDirectory(folder.resolve("data"));
        Files.writeString(folder.resolve("data/git"), "in the way");

        failing(trial().source()::fetch)
                .hasMessageContaining("can't be kept: ")
                .hasMessageContaining("let the service write to moonlet.data");
    }

    private static String noise(int length) {
        return new Random(7)
                .ints(length, 'a', 'z')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> failing(ThrowingCallable what) {
        return assertThatThrownBy(what)
                .isInstanceOf(SourceFailed.class)
                .hasMessageNotContaining("Exception");
    }

    private TrialSource trial() {
        return new TrialSource(folder.resolve("data"))
                .with("uri", repository.uri())
                .with("timeout", "1s");
    }

    private GitSource ssh(String uri) throws IOException, GeneralSecurityException {
        return trial().with("uri", uri)
                .with("private-key-file", SshKeys.write(folder, SshKeys.make(), null))
                .with("known-hosts-file", Files.writeString(folder.resolve("known"), ""))
                .source();
    }
}
