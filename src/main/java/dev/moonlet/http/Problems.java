package dev.moonlet.http;

import dev.moonlet.security.Refusals;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
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
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(refusal.status(), refusal.detail());
        problem.setProperty("request", exchange.id());
        if (!refusal.reasons().isEmpty()) {
            problem.setProperty("errors", refusal.reasons());
        }
        write(problem, exchange.request(), exchange.response());
    }

    /**
     * Writes a problem.
     *
     * @param details what else the client is to know, or null
     */
    void write(Exchange exchange, HttpStatusCode status, String detail, @Nullable Object details)
            throws IOException {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        if (status.value() == CLIENT_CLOSED_REQUEST) {
            problem.setTitle("Client Closed Request");
        }
        problem.setProperty("request", exchange.id());
        if (details != null) {
            problem.setProperty("details", details);
        }
        write(problem, exchange.request(), exchange.response());
    }

    @Override
    public void refuse(HttpServletRequest request, HttpServletResponse response, int status)
            throws IOException {
        String detail =
                switch (status) {
                    case 400 -> SUSPICIOUS;
                    case 401 -> "This needs credentials that are valid.";
                    default -> "The caller is not allowed to do this.";
                };
        write(
                ProblemDetail.forStatusAndDetail(HttpStatus.valueOf(status), detail),
                request,
                response);
    }

    /** The path, unless it is none: then there is nothing to point to. */
    private static @Nullable URI instance(String path) {
        try {
            return URI.create(path);
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }

    private void write(
            ProblemDetail problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        problem.setType(TYPE);
        problem.setInstance(instance(request.getRequestURI()));
        byte[] body = json.writeValueAsBytes(problem);
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
