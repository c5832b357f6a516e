package dev.moonlet.http;

import dev.moonlet.http.contract.Contract;
import dev.moonlet.http.contract.Parameters;
import dev.moonlet.http.contract.Query;
import dev.moonlet.module.http.Content;
import dev.moonlet.module.http.Findings;
import dev.moonlet.module.http.Request;
import dev.moonlet.security.Caller;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Reads a servlet request as what a handler gets to know of it, if it keeps to its contract. */
final class ReadRequest {

    private final int maxParameters;
    private final ReadContent contents;

    ReadRequest(HttpProperties properties) {
        maxParameters = properties.maxParameters();
        contents = new ReadContent(properties);
    }

    /** Reads it; what is wrong with it is among its findings, unless it can't be read at all. */
    Request from(Exchange exchange, Found found, Caller caller) throws IOException, Refusal {
        HttpServletRequest request = exchange.request();
        Contract contract = found.handler().contract();
        if (!contract.acceptance().allows(request.getHeader(HttpHeaders.ACCEPT))) {
            throw new Refusal(
                    HttpStatus.NOT_ACCEPTABLE,
                    "This is answered with %s, which the request does not accept."
                            .formatted(String.join(" or ", contract.acceptance().types())));
        }
        Findings findings = new Findings();
        try {
            Request.Values values = values(exchange, found, findings);
            Content content = contents.from(request, contract.bodies(), findings);
            if (!findings.reasons().isEmpty() && content instanceof Content.None) {
                throw new Refusal(
                        HttpStatus.BAD_REQUEST,
                        "The request is not what the document says of it.",
                        findings.reasons());
            }
            return new Request(
                    exchange.id(),
                    request.getMethod(),
                    exchange.path().text(),
                    caller,
                    request.getRemoteAddr(),
                    values,
                    content,
                    findings);
        } catch (Query.Wrong wrong) {
            throw new Refusal(
                    wrong.isTooLarge() ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.BAD_REQUEST,
                    String.valueOf(wrong.getMessage()));
        }
    }

    private Request.Values values(Exchange exchange, Found found, Findings findings)
            throws Query.Wrong {
        HttpServletRequest request = exchange.request();
        Parameters parameters = found.handler().contract().parameters();
        Map<String, ?> params =
                parameters.path(
                        found.params(),
                        name -> exchange.path().raw(found.template().place(name)),
                        findings);
        Map<String, ?> query =
                parameters.query(Query.of(request.getQueryString(), maxParameters), findings);
        Map<String, Object> headers = headers(request);
        parameters.headers(headers, findings);
        Map<String, Object> cookies = cookies(request);
        parameters.cookies(cookies, findings);
        return new Request.Values(params, query, headers, cookies);
    }

    private static Map<String, Object> headers(HttpServletRequest request) {
        Map<String, Object> headers = new LinkedHashMap<>();
        for (Enumeration<String> names = request.getHeaderNames(); names.hasMoreElements(); ) {
            String name = names.nextElement();
            headers.computeIfAbsent(
                    name.toLowerCase(Locale.ROOT), _ -> joined(request.getHeaders(name)));
        }
        return headers;
    }

    private static String joined(Enumeration<String> values) {
        String first = values.hasMoreElements() ? values.nextElement() : "";
        return values.hasMoreElements()
                ? first + ", " + String.join(", ", Collections.list(values))
                : first;
    }

    /** The first of each name. */
    private static Map<String, Object> cookies(HttpServletRequest request) {
        Map<String, Object> cookies = new LinkedHashMap<>();
        Cookie[] sent = request.getCookies();
        if (sent != null) {
            for (Cookie cookie : sent) {
                cookies.putIfAbsent(cookie.getName(), cookie.getValue());
            }
        }
        return cookies;
    }
}
