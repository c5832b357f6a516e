package dev.moonlet.http;

import dev.moonlet.module.http.Request;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.StringUtils;

/** Reads a servlet request as what a handler gets to know of it. */
final class ReadRequest {

    private final int maxBody;

    ReadRequest(int maxBody) {
        this.maxBody = maxBody;
    }

    Request from(Exchange exchange, Map<String, String> params) throws IOException, Refusal {
        HttpServletRequest request = exchange.request();
        byte[] body = request.getInputStream().readNBytes(maxBody + 1);
        if (body.length > maxBody) {
            throw new Refusal(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "The body is larger than the %d bytes that are read.".formatted(maxBody));
        }
        return new Request(
                exchange.id(),
                request.getMethod(),
                exchange.path().text(),
                params,
                query(request.getQueryString()),
                headers(request),
                contentType(request.getContentType()),
                body);
    }

    /** The first value of each name: a form body is not looked at, as the servlet API would. */
    private static Map<String, String> query(@Nullable String text) throws Refusal {
        if (text == null) {
            return Map.of();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            values.putIfAbsent(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
        }
        return values;
    }

    private static String decode(String text) throws Refusal {
        try {
            return StringUtils.uriDecode(text.replace('+', ' '), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException wrong) {
            throw new Refusal(
                    HttpStatus.BAD_REQUEST,
                    "In the query, '%s' is not percent-encoded as it should be.".formatted(text));
        }
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.merge(
                    name.toLowerCase(Locale.ROOT),
                    String.join(", ", Collections.list(request.getHeaders(name))),
                    (first, _) -> first);
        }
        return headers;
    }

    private static String contentType(@Nullable String header) {
        return header == null ? "" : header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
