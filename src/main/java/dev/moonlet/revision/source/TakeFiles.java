package dev.moonlet.revision.source;

import dev.moonlet.revision.Document;
import dev.moonlet.revision.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Takes the files of a bundle one by one, and says why of those that it doesn't take. */
public final class TakeFiles {

    /** Far beyond any script that a person writes; more is a mistake or an attack. */
    private static final long LARGEST_SCRIPT = 1 << 20;

    private static final long LARGEST_BUNDLE = 64 << 20;
    private static final int MAX_FILES = 10_000;

    private static final Pattern TAKEN =
            Pattern.compile("config/.*\\.(yaml|yml|json)|lua/.*\\.lua", Pattern.DOTALL);
    private static final byte[] LFS =
            "version https://git-lfs.github.com/spec/".getBytes(StandardCharsets.US_ASCII);

    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private long size;

    /** Reads a file. */
    @FunctionalInterface
    public interface Content {
        byte[] read() throws IOException;
    }

    /** Whether a bundle has a file of this name; any other is passed over. */
    public static boolean isOfBundle(String path) {
        return TAKEN.matcher(path).matches();
    }

    /** Takes a regular file. */
    public void take(String path, long length, Content content) {
        String other = names.putIfAbsent(path.toLowerCase(Locale.ROOT), path);
        if (!isName(path)) {
            refuse(path, "is no name of a file that every system has: rename it");
        } else if (other != null) {
            refuse(path, "differs from %s in its case only: rename one of them".formatted(other));
        } else if (length > largest(path)) {
            refuse(path, "is larger than %d bytes".formatted(largest(path)));
        } else if (files.size() == MAX_FILES) {
            refuse(path, "is one file too many: %d are read".formatted(MAX_FILES));
        } else if (size + length > LARGEST_BUNDLE) {
            refuse(path, "is too much: all files may have %d bytes".formatted(LARGEST_BUNDLE));
        } else {
            read(path, content);
        }
    }

    private void read(String path, Content content) {
        try {
            byte[] bytes = content.read();
            if (isPointer(bytes)) {
                refuse(path, "is a pointer of Git LFS: keep the file itself in the repository");
            } else {
                files.put(path, bytes);
                size += bytes.length;
            }
        } catch (IOException failure) {
            refuse(path, "can't be read: " + failure.getMessage());
        }
    }

    /** Says why a file is not taken. */
    public void refuse(String path, String reason) {
        if (problems.size() <= MAX_FILES) {
            problems.add(new Problem(shown(path), 0, reason));
        }
    }

    public SortedMap<String, byte[]> files() {
        return files;
    }

    public List<Problem> problems() {
        return problems;
    }

    /** In one line, whatever its name is. */
    private static String shown(String path) {
        return path.replaceAll("\\p{Cntrl}", "?");
    }

    /** The bytes that a file may have. */
    static long largest(String file) {
        return file.endsWith(".lua") ? LARGEST_SCRIPT : Document.LARGEST;
    }

    private static boolean isPointer(byte[] bytes) {
        return bytes.length > LFS.length && Arrays.equals(bytes, 0, LFS.length, LFS, 0, LFS.length);
    }

    private static boolean isName(String path) {
        return path.chars().noneMatch(c -> c < ' ' || c == '\\' || c == ':' || c == 0xfffd)
                && Arrays.stream(path.split("/", -1))
                        .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
    }
}
