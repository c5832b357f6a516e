package dev.moonlet.module.http;

import dev.moonlet.lua.Coroutine;
import dev.moonlet.lua.Tasks;
import dev.moonlet.lua.value.Failures;
import dev.moonlet.operation.Answer;
import dev.moonlet.operation.Kind;
import dev.moonlet.operation.OperationFailed;
import dev.moonlet.operation.http.Forward;
import dev.moonlet.operation.http.Forwarded;
import dev.moonlet.operation.http.Relay;
import dev.moonlet.operation.stream.Outlet;
import java.util.List;
import java.util.Optional;
import org.luaj.vm2.LuaError;

/** Has another server answer a request, in the running coroutine. */
final class PassOn {

    /** More Moonlets in a row than this are a circle. */
    private static final int MOST_HOPS = 5;

    private static final int LOOP_DETECTED = 508;

    private final Request request;
    private final Streaming streaming;

    PassOn(Request request, Streaming streaming) {
        this.request = request;
        this.streaming = streaming;
    }

    Reply to(ForwardValue value, Original original) {
        if (hops(original) >= MOST_HOPS) {
            return new Reply.NotForwarded(
                    LOOP_DETECTED,
                    "forwarded %d times already: whom it is forwarded to sends it back"
                            .formatted(MOST_HOPS));
        }
        return switch (Coroutine.await(forward(value, original))) {
            case Answer.Value(Forwarded forwarded) -> relay(forwarded);
            case Answer.Failed(Kind kind, String message) ->
                    new Reply.NotForwarded(status(kind), message);
            case null, default -> throw new IllegalStateException("no answer");
        };
    }

    private Forward forward(ForwardValue value, Original original) {
        try {
            return ReadForward.from(new Options(value.options()), original, body());
        } catch (IllegalArgumentException wrong) {
            throw new LuaError("the request can't be forwarded: " + wrong.getMessage());
        }
    }

    private byte[] body() {
        if (request.content() instanceof Content.Streamed) {
            throw new LuaError(
                    "a body that is read by req:stream() can't be forwarded: take 'x-stream' from"
                            + " the operation");
        }
        byte[] body = request.content().bytes();
        if (body.length == 0 && request.content() instanceof Content.Form) {
            throw new LuaError(
                    "a multipart form can't be forwarded: its parts are read before the handler");
        }
        return body;
    }

    private Reply relay(Forwarded forwarded) {
        Tasks tasks = Coroutine.running().tasks();
        Runnable end = forwarded::close;
        tasks.onEnd(end);
        try {
            Outlet outlet = streaming.begin(head(forwarded));
            tasks.stream();
            if (!request.method().equals("HEAD")
                    && Coroutine.await(new Relay(forwarded, outlet))
                            instanceof Answer.Failed(Kind _, String message)) {
                throw Failures.of("the answer broke off: " + message);
            }
        } catch (OperationFailed failed) {
            throw Failures.of(String.valueOf(failed.getMessage()));
        } finally {
            tasks.finish(end);
        }
        return new Reply.Streamed();
    }

    private static Streaming.Head head(Forwarded forwarded) {
        List<Reply.Header> headers =
                forwarded.headers().stream()
                        .map(each -> new Reply.Header(each.name(), each.value()))
                        .toList();
        return new Streaming.Head(forwarded.status(), headers, "", Optional.empty());
    }

    private static long hops(Original original) {
        return original.headers().stream()
                .filter(each -> each.name().equalsIgnoreCase(ForwardHeaders.VIA))
                .flatMap(each -> List.of(each.value().split(",", -1)).stream())
                .filter(hop -> hop.strip().endsWith(" " + ForwardHeaders.SELF))
                .count();
    }

    /** The client is at fault for none of it, unless it may not have that done. */
    private static int status(Kind kind) {
        return switch (kind) {
            case UNAVAILABLE -> 503;
            case TIMEOUT -> 504;
            case PERMISSION_DENIED -> 403;
            default -> 500;
        };
    }
}
