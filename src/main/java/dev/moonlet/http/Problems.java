package dev.moonlet.http;

import dev.moonlet.module.http.Reply;
import dev.moonlet.security.Refusals;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers with a problem (RFC 9457): what went wrong for the client, nothing of the inside. */
@Component
final class Problems implements Refusals {

    /** No standard has it, and so Spring has no title for it. */
    private static final int CLIENT_CLOSED_REQUEST = 499;

    /** What says no more than the status does. */
    private static final URI TYPE = URI.create("about:blank");

    static final String SUSPICIOUS =
            "The path or a header is written in a way that is not taken, because it hides what it is.";

    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    void write(Exchange exchange, HttpStatus status, String detail) throws IOException {
        write(exchange, new Refusal(status, detail));
    }

    void write(Exchange exchange, Refusal refusal) throws IOException {
        WriteReply.to(exchange.response(), reply(exchange, refusal));
    }

    Reply.Answered reply(Asked asked, Refusal refusal) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(refusal.status(), refusal.detail());
        if (!refusal.reasons().isEmpty()) {
            problem.setProperty("errors", refusal.reasons());
        }
        return reply(asked, problem, refusal.headers());
    }

    /** What a client is answered whose handler has failed. */
    Reply.Answered reply(Asked asked, Reply.Failed failed) {
        HttpStatusCode status = HttpStatusCode.valueOf(failed.status());
        // A client that is at fault is told why.
        String detail = status.is4xxClientError() ? failed.message() : detail(failed.status());
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        if (status.value() == CLIENT_CLOSED_REQUEST) {
            problem.setTitle("Client Closed Request");
        }
        if (status.is4xxClientError() && failed.details() != null) {
            problem.setProperty("details", failed.details());
        }
        return reply(
                asked,
                problem,
                failed.retryAfter().stream()
                        .mapToObj(Long::toString)
                        .map(seconds -> new Reply.Header(HttpHeaders.RETRY_AFTER, seconds))
                        .toList());
    }

    @Override
    public void refuse(HttpServletRequest request, HttpServletResponse response, int status)
            throws IOException {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.valueOf(status), refusal(status));
        WriteReply.to(response, reply(problem, request.getRequestURI(), List.of()));
    }

    /** What a client is told whom security refuses. */
    static String refusal(int status) {
        return switch (status) {
            case 400 -> SUSPICIOUS;
            case 401 -> "This needs credentials that are valid.";
            default -> "The caller is not allowed to do this.";
        };
    }

    /** Tells of what the server has refused before anybody saw it, or has failed at. */
    void report(HttpServletResponse response, HttpStatus status) throws IOException {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(
                        status,
                        status.is4xxClientError()
                                ? "The server does not take a request that is written like this."
                                : "The service failed.");
        WriteReply.to(response, reply(problem, List.of()));
    }

    /** The path, unless it is none: then there is nothing to point to. */
    private static @Nullable URI instance(String path) {
        try {
            return URI.create(path);
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }

    /** Whom the request was forwarded to is nothing that the client is told. */
    Reply.Answered reply(Asked asked, Reply.NotForwarded failed) {
        HttpStatusCode status = HttpStatusCode.valueOf(failed.status());
        return reply(
                asked,
                ProblemDetail.forStatusAndDetail(status, detail(failed.status())),
                List.of());
    }

    private static String detail(int status) {
        return switch (status) {
            case 403 -> refusal(status);
            case 503 -> "What the handler needs is not available at the moment.";
            case 504 -> "What the handler needs took too long.";
            case 508 -> "The request was forwarded in a circle.";
            default -> "The handler failed.";
        };
    }

    private Reply.Answered reply(Asked asked, ProblemDetail problem, List<Reply.Header> headers) {
        problem.setProperty("request", asked.id());
        return reply(problem, asked.address(), headers);
    }

    private Reply.Answered reply(
            ProblemDetail problem, String address, List<Reply.Header> headers) {
        problem.setInstance(instance(address));
        return reply(problem, headers);
    }

    private Reply.Answered reply(ProblemDetail problem, List<Reply.Header> headers) {
        problem.setType(TYPE);
        return new Reply.Answered(
                problem.getStatus(),
                headers,
                MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                json.writeValueAsBytes(problem));
    }
}
