package dev.moonlet.http;

import dev.moonlet.invocation.Invocation;
import dev.moonlet.invocation.Invocations;
import dev.moonlet.invocation.Outcome;
import dev.moonlet.lua.Failure;
import dev.moonlet.module.http.HandlerCall;
import dev.moonlet.module.http.Reply;
import dev.moonlet.module.http.Request;
import dev.moonlet.revision.OneLine;
import dev.moonlet.security.Caller;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Has a request answered by the handler of its route. */
@Component
final class ServeRoute {

    private static final Logger LOG = LoggerFactory.getLogger(ServeRoute.class);

    /** What proxies write into their logs for it; nobody receives it. */
    private static final int CLIENT_LEFT = 499;

    /** Where it is noted when the server lets nobody set a status any more. */
    private static final String STATUS = ServeRoute.class.getName() + ".status";

    private final ReadRequest requests;
    private final Invocations invocations;
    private final ServeSocket sockets;
    private final AnswerOutcome answers;
    private final Problems problems;
    private final RequestListener listener;

    ServeRoute(
            ReadRequest requests,
            Invocations invocations,
            ServeSocket sockets,
            AnswerOutcome answers,
            Problems problems,
            RequestListener listener) {
        this.requests = requests;
        this.invocations = invocations;
        this.sockets = sockets;
        this.answers = answers;
        this.problems = problems;
        this.listener = listener;
    }

    /** What became of a request, for those who count. */
    static int status(Exchange exchange) {
        return exchange.request().getAttribute(STATUS) instanceof Integer status
                ? status
                : exchange.response().getStatus();
    }

    void serve(Exchange exchange, Found found, Caller caller) throws IOException, ServletException {
        try {
            Request request = requests.from(exchange, found, caller);
            try {
                serve(exchange, found, request);
            } finally {
                request.content().forget();
            }
        } catch (Refusal refusal) {
            problems.write(exchange, refusal);
        }
    }

    private void serve(Exchange exchange, Found found, Request request)
            throws IOException, ServletException, Refusal {
        Route.Handler handler = found.handler();
        if (handler.talks()) {
            ServeSocket.check(exchange.request());
        }
        if (!handler.places().take()) {
            listener.refused(handler.function());
            answers.answer(exchange, handler, full(handler));
        } else if (handler.talks()) {
            Optional<Outcome<Reply>> instead = sockets.serve(exchange, found, request);
            if (instead.isPresent()) {
                answers.answer(exchange, handler, instead.get());
            }
        } else {
            run(exchange, found, request);
        }
    }

    /** What becomes of one more than {@code x-concurrency} lets. */
    static Outcome<Reply> full(Route.Handler handler) {
        return new Outcome.Refused<>(
                "as many as x-concurrency lets call %s already".formatted(handler.function()));
    }

    private void run(Exchange exchange, Found found, Request request) throws IOException {
        Route.Handler handler = found.handler();
        Connection client = WatchConnections.of(exchange.request());
        ResponseStream stream =
                new ResponseStream(exchange.response(), client, answers.maxHeaders());
        HandlerCall call =
                new HandlerCall(
                        handler.function(),
                        request,
                        handler.contract().responses()::emptyIsArray,
                        stream,
                        () -> ReadOriginal.from(exchange));
        Invocation<Reply> invocation = found.invocation(request, call);
        Outcome<Reply> outcome;
        try {
            outcome = invocations.run(invocation, client);
        } finally {
            handler.places().leave();
        }
        stream.end();
        if (client.release()) {
            exchange.response().setStatus(CLIENT_LEFT);
            if (!stream.isBegun()) {
                exchange.request().setAttribute(STATUS, CLIENT_LEFT);
            }
        } else if (stream.isBegun()) {
            end(exchange, handler, outcome);
        } else {
            answers.answer(exchange, handler, outcome);
        }
    }

    /** A response that is begun can't become a problem: it has no end if the handler has failed. */
    private static void end(Exchange exchange, Route.Handler handler, Outcome<Reply> outcome) {
        if (outcome instanceof Outcome.Failed<Reply>(Failure failure)) {
            LOG.error(
                    "request {}: {}: {}",
                    exchange.id(),
                    handler.function(),
                    OneLine.of(failure.message()));
            WatchConnections.of(exchange.request()).breakOff();
        }
    }
}
