package dev.moonlet.revision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Reads the bundle of a directory: the YAML and JSON files below config/, the Lua files below lua/.
 */
@Component
final class DirectorySource implements Source {

    private final Path directory;

    DirectorySource(BundleProperties properties) {
        directory = Path.of(properties.directory());
    }

    @Override
    public Fetched fetch() {
        Reading reading = new Reading();
        reading.folder("config", List.of(".yaml", ".yml", ".json"));
        reading.folder("lua", List.of(".lua"));
        String origin = directory.toAbsolutePath().normalize().toString();
        return new Fetched(
                new Bundle(origin, hash(reading.files), reading.files), reading.problems);
    }

    private static String hash(SortedMap<String, byte[]> files) {
        MessageDigest digest = sha256();
        files.forEach((path, content) -> {
            digest.update(path.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(sha256().digest(content));
        });
        return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What has been read so far. */
    private final class Reading {

        /** Far beyond any script that a person writes; more is a mistake or an attack. */
        private static final long LARGEST_SCRIPT = 1 << 20;

        private static final int MAX_FILES = 10_000;
        private static final int MAX_DEPTH = 64;

        private final SortedMap<String, byte[]> files = new TreeMap<>();
        private final List<Problem> problems = new ArrayList<>();

        /** Reads a folder; it may be a link, as a mounted volume's are, but nothing below it. */
        void folder(String name, List<String> endings) {
            if (!Files.isDirectory(directory.resolve(name))) {
                return;
            }
            try {
                Path top = directory.resolve(name).toRealPath();
                try (Stream<Path> found = Files.walk(top, MAX_DEPTH)) {
                    found.filter(path -> endings.stream().anyMatch(path.toString()::endsWith))
                            .limit(MAX_FILES + 1)
                            .forEach(path -> file(name + "/" + top.relativize(path), path));
                }
            } catch (IOException | UncheckedIOException failure) {
                refuse(name, "can't be read: " + failure.getMessage());
            }
        }

        private void file(String name, Path path) {
            String slashed = name.replace('\\', '/');
            try {
                if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                    refuse(slashed, "is not a regular file, so it is left out");
                } else if (Files.size(path) > largest(slashed)) {
                    refuse(slashed, "is larger than %d bytes".formatted(largest(slashed)));
                } else if (files.size() == MAX_FILES) {
                    refuse(slashed, "is one file too many: %d are read".formatted(MAX_FILES));
                } else {
                    files.put(slashed, Files.readAllBytes(path));
                }
            } catch (IOException failure) {
                refuse(slashed, "can't be read: " + failure.getMessage());
            }
        }

        private static long largest(String file) {
            return file.endsWith(".lua") ? LARGEST_SCRIPT : Document.LARGEST;
        }

        private void refuse(String file, String reason) {
            problems.add(new Problem(file, 0, reason));
        }
    }
}
