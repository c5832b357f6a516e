package dev.moonlet.http;

import dev.moonlet.module.http.Reply;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
        reply.headers().forEach(response::setHeader);
        response.getOutputStream().write(reply.body());
    }
}
