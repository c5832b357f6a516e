package dev.moonlet.revision.source.git;

import dev.moonlet.revision.Fetched;
import dev.moonlet.revision.Source;
import dev.moonlet.revision.SourceFailed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.stereotype.Component;

/** Reads the bundle of a commit of a git repository, without a work tree. */
@Component
@ConditionalOnProperty("moonlet.bundle.git.uri")
@ConditionalOnProperty(name = "moonlet.command", havingValue = "false", matchIfMissing = true)
final class GitSource implements Source {

    private static final Logger LOG = LoggerFactory.getLogger(GitSource.class);

    private final Duration pace;
    private final String origin;
    private final Explain explain;
    private final Bounds bounds;
    private final Remote remote;
    private final FindTip findTip;
    private final Copies copies;
    private final Path nothing;
    private final ReadTree readTree;
    private @Nullable Refused refused;

    /** A commit that can't be taken however often it is fetched. */
    private record Refused(String commit, SourceFailed failure) {}

    GitSource(
            GitProperties settings, @Value("${moonlet.data:data}") Path data, SslBundles trusted) {
        OwnSettings.install();
        Address address = Address.of(settings.uri());
        CheckSettings.check(settings, address);
        String folder = Folder.of(settings.path());
        pace = settings.poll();
        origin =
                address
                        + (settings.ref().isEmpty() ? "" : " at " + settings.ref())
                        + (folder.isEmpty() ? "" : " in " + folder);
        Path root = data.toAbsolutePath().normalize().resolve("git");
        explain = new Explain(address, settings, root);
        bounds = new Bounds(settings.maxFetch().toBytes(), settings.maxObject().toBytes());
        Optional<String> bundle = Optional.of(settings.sslBundle()).filter(name -> !name.isEmpty());
        remote = new Remote(address, settings, bundle.map(trusted::getBundle), bounds, explain);
        findTip = new FindTip(settings.ref(), remote, explain);
        Path own = root.resolve(name(address));
        copies = new Copies(own);
        nothing = own.resolve("nothing");
        readTree = new ReadTree(origin, folder, explain);
    }

    private static String name(Address address) {
        byte[] bytes = address.toString().getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(bytes).toString();
    }

    @Override
    public String origin() {
        return origin;
    }

    @Override
    public Duration pace() {
        return pace;
    }

    @Override
    public synchronized String look() throws SourceFailed {
        return find().commit();
    }

    @Override
    public synchronized Fetched fetch() throws SourceFailed {
        Tip tip = find();
        if (refused != null && refused.commit().equals(tip.commit())) {
            throw refused.failure();
        }
        try {
            Optional<Fetched> kept = readKept(tip);
            return kept.isPresent() ? kept.get() : read(take());
        } catch (SourceFailed failure) {
            refused = Explain.isFinal(failure) ? new Refused(tip.commit(), failure) : null;
            throw failure;
        } catch (IOException | RuntimeException failure) {
            throw explain.of(failure, Optional.empty());
        }
    }

    private Tip find() throws SourceFailed {
        // There is nothing in it: what is asked does not depend on what is here.
        try (Repository local = new BoundedRepository(nothing, bounds)) {
            return findTip.find(local);
        } catch (IOException failure) {
            throw explain.of(failure, Optional.empty());
        }
    }

    private Optional<Fetched> readKept(Tip tip) throws IOException, SourceFailed {
        Optional<Path> copy = copies.find(tip.commit());
        if (copy.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(copy.get()));
        } catch (IOException | RuntimeException broken) {
            LOG.warn("{} is broken, so it is fetched anew: {}", copy.get(), broken.getMessage());
            Copies.drop(copy.get());
            return Optional.empty();
        }
    }

    private Path take() throws IOException, SourceFailed {
        Path part = copies.begin();
        try {
            return copies.finish(part, fetchInto(part));
        } finally {
            Copies.drop(part);
        }
    }

    private String fetchInto(Path folder) throws IOException, SourceFailed {
        try (Repository local = new BoundedRepository(folder, bounds)) {
            local.create(true);
            Tip tip = findTip.fetch(local);
            try (RevWalk walk = new RevWalk(local)) {
                return walk.parseCommit(ObjectId.fromString(tip.commit())).name();
            } catch (IncorrectObjectTypeException failure) {
                throw explain.because(
                        "has no commit at %s: set moonlet.bundle.git.ref to a branch or a commit's tag"
                                .formatted(tip.ref().getName()));
            }
        }
    }

    private Fetched read(Path copy) throws IOException, SourceFailed {
        try (Repository local = new BoundedRepository(copy, bounds);
                RevWalk walk = new RevWalk(local)) {
            ObjectId commit = ObjectId.fromString(copy.getFileName().toString());
            return readTree.read(walk.getObjectReader(), walk.parseCommit(commit));
        }
    }
}
