package dev.moonlet.revision.source;

import dev.moonlet.revision.Bundle;
import dev.moonlet.revision.Fetched;
import dev.moonlet.revision.SourceFailed;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Reads a bundle that somebody has sent as a ZIP archive. */
public final class ReadZip {

    /** What is passed over is unpacked all the same: an archive may be far smaller than it says. */
    private static final long MOST = 256L << 20;

    private static final int MAX_ENTRIES = 100_000;

    private final TakeFiles taken = new TakeFiles();
    private final ZipInputStream zip;
    private int entries;
    private long unpacked;

    private ReadZip(ZipInputStream zip) {
        this.zip = zip;
    }

    /** The files of an archive; its folders {@code config} and {@code lua} are at its top. */
    public static Fetched from(InputStream sent) throws SourceFailed {
        try (ZipInputStream zip = new ZipInputStream(sent)) {
            return new ReadZip(zip).read();
        } catch (IOException | IllegalArgumentException broken) {
            throw new SourceFailed("the archive can't be read: " + broken.getMessage(), broken);
        }
    }

    private Fetched read() throws IOException, SourceFailed {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (++entries > MAX_ENTRIES) {
                throw new SourceFailed(
                        "the archive has more than %d entries".formatted(MAX_ENTRIES));
            }
            if (!entry.isDirectory() && TakeFiles.isOfBundle(entry.getName())) {
                take(entry.getName());
            }
            passOver();
        }
        if (entries == 0) {
            throw new SourceFailed(
                    "this is no ZIP archive of a bundle: zip its folders config and lua");
        }
        return new Fetched(Bundle.of("an uploaded archive", taken.files()), taken.problems());
    }

    /** What an entry says of its size may be wrong: only what comes out of it counts. */
    private void take(String name) throws IOException {
        byte[] bytes = zip.readNBytes((int) TakeFiles.largest(name) + 1);
        unpacked += bytes.length;
        taken.take(name, bytes.length, () -> bytes);
    }

    private void passOver() throws IOException, SourceFailed {
        byte[] piece = new byte[1 << 13];
        for (int read = 0; read >= 0; read = zip.read(piece)) {
            unpacked += read;
            if (unpacked > MOST) {
                throw new SourceFailed("the archive has more than %d bytes".formatted(MOST));
            }
        }
    }
}
