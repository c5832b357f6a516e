package dev.moonlet.revision.source.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.shell.InvertedShellWrapper;
import org.apache.sshd.server.shell.ProcessShell;

/** Serves repositories by git's own program over ssh, for those who have one key. */
final class SshGit implements AutoCloseable {

    private final SshServer server = SshServer.setUpDefaultServer();
    private final KeyPair key;

    SshGit(PublicKey user) throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        key = generator.generateKeyPair();
        server.setHost("localhost");
        server.setKeyPairProvider(KeyPairProvider.wrap(key));
        server.setPublickeyAuthenticator(
                (name, given, _) -> name.equals("git") && KeyUtils.compareKeys(given, user));
        server.setCommandFactory((_, command) -> {
            String path = command.replaceAll("^git-upload-pack '(.*)'$", "$1");
            return new InvertedShellWrapper(new ProcessShell("git-upload-pack", path));
        });
        server.start();
    }

    String uri(Path repository) {
        return "ssh://git@localhost:%d%s".formatted(server.getPort(), repository);
    }

    /** Writes a file that knows this server's key. */
    Path knownHosts(Path file) throws IOException {
        return knownHosts(file, key.getPublic());
    }

    /** Writes a file that takes another key for this server's. */
    Path knownHosts(Path file, PublicKey other) throws IOException {
        return Files.writeString(
                file,
                "[localhost]:%d %s\n".formatted(server.getPort(), PublicKeyEntry.toString(other)));
    }

    @Override
    public void close() throws IOException {
        server.close(true);
    }
}
