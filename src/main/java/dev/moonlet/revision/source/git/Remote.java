package dev.moonlet.revision.source.git;

import dev.moonlet.revision.SourceFailed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectChecker;
import org.eclipse.jgit.lib.ObjectChecker.ErrorType;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.springframework.boot.ssl.SslBundle;

/** The repository that the bundle comes from, and the ways to it. */
final class Remote {

    /** What matters for a work tree only, or else is told of the file's name. */
    private static final EnumSet<ErrorType> HARMLESS =
            EnumSet.of(
                    ErrorType.FULL_PATHNAME,
                    ErrorType.HAS_DOT,
                    ErrorType.HAS_DOTDOT,
                    ErrorType.HAS_DOTGIT,
                    ErrorType.ZERO_PADDED_FILEMODE);

    private final Address address;
    private final GitProperties settings;
    private final Optional<SslBundle> trusted;
    private final Bounds bounds;
    private final Explain explain;

    Remote(
            Address address,
            GitProperties settings,
            Optional<SslBundle> trusted,
            Bounds bounds,
            Explain explain) {
        this.address = address;
        this.settings = settings;
        this.trusted = trusted;
        this.bounds = bounds;
        this.explain = explain;
    }

    /** What is asked of it. */
    @FunctionalInterface
    interface Asking<A> {
        A ask(Transport transport) throws IOException;
    }

    /** Asks it, on behalf of a local repository. */
    <A> A ask(Repository local, Asking<A> asking) throws SourceFailed {
        Hint hint = Optional::empty;
        try (Transport transport = Transport.open(local, address.uri())) {
            transport.setTimeout(seconds(settings.timeout()));
            transport.setTagOpt(TagOpt.NO_TAGS);
            transport.setDepth(1);
            ObjectChecker checker = new ObjectChecker();
            HARMLESS.forEach(type -> checker.setIgnore(type, true));
            transport.setObjectChecker(checker);
            hint = connect(transport);
            return asking.ask(transport);
        } catch (IOException | RuntimeException failure) {
            throw explain.of(failure, hint.told());
        }
    }

    private Hint connect(Transport transport) throws SourceFailed {
        Secrets secrets = new Secrets(settings);
        if (transport instanceof TransportHttp https) {
            String password = secrets.password();
            if (!password.isEmpty()) {
                https.setPreemptiveBasicAuthentication(settings.username(), password);
            }
            HttpsLinks links = new HttpsLinks(trusted, bounds);
            https.setHttpConnectionFactory(links);
            return links;
        }
        if (transport instanceof SshTransport ssh) {
            SshLinks links =
                    new SshLinks(
                            Path.of(settings.privateKeyFile()),
                            secrets.passphrase(),
                            Path.of(settings.knownHostsFile()));
            ssh.setSshSessionFactory(links);
            return links;
        }
        return Optional::empty;
    }

    /** JGit counts in whole seconds, and takes none for no limit. */
    private static int seconds(Duration duration) {
        return Math.clamp((duration.toMillis() + 999) / 1000, 1, Integer.MAX_VALUE / 1000);
    }
}
