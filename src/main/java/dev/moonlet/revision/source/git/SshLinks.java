package dev.moonlet.revision.source.git;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.SshConfigStore;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.sshd.ServerKeyDatabase;
import org.eclipse.jgit.transport.sshd.SshdSession;
import org.eclipse.jgit.transport.sshd.SshdSessionFactory;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.io.InterruptTimer;
import org.jspecify.annotations.Nullable;

/** Makes the connections of ssh by the settings, and by nothing that the user has in .ssh. */
final class SshLinks extends SshdSessionFactory implements Hint {

    private final Path key;
    private final String passphrase;
    private final KnownHosts hosts;
    private @Nullable String refusal;

    SshLinks(Path key, String passphrase, Path knownHosts) {
        super(null, null);
        this.key = key;
        this.passphrase = passphrase;
        hosts = new KnownHosts(knownHosts);
        File nowhere = key.resolveSibling("nowhere").toAbsolutePath().toFile();
        setHomeDirectory(nowhere);
        setSshDirectory(nowhere);
    }

    /** Bounds the whole of it: Apache MINA waits two minutes for a server that says nothing. */
    @Override
    public SshdSession getSession(
            URIish uri, @Nullable CredentialsProvider provider, FS files, int timeout)
            throws TransportException {
        InterruptTimer timer = new InterruptTimer("moonlet-git-timeout");
        try {
            timer.begin(timeout);
            return super.getSession(uri, provider, files, timeout);
        } finally {
            timer.end();
            timer.terminate();
        }
    }

    @Override
    public Optional<String> told() {
        return Optional.ofNullable(refusal).or(hosts::told);
    }

    @Override
    protected ServerKeyDatabase createServerKeyDatabase(File home, File ssh) {
        return hosts;
    }

    @Override
    protected Iterable<KeyPair> getDefaultKeys(File ssh) {
        try (InputStream content = Files.newInputStream(key)) {
            Iterable<KeyPair> keys =
                    SecurityUtils.loadKeyPairIdentities(
                            null,
                            NamedResource.ofName(key.toString()),
                            content,
                            passphrase.isEmpty() ? null : FilePasswordProvider.of(passphrase));
            if (keys != null) {
                return keys;
            }
            refusal = "can't be asked: %s holds no private key".formatted(key);
        } catch (IOException | GeneralSecurityException | RuntimeException failure) {
            refusal =
                    ("can't be asked, as moonlet.bundle.git.private-key-file %s can't be read: is"
                                    + " it a private key, and is the passphrase right?")
                            .formatted(key);
        }
        return List.of();
    }

    @Override
    protected String getDefaultPreferredAuthentications() {
        return "publickey";
    }

    @Override
    protected @Nullable SshConfigStore createSshConfigStore(
            File home, @Nullable File config, String user) {
        return null;
    }
}
