package dev.moonlet.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** A body that has to come within a time, however many bytes of it come when. */
final class BodyInTime extends FilterInputStream {

    private final long deadline;
    private boolean late;

    BodyInTime(InputStream body, Duration time) {
        super(body);
        deadline = System.nanoTime() + time.toNanos();
    }

    /** Whether it has ended because it took too long. */
    boolean isLate() {
        return late;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int most) throws IOException {
        if (System.nanoTime() - deadline > 0) {
            late = true;
            throw new SocketTimeoutException("the body takes too long");
        }
        try {
            return super.read(bytes, from, most);
        } catch (IOException broken) {
            late = broken.getCause() instanceof SocketTimeoutException;
            throw broken;
        }
    }
}
