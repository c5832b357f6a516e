package dev.moonlet.revision.source.git;

import dev.moonlet.revision.Cut;
import dev.moonlet.revision.SourceFailed;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.errors.TooLargeObjectInPackException;
import org.jspecify.annotations.Nullable;

/** Makes of a failure a message that says what, where and how to mend it. */
final class Explain {

    private static final int MAX_CAUSES = 20;
    private static final int LONGEST = 300;
    private static final List<String> FULL =
            List.of("No space left", "quota exceeded", "File too large", "not enough space");

    /** What servers say of a commit that they do not have, or that is not a branch's. */
    private static final List<String> UNKNOWN =
            List.of("not our ref", "not valid", "unadvertised object");

    private final String where;
    private final GitProperties settings;
    private final Path data;

    Explain(Address address, GitProperties settings, Path data) {
        where = address.toString();
        this.settings = settings;
        this.data = data;
    }

    /** Whether it will come to the same each time, for as long as the commit is the same. */
    static boolean isFinal(SourceFailed failure) {
        return has(failure, Bounds.TooMuch.class, TooLargeObjectInPackException.class);
    }

    /** A failure that is understood already. */
    SourceFailed because(String what) {
        return new SourceFailed("The git repository %s %s".formatted(where, what));
    }

    /** A failure, and what the server has told of it. */
    SourceFailed of(Exception failure, Optional<String> told) {
        String what =
                local(failure)
                        .or(() -> told)
                        .or(() -> connecting(failure))
                        .orElseGet(() -> content(failure));
        return new SourceFailed("The git repository %s %s".formatted(where, what), failure);
    }

    private Optional<String> local(Exception failure) {
        if (has(failure, Bounds.TooMuch.class)) {
            return Optional.of(
                    ("brings more than %d bytes: raise moonlet.bundle.git.max-fetch, or keep the"
                                    + " bundle in a repository of its own")
                            .formatted(settings.maxFetch().toBytes()));
        }
        if (has(failure, TooLargeObjectInPackException.class)) {
            return Optional.of(
                    ("has a file of more than %d bytes: remove it, raise"
                                    + " moonlet.bundle.git.max-object, or keep the bundle in a"
                                    + " repository of its own")
                            .formatted(settings.maxObject().toBytes()));
        }
        if (says(failure, FULL)) {
            return Optional.of(
                    "can't be kept, as there is no space left in %s: make room there, or set"
                                    .formatted(data)
                            + " moonlet.data to another folder");
        }
        if (says(failure, List.of(data.toString()))) {
            return Optional.of(
                    "can't be kept: %s: let the service write to moonlet.data, which is %s"
                            .formatted(reason(failure), data));
        }
        return Optional.empty();
    }

    private Optional<String> connecting(Exception failure) {
        if (has(failure, UnknownHostException.class, UnresolvedAddressException.class)) {
            return Optional.of(
                    "is on a host that is not known: check moonlet.bundle.git.uri, and whether the"
                            + " name resolves from here");
        }
        if (has(failure, SSLException.class)) {
            return Optional.of(
                    ("can't be asked over TLS (%s): if its certificate is a private authority's,"
                                    + " name an SSL bundle that trusts it in moonlet.bundle.git.ssl-bundle")
                            .formatted(reason(failure)));
        }
        if (has(failure, InterruptedIOException.class, TimeoutException.class)) {
            return Optional.of(
                    ("does not answer in time: see whether it can be reached from here, or raise"
                                    + " moonlet.bundle.git.timeout, which is %d ms")
                            .formatted(settings.timeout().toMillis()));
        }
        if (has(failure, ConnectException.class, NoRouteToHostException.class)) {
            return Optional.of(
                    "can't be connected to (%s): see whether its server runs, and whether"
                                    .formatted(reason(failure))
                            + " moonlet.bundle.git.uri has the right host and port");
        }
        return Optional.empty();
    }

    private String content(Exception failure) {
        if (isRefusedKey(failure)) {
            return "refuses the key: let the public half of moonlet.bundle.git.private-key-file"
                    + " read the repository, and check the user in moonlet.bundle.git.uri";
        }
        if (has(
                failure,
                NoRemoteRepositoryException.class,
                RepositoryNotFoundException.class,
                NotSupportedException.class)) {
            return "is not there, or not for whoever asks (%s): check moonlet.bundle.git.uri"
                    .formatted(reason(failure));
        }
        if (has(failure, CorruptObjectException.class)) {
            return "has an object that is not as git makes them (%s): mend it, and see git fsck"
                    .formatted(reason(failure));
        }
        if (says(failure, UNKNOWN)) {
            return missing();
        }
        return ("does not send what it should of %s (%s): see whether it has that; it is asked"
                        + " again at the next poll")
                .formatted(ref(), reason(failure));
    }

    private String missing() {
        return "has no branch, tag or commit '%s', or does not hand it out: set".formatted(ref())
                + " moonlet.bundle.git.ref to one that it has";
    }

    private String ref() {
        return settings.ref().isEmpty() ? "HEAD" : settings.ref();
    }

    private static boolean isRefusedKey(Exception failure) {
        return causes(failure)
                .anyMatch(cause ->
                        cause instanceof SshException ssh
                                && ssh.getDisconnectCode()
                                        == SshConstants
                                                .SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE);
    }

    private static boolean has(Exception failure, Class<?>... types) {
        return causes(failure)
                .anyMatch(cause -> Stream.of(types).anyMatch(type -> type.isInstance(cause)));
    }

    private static boolean says(Exception failure, List<String> texts) {
        return causes(failure)
                .filter(IOException.class::isInstance)
                .map(Throwable::getMessage)
                .anyMatch(message -> message != null && texts.stream().anyMatch(message::contains));
    }

    /** The innermost message, in one line; the names of Java's classes say nothing to a reader. */
    private static String reason(Exception failure) {
        String reason =
                causes(failure)
                        .map(Throwable::getMessage)
                        .filter(message -> message != null && !message.isBlank())
                        .reduce("no reason is given", (_, inner) -> inner)
                        .replaceAll("([a-z]+\\.)+[A-Z]\\w*(: )?", "")
                        .replaceAll("\\p{Cntrl}+", " ")
                        .strip();
        return Cut.to(LONGEST, reason);
    }

    private static Stream<Throwable> causes(@Nullable Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(MAX_CAUSES)
                .map(Throwable.class::cast);
    }
}
