package dev.moonlet.revision;

import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * What a team writes: the files of {@code config/} and {@code lua/}.
 *
 * @param origin where it was read, for messages
 * @param id tells it from any other content
 * @param files by their path, {@code config/openapi.yaml}
 */
public record Bundle(String origin, String id, Map<String, byte[]> files) {

    public Optional<byte[]> file(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** The files below a folder, by their path in it. */
    public SequencedMap<String, byte[]> below(String folder) {
        SequencedMap<String, byte[]> below = new TreeMap<>();
        files.forEach((path, content) -> {
            if (path.startsWith(folder)) {
                below.put(path.substring(folder.length()), content);
            }
        });
        return below;
    }
}
