package dev.moonlet.operation.http;

import dev.moonlet.operation.Kind;
import dev.moonlet.operation.OperationFailed;
import dev.moonlet.operation.stream.Outlet;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import okhttp3.Call;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** A request that was sent on, and its answer, of which the body is still to come. */
public final class Forwarded implements AutoCloseable {

    /** What OkHttp reads at once. */
    private static final int CHUNK = 8192;

    private final Call call;
    private @Nullable Response answer;

    Forwarded(Call call) {
        this.call = call;
    }

    public int status() {
        return answer().code();
    }

    /** Those that are passed on, the ones of a name side by side. */
    public List<Header> headers() {
        List<Header> headers = new ArrayList<>();
        for (String name : answer().headers().names()) {
            for (String value : answer().headers().values(name)) {
                headers.add(new Header(name, Octets.ofUtf8(value)));
            }
        }
        return EndToEnd.of(headers);
    }

    /** Ends it at once, from any thread, and closes its connection unless all has come. */
    @Override
    public synchronized void close() {
        call.cancel();
        if (answer != null) {
            answer.close();
        }
    }

    /** Sends the request, and returns when the answer has begun. */
    Forwarded begin() throws OperationFailed {
        try {
            Response begun = call.execute();
            keep(begun);
            if (begun.code() < 200) {
                throw new OperationFailed(
                        Kind.UNAVAILABLE,
                        "%s answers %d, which was not asked for"
                                .formatted(Target.resource(call.request().url()), begun.code()));
            }
            return this;
        } catch (IOException broken) {
            throw Breaks.told(call.request().url(), broken);
        }
    }

    void copyTo(Outlet outlet) throws OperationFailed, InterruptedException {
        byte[] chunk = new byte[CHUNK];
        InputStream body = answer().body().byteStream();
        for (int count = read(body, chunk); count >= 0; count = read(body, chunk)) {
            outlet.write(Arrays.copyOf(chunk, count), false);
        }
    }

    private int read(InputStream body, byte[] chunk) throws OperationFailed, InterruptedException {
        try {
            return body.read(chunk);
        } catch (IOException broken) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            throw Breaks.told(call.request().url(), broken);
        }
    }

    private synchronized void keep(Response begun) {
        answer = begun;
        if (call.isCanceled()) {
            begun.close();
        }
    }

    private synchronized Response answer() {
        if (answer == null) {
            throw new IllegalStateException("the answer has not begun");
        }
        return answer;
    }
}
