package dev.moonlet.http;

import dev.moonlet.module.http.Original;
import dev.moonlet.module.http.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/** Reads a servlet request as it came over the wire. */
final class ReadOriginal {

    private ReadOriginal() {}

    static Original from(Exchange exchange) {
        HttpServletRequest request = exchange.request();
        String host = request.getHeader(HttpHeaders.HOST);
        return new Original(
                request.getMethod(),
                exchange.path().text(),
                Optional.ofNullable(request.getQueryString()),
                request.getProtocol().replaceFirst("^HTTP/", ""),
                headers(request),
                new Original.Origin(
                        request.getRemoteAddr(),
                        request.getScheme(),
                        host == null ? request.getServerName() : host));
    }

    private static List<Reply.Header> headers(HttpServletRequest request) {
        List<Reply.Header> headers = new ArrayList<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            for (String value : Collections.list(request.getHeaders(name))) {
                headers.add(new Reply.Header(name, value));
            }
        }
        return headers;
    }
}
