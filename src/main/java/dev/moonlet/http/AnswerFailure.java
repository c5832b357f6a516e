package dev.moonlet.http;

import dev.moonlet.lua.FunctionName;
import dev.moonlet.module.http.Reply;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;

/**
 * Answers for a handler that has failed. A client that is at fault is told why; of any other
 * failure it learns the status, and the log the rest.
 */
final class AnswerFailure {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerFailure.class);

    private final Problems problems;

    AnswerFailure(Problems problems) {
        this.problems = problems;
    }

    void answer(Exchange exchange, FunctionName handler, Reply.Failed failed) throws IOException {
        failed.retryAfter()
                .ifPresent(seconds ->
                        exchange.response()
                                .setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds)));
        HttpStatusCode status = HttpStatusCode.valueOf(failed.status());
        if (status.is4xxClientError()) {
            problems.write(exchange, status, failed.message(), failed.details());
        } else {
            log(exchange, handler, failed);
            problems.write(exchange, status, detail(failed.status()), null);
        }
    }

    /** Whom the request was forwarded to is nothing that the client is told. */
    void answer(Exchange exchange, FunctionName handler, Reply.NotForwarded failed)
            throws IOException {
        LOG.error(
                "request {}: {}: not forwarded: {}",
                exchange.id(),
                handler,
                OneLine.of(failed.reason()));
        problems.write(
                exchange, HttpStatusCode.valueOf(failed.status()), detail(failed.status()), null);
    }

    private static void log(Exchange exchange, FunctionName handler, Reply.Failed failed) {
        String place = failed.place().isEmpty() ? "" : failed.place() + ": ";
        LOG.error(
                "request {}: {}: {}", exchange.id(), handler, OneLine.of(place + failed.message()));
    }

    private static String detail(int status) {
        return switch (status) {
            case 503 -> "What the handler needs is not available at the moment.";
            case 504 -> "What the handler needs took too long.";
            case 403 -> "The caller is not allowed to do this.";
            case 508 -> "The request was forwarded in a circle.";
            default -> "The handler failed.";
        };
    }
}
