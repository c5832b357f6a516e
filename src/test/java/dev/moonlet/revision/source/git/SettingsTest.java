package dev.moonlet.revision.source.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlet.revision.source.git.Address.Scheme;
import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final String HTTPS = "https://host/x.git";

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "https://host/x.git, HTTPS",
        "ssh://git@host:2222/x.git, SSH",
        "git@host:team/x.git, SSH",
        "host:x.git, SSH",
        "file:///srv/x.git, FILE",
    })
    void followsThreeSchemes(String uri, Scheme scheme) {
        assertThat(Address.of(uri).scheme()).isEqualTo(scheme);
    }

    @ParameterizedTest
    @CsvSource({
        "http://host/x.git, 'is not followed with http://'",
        "git://host/x.git, 'is not followed with git://'",
        "'ext::sh -c whoami', has a blank in it",
        "ext::whoami, 'is not followed with ext::'",
        "ext::https://host/x.git, 'is not followed with ext::'",
        "git+ssh://host/x.git, 'is not followed with git+ssh://'",
        "/srv/x.git, has no scheme",
        "'', is empty",
        "https:///x.git, is no address of a repository",
        "https://host, is no address of a repository",
        "https://host/x.git?token=1, is no address of a repository",
        "file://host/x.git, is no address of a repository",
    })
    void refusesOthersByName(String uri, String reason) {
        refused(new TrialSource(folder).with("uri", uri))
                .hasMessageStartingWith("moonlet.bundle.git.uri ")
                .hasMessageContaining(reason)
                .hasMessageContaining("write https://");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://olga:sesame@host/x.git",
                "https://sesame@host/x.git",
                "ssh://git:sesame@host/x.git"
            })
    void refusesASecretInTheAddressAndDoesNotShowIt(String uri) {
        refused(new TrialSource(folder).with("uri", uri))
                .hasMessageContaining("would be shown in logs")
                .hasMessageContaining("moonlet.bundle.git.password-file")
                .hasMessageNotContaining("sesame");
    }

    @ParameterizedTest
    @CsvSource({
        "poll, 0s, poll has to be longer than nothing",
        "timeout, 0s, timeout has to be",
        "max-fetch, 0B, max-fetch has to be",
        "max-object, 3GB, max-object has to be",
        "ref, a..b, ref is no name",
        "path, ../x, path has to be a folder",
        "password-file, /none, 'password-file names /none, which is not there'",
        "private-key-file, /dev/null, private-key-file and known-hosts-file are for ssh",
    })
    void refusesBadValues(String name, String value, String reason) {
        refused(new TrialSource(folder).with("uri", HTTPS).with(name, value))
                .hasMessageStartingWith("moonlet.bundle.git." + reason);
    }

    @Test
    void asksForTheKeysOfSsh() {
        TrialSource trial = new TrialSource(folder).with("uri", "git@host:x.git");

        refused(trial).hasMessageContaining("known-hosts-file has to name a file");
        refused(trial.with("known-hosts-file", "/dev/null"))
                .hasMessageContaining("private-key-file has to name a file");
        refused(trial.with("private-key-file", "/dev/null").with("password", "x"))
                .hasMessageContaining("password, password-file and ssl-bundle are for https");
    }

    @Test
    void takesAPasswordOnce() {
        refused(
                        new TrialSource(folder)
                                .with("uri", HTTPS)
                                .with("password", "sesame")
                                .with("password-file", "/dev/null"))
                .hasMessageContaining("password and password-file are both set")
                .hasMessageNotContaining("sesame");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(TrialSource trial) {
        return assertThatThrownBy(trial::source).isInstanceOf(IllegalArgumentException.class);
    }
}
