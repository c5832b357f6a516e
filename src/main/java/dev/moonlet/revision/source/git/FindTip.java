package dev.moonlet.revision.source.git;

import dev.moonlet.revision.SourceFailed;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectIdRef;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.BasePackFetchConnection;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.Transport;

/** Asks the repository which commit its branch or tag has, and for the commit. */
final class FindTip {

    private static final int SHOWN = 10;

    private final String ref;
    private final List<String> names;
    private final Remote remote;
    private final Explain explain;

    FindTip(String ref, Remote remote, Explain explain) {
        this.ref = ref.isEmpty() ? Constants.HEAD : ref;
        names = names(this.ref);
        this.remote = remote;
        this.explain = explain;
    }

    /** A branch comes before a tag of the same name. */
    private static List<String> names(String ref) {
        return ref.equals(Constants.HEAD) || ref.startsWith(Constants.R_REFS)
                ? List.of(ref)
                : List.of(Constants.R_HEADS + ref, Constants.R_TAGS + ref);
    }

    Tip find(Repository local) throws SourceFailed {
        return ObjectId.isId(ref)
                ? byId()
                : found(local, remote.ask(local, transport -> ask(transport, false)));
    }

    /** Finds it, and brings it into a local repository; JGit checks what it takes there. */
    Tip fetch(Repository local) throws SourceFailed {
        return found(local, remote.ask(local, transport -> ask(transport, true)));
    }

    private Optional<Tip> ask(Transport transport, boolean fetch) throws IOException {
        try (FetchConnection connection =
                transport.openFetch(List.of(), names.toArray(String[]::new))) {
            if (!(connection instanceof BasePackFetchConnection)) {
                // Plain files would be fetched one by one, past all bounds.
                throw new NotSupportedException("it does not speak git's smart protocol");
            }
            Optional<Tip> tip =
                    ObjectId.isId(ref) ? Optional.of(byId()) : pick(connection.getRefsMap());
            if (fetch && tip.isPresent()) {
                Collection<Ref> wanted = List.of(tip.get().ref());
                connection.fetch(NullProgressMonitor.INSTANCE, wanted, Set.of());
            }
            return tip;
        }
    }

    private Tip byId() {
        ObjectId id = ObjectId.fromString(ref);
        return new Tip(new ObjectIdRef.Unpeeled(Ref.Storage.NETWORK, ref, id), ref);
    }

    private Optional<Tip> pick(Map<String, Ref> refs) {
        for (String name : names) {
            Ref found = refs.get(name);
            if (found != null && found.getObjectId() != null) {
                return Optional.of(Tip.of(found, found.getObjectId()));
            }
        }
        return Optional.empty();
    }

    private Tip found(Repository local, Optional<Tip> tip) throws SourceFailed {
        if (tip.isPresent()) {
            return tip.get();
        }
        throw missing(
                remote.ask(
                        local,
                        transport -> {
                            try (FetchConnection connection = transport.openFetch()) {
                                return Set.copyOf(connection.getRefsMap().keySet());
                            }
                        }));
    }

    private SourceFailed missing(Set<String> all) {
        String branches =
                all.stream()
                        .filter(name -> name.startsWith(Constants.R_HEADS))
                        .map(name -> name.substring(Constants.R_HEADS.length()))
                        .sorted()
                        .limit(SHOWN)
                        .collect(Collectors.joining(", "));
        if (branches.isEmpty()) {
            return explain.because("is empty, it has no branch: push one to it");
        }
        String what =
                ref.equals(Constants.HEAD)
                        ? "has a HEAD that is no branch of it"
                        : "has no branch, tag or commit '%s'".formatted(ref);
        String hint =
                ref.matches("[0-9a-f]{4,39}") ? ", or to a commit's id with all its digits" : "";
        return explain.because(
                "%s: set moonlet.bundle.git.ref to one that it has, like %s%s"
                        .formatted(what, branches, hint));
    }
}
