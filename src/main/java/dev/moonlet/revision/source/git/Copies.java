package dev.moonlet.revision.source.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * The local repository of the last commit, named by it. A new one is made beside it and renamed
 * when it is whole: a service that is killed at any moment leaves a whole one or none.
 */
final class Copies {

    private static final String PART = "part-";

    private final Path folder;

    Copies(Path folder) {
        this.folder = folder;
    }

    Optional<Path> find(String commit) {
        return Optional.of(folder.resolve(commit)).filter(Files::isDirectory);
    }

    /** A folder for one in the making; what has become of earlier ones is dropped. */
    Path begin() throws IOException {
        Files.createDirectories(folder);
        for (Path each : list()) {
            if (each.getFileName().toString().startsWith(PART)) {
                drop(each);
            }
        }
        return Files.createTempDirectory(folder, PART);
    }

    /** Gives a whole one its name, and drops the others. */
    Path finish(Path part, String commit) throws IOException {
        Path whole = folder.resolve(commit);
        drop(whole);
        Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
        for (Path each : list()) {
            if (!each.equals(whole)) {
                drop(each);
            }
        }
        return whole;
    }

    static void drop(Path copy) throws IOException {
        FileSystemUtils.deleteRecursively(copy);
    }

    private List<Path> list() throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.toList();
        }
    }
}
