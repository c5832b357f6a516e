package dev.moonlet.http;

import dev.moonlet.invocation.Outcome;
import dev.moonlet.lua.Failure;
import dev.moonlet.module.http.Reply;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Answers a request with what its invocation has come to. */
@Component
final class AnswerOutcome {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerOutcome.class);

    private final int maxHeaders;
    private final Conditions conditions;
    private final CheckReplies checks;
    private final Problems problems;
    private final AnswerFailure failures;

    AnswerOutcome(HttpProperties properties, Problems problems) {
        maxHeaders = (int) properties.maxResponseHeaders().toBytes();
        conditions = new Conditions(properties.etag());
        checks = new CheckReplies(properties.checkResponses());
        this.problems = problems;
        failures = new AnswerFailure(problems);
    }

    void answer(Exchange exchange, Route.Handler handler, Outcome<Reply> outcome)
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
                Optional<String> obstacle = obstacle(exchange, handler, answered);
                if (obstacle.isPresent()) {
                    fail(exchange, handler, obstacle.get());
                } else {
                    WriteReply.to(exchange.response(), conditions.apply(exchange, answered));
                }
            }
            case Reply.Streamed() -> {}
            case Reply.Failed failed -> failures.answer(exchange, handler.function(), failed);
            case Reply.NotForwarded failed -> failures.answer(exchange, handler.function(), failed);
        }
    }

    /** Why a reply is not to be written. */
    private Optional<String> obstacle(
            Exchange exchange, Route.Handler handler, Reply.Answered reply) {
        int size = WriteReply.size(reply.headers());
        return size > maxHeaders
                ? Optional.of(WriteReply.tooLarge(size, maxHeaders))
                : checks.obstacle(exchange, handler, reply);
    }

    private void explain(Exchange exchange, Route.Handler handler, Failure failure)
            throws IOException {
        switch (failure) {
            case Failure.Rejected rejected -> problems.write(exchange, refusal(rejected));
            case Failure.Killed killed -> explain(exchange, handler, killed);
            case Failure.Canceled canceled -> {
                warn(exchange, handler, canceled);
                refuse(exchange);
            }
            case Failure.Raised(_, Reply.Failed failed) ->
                    failures.answer(exchange, handler.function(), failed);
            case Failure.Raised(String message, _) -> fail(exchange, handler, message);
        }
    }

    private void explain(Exchange exchange, Route.Handler handler, Failure.Killed killed)
            throws IOException {
        warn(exchange, handler, killed);
        if (killed.isForOthers()) {
            refuse(exchange);
        } else {
            problems.write(
                    exchange,
                    status(killed),
                    "The handler passed its limit of %s, %s."
                            .formatted(killed.limit(), killed.value()));
        }
    }

    /** Time has run out, or the handler is at fault. */
    private static HttpStatus status(Failure.Killed killed) {
        return switch (killed.limit()) {
            case "time", "cpu", "stream" -> HttpStatus.GATEWAY_TIMEOUT;
            default -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }

    private static void warn(Exchange exchange, Route.Handler handler, Failure failure) {
        LOG.warn("request {}: {}: {}", exchange.id(), handler.function(), failure.message());
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

    private static Refusal refusal(Failure.Rejected rejected) {
        return new Refusal(
                rejected.isTooLarge() ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.BAD_REQUEST,
                capitalized(rejected.message()),
                rejected.reasons());
    }

    private static String capitalized(String message) {
        return message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1) + ".";
    }
}
