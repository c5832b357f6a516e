package dev.moonlet.revision.source.git;

import dev.moonlet.revision.Bundle;
import dev.moonlet.revision.Commit;
import dev.moonlet.revision.Fetched;
import dev.moonlet.revision.SourceFailed;
import dev.moonlet.revision.source.TakeFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.treewalk.TreeWalk;

/** Takes the bundle out of a commit's tree. */
final class ReadTree {

    private static final int MAX_DEPTH = 64;
    private static final int MAX_PATH = 1000;
    private static final int SHOWN = 80;

    /** Trees can hold each other a thousand times over. */
    private static final int MAX_ENTRIES = 100_000;

    private final String origin;
    private final String folder;
    private final Explain explain;

    ReadTree(String origin, String folder, Explain explain) {
        this.origin = origin;
        this.folder = folder;
        this.explain = explain;
    }

    Fetched read(ObjectReader reader, RevCommit commit) throws IOException, SourceFailed {
        checkFolder(reader, commit);
        TakeFiles taken = new TakeFiles();
        try {
            for (String name : List.of("config", "lua")) {
                read(reader, commit, name, taken);
            }
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
        Bundle bundle =
                new Bundle(
                        origin,
                        commit.name().substring(0, Bundle.ID),
                        Optional.of(describe(commit)),
                        taken.files());
        return new Fetched(bundle, taken.problems());
    }

    private void checkFolder(ObjectReader reader, RevCommit commit)
            throws IOException, SourceFailed {
        if (folder.isEmpty()) {
            return;
        }
        try (TreeWalk found = TreeWalk.forPath(reader, folder, commit.getTree())) {
            if (found == null || found.getFileMode(0) != FileMode.TREE) {
                throw explain.because(
                        "has no folder '%s' in commit %s: check moonlet.bundle.git.path"
                                .formatted(folder, commit.name().substring(0, Bundle.ID)));
            }
        }
    }

    private void read(ObjectReader reader, RevCommit commit, String name, TakeFiles taken)
            throws IOException {
        try (TreeWalk top = TreeWalk.forPath(reader, Folder.in(folder, name), commit.getTree())) {
            if (top == null) {
                return;
            }
            if (top.getFileMode(0) == FileMode.TREE) {
                walk(reader, top.getObjectId(0), name, taken);
            } else {
                taken.refuse(name, "is %s and not a folder".formatted(kind(top.getFileMode(0))));
            }
        }
    }

    private static void walk(ObjectReader reader, ObjectId tree, String top, TakeFiles taken)
            throws IOException {
        try (TreeWalk walk = new TreeWalk(reader)) {
            walk.addTree(tree);
            for (int entries = 0; walk.next(); entries++) {
                if (entries == MAX_ENTRIES) {
                    taken.refuse(top, "has more than %d entries".formatted(MAX_ENTRIES));
                    return;
                }
                String path = top + "/" + walk.getPathString();
                if (walk.getPathLength() > MAX_PATH) {
                    taken.refuse(
                            path.substring(0, SHOWN) + "…",
                            "has a name of more than %d bytes".formatted(MAX_PATH));
                } else if (!walk.isSubtree()) {
                    take(reader, walk, path, taken);
                } else if (walk.getDepth() < MAX_DEPTH) {
                    walk.enterSubtree();
                } else {
                    taken.refuse(path, "is deeper than %d folders".formatted(MAX_DEPTH));
                }
            }
        }
    }

    private static void take(ObjectReader reader, TreeWalk walk, String path, TakeFiles taken)
            throws IOException {
        FileMode mode = walk.getFileMode(0);
        ObjectId id = walk.getObjectId(0);
        if (mode != FileMode.REGULAR_FILE && mode != FileMode.EXECUTABLE_FILE) {
            // Whatever it is called: it may stand for a folder.
            taken.refuse(path, "is %s, so it is left out".formatted(kind(mode)));
        } else if (TakeFiles.isOfBundle(path)) {
            long size = reader.getObjectSize(id, Constants.OBJ_BLOB);
            taken.take(path, size, () -> content(reader, id, size));
        }
    }

    /** Broken objects are the repository's matter, and no problem of the file. */
    private static byte[] content(ObjectReader reader, ObjectId id, long size) {
        try {
            return reader.open(id, Constants.OBJ_BLOB).getBytes(Math.toIntExact(size));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String kind(FileMode mode) {
        if (mode == FileMode.SYMLINK) {
            return "a symbolic link";
        }
        return mode == FileMode.GITLINK ? "a submodule" : "a file";
    }

    private static Commit describe(RevCommit commit) {
        PersonIdent author = commit.getAuthorIdent();
        String message = commit.getFullMessage();
        return new Commit(
                commit.name(),
                "%s <%s>".formatted(author.getName(), author.getEmailAddress()),
                author.getWhenAsInstant(),
                message);
    }
}
