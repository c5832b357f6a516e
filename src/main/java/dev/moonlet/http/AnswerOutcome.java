package dev.moonlet.http;

import dev.moonlet.invocation.Outcome;
import dev.moonlet.lua.Failure;
import dev.moonlet.module.http.Reply;
import dev.moonlet.revision.OneLine;
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

    AnswerOutcome(HttpProperties properties, Problems problems) {
        maxHeaders = (int) properties.maxResponseHeaders().toBytes();
        conditions = new Conditions(properties.etag());
        checks = new CheckReplies(properties.checkResponses());
        this.problems = problems;
    }

    /** What the headers of a reply may take. */
    int maxHeaders() {
        return maxHeaders;
    }

    void answer(Exchange exchange, Route.Handler handler, Outcome<Reply> outcome)
            throws IOException {
        if (!(outcome instanceof Outcome.Returned<Reply>(Reply.Streamed()))) {
            Reply.Answered reply = reply(exchange, handler, outcome);
            WriteReply.to(exchange.response(), conditions.apply(exchange, reply));
        }
    }

    /** What is answered, a problem if need be. */
    Reply.Answered reply(Asked asked, Route.Handler handler, Outcome<Reply> outcome) {
        return switch (outcome) {
            case Outcome.Returned<Reply>(Reply reply) -> checked(asked, handler, reply);
            case Outcome.Failed<Reply>(Failure failure) -> explained(asked, handler, failure);
            case Outcome.Refused<Reply>(String reason) -> refused(asked, reason);
        };
    }

    private Reply.Answered checked(Asked asked, Route.Handler handler, Reply reply) {
        return switch (reply) {
            case Reply.Answered answered ->
                    obstacle(asked, handler, answered)
                            .map(reason -> failed(asked, handler, reason))
                            .orElse(answered);
            case Reply.Streamed() -> throw new IllegalStateException("it is answered already");
            case Reply.Failed failed -> failed(asked, handler, failed);
            case Reply.NotForwarded failed -> {
                log(asked, handler, "not forwarded: " + failed.reason());
                yield problems.reply(asked, failed);
            }
        };
    }

    /** Why a reply is not to be written. */
    private Optional<String> obstacle(Asked asked, Route.Handler handler, Reply.Answered reply) {
        int size = WriteReply.size(reply.headers());
        return size > maxHeaders
                ? Optional.of(WriteReply.tooLarge(size, maxHeaders))
                : checks.obstacle(asked, handler, reply);
    }

    private Reply.Answered explained(Asked asked, Route.Handler handler, Failure failure) {
        return switch (failure) {
            case Failure.Rejected rejected -> problems.reply(asked, refusal(rejected));
            case Failure.Killed killed -> explained(asked, handler, killed);
            case Failure.Canceled canceled -> {
                warn(asked, handler, canceled);
                yield refused(asked);
            }
            case Failure.Raised(_, Reply.Failed failed) -> failed(asked, handler, failed);
            case Failure.Raised(String message, _) -> failed(asked, handler, message);
        };
    }

    private Reply.Answered explained(Asked asked, Route.Handler handler, Failure.Killed killed) {
        warn(asked, handler, killed);
        String text =
                "The handler passed its limit of %s, %s.".formatted(killed.limit(), killed.value());
        return killed.isForOthers()
                ? refused(asked)
                : problems.reply(asked, new Refusal(status(killed), text));
    }

    /** Time has run out, or the handler is at fault. */
    private static HttpStatus status(Failure.Killed killed) {
        return switch (killed.limit()) {
            case "time", "cpu", "stream" -> HttpStatus.GATEWAY_TIMEOUT;
            default -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }

    private static void warn(Asked asked, Route.Handler handler, Failure failure) {
        LOG.warn("request {}: {}: {}", asked.id(), handler.function(), failure.message());
    }

    /** Of a failure that is not the client's, it learns the status, and the log the rest. */
    private Reply.Answered failed(Asked asked, Route.Handler handler, Reply.Failed failed) {
        if (failed.status() >= 500) {
            String place = failed.place().isEmpty() ? "" : failed.place() + ": ";
            log(asked, handler, place + failed.message());
        }
        return problems.reply(asked, failed);
    }

    private Reply.Answered failed(Asked asked, Route.Handler handler, String reason) {
        log(asked, handler, reason);
        return problems.reply(
                asked, new Refusal(HttpStatus.INTERNAL_SERVER_ERROR, "The handler failed."));
    }

    private static void log(Asked asked, Route.Handler handler, String reason) {
        LOG.error("request {}: {}: {}", asked.id(), handler.function(), OneLine.of(reason));
    }

    private Reply.Answered refused(Asked asked, String reason) {
        LOG.warn("request {}: {}", asked.id(), reason);
        return refused(asked);
    }

    private Reply.Answered refused(Asked asked) {
        Refusal refusal =
                new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "Too many requests run at the moment.");
        return problems.reply(asked, refusal.with(HttpHeaders.RETRY_AFTER, "1"));
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
