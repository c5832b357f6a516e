package dev.moonlet.http;

import dev.moonlet.module.http.EntityTag;
import dev.moonlet.module.http.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.ServletWebRequest;

/** Spares a client what it has already: RFC 9110, of GET and HEAD. */
final class Conditions {

    private static final byte[] NOTHING = {};

    private final ReplyTags tags;

    Conditions(ReplyTags tags) {
        this.tags = tags;
    }

    /** The reply, or that the client has it. */
    Reply.Answered apply(Exchange exchange, Reply.Answered reply) {
        if (reply.status() != 200 || !isRead(exchange.method())) {
            return reply;
        }
        Optional<String> etag = header(reply, HttpHeaders.ETAG);
        Optional<String> date = header(reply, HttpHeaders.LAST_MODIFIED);
        Reply.Answered tagged = reply;
        if (etag.isEmpty() && tags != ReplyTags.OFF && reply.body().length > 0) {
            etag = Optional.of(EntityTag.of(reply.body(), tags == ReplyTags.WEAK));
            tagged = with(reply, new Reply.Header(HttpHeaders.ETAG, etag.get()));
        }
        return isConditional(exchange.request())
                        && (etag.isPresent() || date.isPresent())
                        && isKnown(exchange, etag, date)
                ? unmodified(tagged)
                : tagged;
    }

    private static boolean isRead(String method) {
        return method.equals("GET") || method.equals("HEAD");
    }

    private static boolean isConditional(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.IF_NONE_MATCH) != null
                || request.getHeader(HttpHeaders.IF_MODIFIED_SINCE) != null;
    }

    private static boolean isKnown(
            Exchange exchange, Optional<String> etag, Optional<String> date) {
        if ("*".equals(exchange.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
            return true; // which Spring knows of writing alone
        }
        long modified = date.flatMap(Conditions::date).map(Instant::toEpochMilli).orElse(-1L);
        return new ServletWebRequest(exchange.request())
                .checkNotModified(etag.orElse(null), modified);
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    /** What is known is not described again. */
    private static Reply.Answered unmodified(Reply.Answered reply) {
        List<Reply.Header> headers =
                reply.headers().stream().filter(header -> !describesBody(header.name())).toList();
        return new Reply.Answered(304, headers, "", NOTHING);
    }

    private static boolean describesBody(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return name.startsWith("content-") && !name.equals("content-location");
    }

    private static Reply.Answered with(Reply.Answered reply, Reply.Header header) {
        List<Reply.Header> headers = new ArrayList<>(reply.headers());
        headers.add(header);
        return new Reply.Answered(reply.status(), headers, reply.contentType(), reply.body());
    }

    private static Optional<String> header(Reply.Answered reply, String name) {
        for (Reply.Header header : reply.headers()) {
            if (header.name().equalsIgnoreCase(name)) {
                return Optional.of(header.value());
            }
        }
        return Optional.empty();
    }
}
