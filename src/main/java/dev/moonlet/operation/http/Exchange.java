package dev.moonlet.operation.http;

import dev.moonlet.operation.Kind;
import dev.moonlet.operation.OperationFailed;
import dev.moonlet.security.Caller;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.Request;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/** A request and those that it is redirected to, on the thread that calls; another may cancel. */
final class Exchange implements Callable<Response> {

    private static final String USER_AGENT = "User-Agent";
    private static final int CHUNK = 8192;

    private final Clients clients;
    private final Caller caller;
    private final SendRequest request;
    private final Room room;
    private @Nullable Call current;
    private boolean canceled;

    Exchange(Clients clients, Caller caller, SendRequest request, Room room) {
        this.clients = clients;
        this.caller = caller;
        this.request = request;
        this.room = room;
    }

    @Override
    public Response call() throws OperationFailed {
        Hop hop =
                new Hop(
                        request.method(),
                        request.target().url(),
                        request.headers(),
                        request.body());
        int redirects = request.bounds().redirects();
        for (int followed = 0; ; followed++) {
            try (okhttp3.Response answer = begin(hop).execute()) {
                String location = answer.header("Location");
                if (redirects == 0 || location == null || !Hop.isRedirect(answer.code())) {
                    return read(answer);
                }
                if (followed == redirects) {
                    throw new OperationFailed(
                            Kind.INVALID, "redirected more than %d times".formatted(redirects));
                }
                hop = hop.redirected(answer.code(), location);
            } catch (IOException broken) {
                throw Breaks.told(hop.url(), broken);
            }
        }
    }

    /** Ends it at once, and closes its connection. */
    synchronized void cancel() {
        canceled = true;
        if (current != null) {
            current.cancel();
        }
    }

    private Call begin(Hop hop) throws OperationFailed {
        return cancelable(clients.admit(hop.url(), caller).newCall(request(hop)));
    }

    private synchronized Call cancelable(Call call) {
        if (canceled) {
            call.cancel();
        }
        current = call;
        return call;
    }

    private static Request request(Hop hop) {
        Headers.Builder headers = new Headers.Builder();
        hop.headers().forEach(each -> headers.add(each.name(), each.value()));
        if (headers.get(USER_AGENT) == null) {
            headers.add(USER_AGENT, "Moonlet");
        }
        return new Request.Builder()
                .url(hop.url())
                .headers(headers.build())
                .method(hop.method(), Content.of(hop))
                .build();
    }

    private Response read(okhttp3.Response answer) throws IOException, OperationFailed {
        List<Header> headers = new ArrayList<>();
        for (int i = 0; i < answer.headers().size(); i++) {
            headers.add(new Header(answer.headers().name(i), answer.headers().value(i)));
        }
        return new Response(
                answer.code(), answer.request().url().toString(), headers, body(answer.body()));
    }

    private byte[] body(ResponseBody body) throws IOException, OperationFailed {
        try {
            room.expect(body.contentLength());
            return bytes(body.byteStream());
        } catch (OperationFailed tooLarge) {
            cancel();
            throw tooLarge;
        }
    }

    private byte[] bytes(InputStream body) throws IOException, OperationFailed {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        for (int count = body.read(chunk); count >= 0; count = body.read(chunk)) {
            room.take(count);
            bytes.write(chunk, 0, count);
        }
        return bytes.toByteArray();
    }
}
