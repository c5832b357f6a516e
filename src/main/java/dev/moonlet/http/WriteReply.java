package dev.moonlet.http;

import dev.moonlet.module.http.Reply;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;

/** Writes what a handler has answered as the response. */
final class WriteReply {

    /** A colon, a space and the end of the line. */
    private static final int SEPARATORS = 4;

    private WriteReply() {}

    /** What headers take on the wire. */
    static int size(List<Reply.Header> headers) {
        int size = 0;
        for (Reply.Header header : headers) {
            size += header.name().length() + header.value().length() + SEPARATORS;
        }
        return size;
    }

    static String tooLarge(int size, int most) {
        return "the headers of its reply take %d bytes; moonlet.http.max-response-headers is %d"
                .formatted(size, most);
    }

    static void to(HttpServletResponse response, Reply.Answered reply) throws IOException {
        if (!reply.contentType().isEmpty()) {
            response.setContentLength(reply.body().length);
        }
        head(response, reply.status(), reply.contentType(), reply.headers());
        response.getOutputStream().write(reply.body());
    }

    /**
     * Writes what a response begins with.
     *
     * @param contentType if the headers say nothing else; empty if there is no body
     */
    static void head(
            HttpServletResponse response,
            int status,
            String contentType,
            List<Reply.Header> headers) {
        response.setStatus(status);
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (!contentType.isEmpty() && headers.stream().noneMatch(WriteReply::isContentType)) {
            response.setHeader(HttpHeaders.CONTENT_TYPE, contentType);
        }
        setHeaders(response, headers);
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

    private static boolean isContentType(Reply.Header header) {
        return header.name().equalsIgnoreCase(HttpHeaders.CONTENT_TYPE);
    }
}
