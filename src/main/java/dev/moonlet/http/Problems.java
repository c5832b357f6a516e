package dev.moonlet.http;

import dev.moonlet.security.Refusals;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers with a problem (RFC 9457): what went wrong for the client, nothing of the inside. */
@Component
final class Problems implements Refusals {

    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    void write(Exchange exchange, HttpStatus status, String detail) throws IOException {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("request", exchange.id());
        write(problem, exchange.request(), exchange.response());
    }

    @Override
    public void refuse(HttpServletRequest request, HttpServletResponse response, int status)
            throws IOException {
        String detail =
                status == 401
                        ? "This needs credentials that are valid."
                        : "The caller is not allowed to do this.";
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
        problem.setInstance(instance(request.getRequestURI()));
        byte[] body = json.writeValueAsBytes(problem);
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
