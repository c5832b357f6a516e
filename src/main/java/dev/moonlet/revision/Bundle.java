package dev.moonlet.revision;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a team writes: the files of {@code config/} and {@code lua/}.
 *
 * @param origin where it was read, for messages
 * @param id tells it from any other, and is the revision's
 * @param commit who has made it so, where the source knows
 * @param files by their path, {@code config/openapi.yaml}
 */
public record Bundle(String origin, String id, Optional<Commit> commit, Map<String, byte[]> files) {

    /** The length of an id, which is the beginning of a hash. */
    public static final int ID = 12;

    public Bundle(String origin, String id, Map<String, byte[]> files) {
        this(origin, id, Optional.empty(), files);
    }

    /** A bundle that has no name but its content. */
    public static Bundle of(String origin, Map<String, byte[]> files) {
        return new Bundle(origin, hash(files).substring(0, ID), files);
    }

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

    /** The same for any two of the same content. */
    public String hash() {
        return hash(files);
    }

    /** The hash of each file, by its path. */
    public SortedMap<String, String> hashes() {
        SortedMap<String, String> hashes = new TreeMap<>();
        files.forEach((path, content) ->
                hashes.put(path, HexFormat.of().formatHex(sha256().digest(content))));
        return hashes;
    }

    private static String hash(Map<String, byte[]> files) {
        MessageDigest digest = sha256();
        new TreeMap<>(files)
                .forEach((path, content) -> {
                    digest.update(path.getBytes(StandardCharsets.UTF_8));
                    digest.update((byte) 0);
                    digest.update(sha256().digest(content));
                });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
