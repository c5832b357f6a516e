package dev.moonlet.http;

import dev.moonlet.module.http.Reply;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;

/** Writes what a handler has answered as the response. */
final class WriteReply {

    private WriteReply() {}

    static void to(HttpServletResponse response, Reply.Answered reply) throws IOException {
        response.setStatus(reply.status());
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (!reply.contentType().isEmpty()) {
            response.setHeader(HttpHeaders.CONTENT_TYPE, reply.contentType());
            response.setContentLength(reply.body().length);
        }
        setHeaders(response, reply.headers());
        response.getOutputStream().write(reply.body());
    }

    /**
     * Those of one name stand side by side: the first takes the place of what was there, unless
     * others vary by something else.
     */
    private static void setHeaders(HttpServletResponse response, List<Reply.Header> headers) {
        String last = "";
        for (Reply.Header header : headers) {
            if (header.name().equals(last) || header.name().equalsIgnoreCase(HttpHeaders.VARY)) {
                response.addHeader(header.name(), header.value());
            } else {
                response.setHeader(header.name(), header.value());
            }
            last = header.name();
        }
    }
}
