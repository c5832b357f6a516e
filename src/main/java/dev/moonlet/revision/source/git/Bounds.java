package dev.moonlet.revision.source.git;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * How much may come from a repository.
 *
 * @param bytes in all
 * @param object what one object may have, which is held in memory while others are made of it
 */
record Bounds(long bytes, long object) {

    /** A stream that ends in {@link TooMuch} when more than that comes through it. */
    InputStream bound(InputStream stream) {
        return new Bound(stream, bytes);
    }

    /** More has come than may. */
    static final class TooMuch extends IOException {

        TooMuch(long bytes) {
            super("more than %d bytes have come".formatted(bytes));
        }
    }

    private static final class Bound extends FilterInputStream {

        private final long bytes;
        private long left;

        Bound(InputStream stream, long bytes) {
            super(stream);
            this.bytes = bytes;
            left = bytes;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(read);
            return read;
        }

        @Override
        public long skip(long bytes) throws IOException {
            long skipped = super.skip(bytes);
            count(skipped);
            return skipped;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        private void count(long read) throws TooMuch {
            left -= Math.max(read, 0);
            if (left < 0) {
                throw new TooMuch(bytes);
            }
        }
    }
}
