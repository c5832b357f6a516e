package dev.moonlet.http;

import dev.moonlet.invocation.Invocation;
import dev.moonlet.invocation.Invocations;
import dev.moonlet.invocation.Outcome;
import dev.moonlet.lua.Failure;
import dev.moonlet.module.http.HandlerCall;
import dev.moonlet.module.http.Reply;
import dev.moonlet.module.http.Request;
import dev.moonlet.security.Caller;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.coyote.CloseNowException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Has a request answered by the handler of its route. */
@Component
final class ServeRoute {

    private static final Logger LOG = LoggerFactory.getLogger(ServeRoute.class);

    /** What proxies write into their logs for it; nobody receives it. */
    private static final int CLIENT_LEFT = 499;

    private final ReadRequest requests;
    private final int maxHeaders;
    private final Conditions conditions;
    private final Invocations invocations;
    private final ServeSocket sockets;
    private final Problems problems;
    private final AnswerFailure failures;

    ServeRoute(
            HttpProperties properties,
            Invocations invocations,
            ServeSocket sockets,
            Problems problems) {
        requests = new ReadRequest(Math.toIntExact(properties.maxBody().toBytes()));
        maxHeaders = (int) properties.maxResponseHeaders().toBytes();
        conditions = new Conditions(properties.etag());
        this.invocations = invocations;
        this.sockets = sockets;
        this.problems = problems;
        failures = new AnswerFailure(problems);
    }

    void serve(Exchange exchange, Route.Handler handler, Map<String, String> params, Caller caller)
            throws IOException, ServletException {
        try {
            Request request = requests.from(exchange, params);
            if (handler.talks()) {
                Optional<Outcome<Reply>> refused =
                        sockets.serve(exchange, handler, request, caller);
                if (refused.isPresent()) {
                    answer(exchange, handler, refused.get());
                }
            } else {
                run(exchange, handler, request, caller);
            }
        } catch (Refusal refusal) {
            problems.write(exchange, refusal.status(), refusal.detail());
        }
    }

    private void run(Exchange exchange, Route.Handler handler, Request request, Caller caller)
            throws IOException {
        Connection client = WatchConnections.of(exchange.request());
        ResponseStream stream = new ResponseStream(exchange.response(), client);
        HandlerCall call = new HandlerCall(handler.function(), request, _ -> false, stream);
        Invocation<Reply> invocation =
                new Invocation<>(exchange.id(), caller, handler.states(), handler.limits(), call);
        Outcome<Reply> outcome = invocations.run(invocation, client);
        stream.end();
        if (client.release()) {
            exchange.response().setStatus(CLIENT_LEFT);
            return;
        }
        if (stream.isBegun() && outcome instanceof Outcome.Failed<Reply>(Failure failure)) {
            LOG.error("request {}: {}: {}", exchange.id(), handler.function(), failure.message());
            throw new CloseNowException("the response can't be written to its end");
        }
        answer(exchange, handler, outcome);
    }

    private void answer(Exchange exchange, Route.Handler handler, Outcome<Reply> outcome)
            throws IOException {
        switch (outcome) {
            case Outcome.Returned<Reply>(Reply reply) -> write(exchange, handler, reply);
            case Outcome.Failed<Reply>(Failure failure) -> explain(exchange, handler, failure);
            case Outcome.Refused<Reply>(String reason) -> refuse(exchange, reason);
        }
    }

    private void write(Exchange exchange, Route.Handler handler, Reply reply) throws IOException {
        switch (reply) {
            case Reply.Answered answered -> {
                int size = WriteReply.size(answered.headers());
                if (size > maxHeaders) {
                    fail(exchange, handler, tooLarge(size));
                } else {
                    WriteReply.to(exchange.response(), conditions.apply(exchange, answered));
                }
            }
            case Reply.Streamed() -> {}
            case Reply.Failed failed -> failures.answer(exchange, handler.function(), failed);
        }
    }

    private void explain(Exchange exchange, Route.Handler handler, Failure failure)
            throws IOException {
        switch (failure) {
            case Failure.Rejected(String message) ->
                    problems.write(exchange, HttpStatus.BAD_REQUEST, capitalized(message));
            case Failure.Killed killed -> {
                LOG.warn("request {}: {}: {}", exchange.id(), handler.function(), killed.message());
                if (killed.isForOthers()) {
                    refuse(exchange);
                    return;
                }
                problems.write(
                        exchange,
                        status(killed),
                        "The handler passed its limit of %s, %s."
                                .formatted(killed.limit(), killed.value()));
            }
            case Failure.Canceled canceled -> {
                LOG.warn(
                        "request {}: {}: {}",
                        exchange.id(),
                        handler.function(),
                        canceled.message());
                refuse(exchange);
            }
            case Failure.Raised(_, Reply.Failed failed) ->
                    failures.answer(exchange, handler.function(), failed);
            case Failure.Raised(String message, _) -> fail(exchange, handler, message);
        }
    }

    /** Time has run out, or the handler is at fault. */
    private static HttpStatus status(Failure.Killed killed) {
        return switch (killed.limit()) {
            case "time", "cpu", "stream" -> HttpStatus.GATEWAY_TIMEOUT;
            default -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }

    private String tooLarge(int size) {
        return "the headers of its reply take %d bytes; moonlet.http.max-response-headers is %d"
                .formatted(size, maxHeaders);
    }

    private void fail(Exchange exchange, Route.Handler handler, String reason) throws IOException {
        LOG.error("request {}: {}: {}", exchange.id(), handler.function(), OneLine.of(reason));
        problems.write(exchange, HttpStatus.INTERNAL_SERVER_ERROR, "The handler failed.");
    }

    private void refuse(Exchange exchange, String reason) throws IOException {
        LOG.warn("request {}: {}", exchange.id(), reason);
        refuse(exchange);
    }

    private void refuse(Exchange exchange) throws IOException {
        exchange.response().setHeader(HttpHeaders.RETRY_AFTER, "1");
        problems.write(
                exchange, HttpStatus.SERVICE_UNAVAILABLE, "Too many requests run at the moment.");
    }

    private static String capitalized(String message) {
        return message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1) + ".";
    }
}
