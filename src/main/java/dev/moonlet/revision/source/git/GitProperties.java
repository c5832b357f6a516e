package dev.moonlet.revision.source.git;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Which git repository the bundle is in. What is wrong with them {@link CheckSettings} says: Spring
 * shows values that it can't bind, and some of these are secret.
 *
 * @param uri Where the repository is: https://, ssh:// or file://, or host:path for ssh.
 * @param ref The branch, the tag or the commit that is served; the repository's HEAD, unless it is
 *     set.
 * @param path The folder that holds config/ and lua/; the repository's root, unless it is set.
 * @param poll How often the repository is asked for a new commit, give or take a fifth.
 * @param timeout How long it may take to be connected, and to send the next bytes.
 * @param maxFetch How many bytes a fetch may bring.
 * @param maxObject How large one file of the commit may be, wherever it is; it matters for memory.
 * @param username Who asks, for https. Most servers that want a token don't look at it.
 * @param password The password or the token, for https.
 * @param passwordFile A file that holds it instead; it is read anew each time.
 * @param privateKeyFile The file that holds the private key, for ssh; it is read anew each time.
 * @param passphrase What the private key is encrypted with, if it is.
 * @param passphraseFile A file that holds that instead; it is read anew each time.
 * @param knownHostsFile The file that says which key the server has, for ssh, as OpenSSH writes it.
 * @param sslBundle Which of Spring's SSL bundles says whom to trust, for https; the JDK's own
 *     trust, unless it is set.
 */
@ConfigurationProperties("moonlet.bundle.git")
record GitProperties(
        @DefaultValue("") String uri,
        @DefaultValue("") String ref,
        @DefaultValue("") String path,
        @DefaultValue("30s") Duration poll,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("256MB") DataSize maxFetch,
        @DefaultValue("32MB") DataSize maxObject,
        @DefaultValue("git") String username,
        @DefaultValue("") String password,
        @DefaultValue("") String passwordFile,
        @DefaultValue("") String privateKeyFile,
        @DefaultValue("") String passphrase,
        @DefaultValue("") String passphraseFile,
        @DefaultValue("") String knownHostsFile,
        @DefaultValue("") String sslBundle) {

    /** Without what is secret. */
    @Override
    public String toString() {
        return "GitProperties[ref=%s, path=%s]".formatted(ref, path);
    }
}
