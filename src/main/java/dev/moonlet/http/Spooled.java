package dev.moonlet.http;

import dev.moonlet.module.http.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bytes of a file that was sent: in memory if they are few, else in a file of our own. */
sealed interface Spooled extends Upload.Source {

    /** Larger files are not held in memory while a handler does something else. */
    int FEW = 64 << 10;

    long size();

    /** Takes all bytes. */
    static Spooled of(InputStream content) throws IOException {
        byte[] first = content.readNBytes(FEW);
        return first.length < FEW ? new InMemory(first) : OnDisk.of(first, content);
    }

    /** Few bytes. */
    record InMemory(byte[] bytes) implements Spooled {

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public byte[] read() {
            return bytes.clone();
        }

        @Override
        public void forget() {}
    }

    /** A file that is gone when the request is answered. */
    record OnDisk(Path file, long size) implements Spooled {

        private static final Logger LOG = LoggerFactory.getLogger(Spooled.class);

        static OnDisk of(byte[] first, InputStream rest) throws IOException {
            Path file = Files.createTempFile("moonlet-upload-", "");
            boolean isDone = false;
            try (OutputStream out = Files.newOutputStream(file)) {
                out.write(first);
                long size = first.length + rest.transferTo(out);
                isDone = true;
                return new OnDisk(file, size);
            } finally {
                if (!isDone) {
                    Files.deleteIfExists(file);
                }
            }
        }

        @Override
        public byte[] read() throws IOException {
            return Files.readAllBytes(file);
        }

        @Override
        public void forget() {
            try {
                Files.deleteIfExists(file);
            } catch (IOException kept) {
                LOG.warn("the upload {} can't be deleted: {}", file, kept.getMessage());
            }
        }
    }
}
