package dev.moonlet.http;

import dev.moonlet.http.contract.Bodies;
import dev.moonlet.http.contract.MediaType;
import dev.moonlet.http.contract.Query;
import dev.moonlet.http.contract.ReadForm;
import dev.moonlet.module.http.Content;
import dev.moonlet.module.http.Findings;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Reads the body of a request as its content type says. */
final class ReadContent {

    /** A client is told that it is too slow, if it is there to hear it, before it is dropped. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private static final Content NOTHING = new Content.None();

    private final int maxBody;
    private final int maxParameters;
    private final long maxStream;
    private final Duration readTimeout;
    private final SlowBodies slow;
    private final ReadParts parts;

    ReadContent(HttpProperties properties, SlowBodies bodies) {
        maxBody = Math.toIntExact(properties.maxBody().toBytes());
        maxParameters = properties.maxParameters();
        maxStream = properties.maxStream().toBytes();
        readTimeout = properties.readTimeout();
        slow = bodies;
        parts = new ReadParts(properties);
    }

    Content from(Asked asked, Bodies bodies, Findings findings)
            throws IOException, Refusal, Query.Wrong {
        if (bodies.streamed()) {
            return stream(asked, bodies, findings);
        }
        if (asked.length() == 0) {
            return nothing(bodies, findings);
        }
        asked.connection()
                .ifPresent(connection -> slow.expect(connection, readTimeout.plus(GRACE)));
        BodyInTime body = new BodyInTime(asked.body(), readTimeout);
        try {
            return from(asked, body, bodies, findings);
        } catch (IOException | Refusal unread) {
            if (body.isLate()) {
                throw new Refusal(
                        HttpStatus.REQUEST_TIMEOUT,
                        "The body takes longer than the %d ms that it is waited for."
                                .formatted(readTimeout.toMillis()));
            }
            throw unread;
        }
    }

    /** What is left to the handler to read. */
    private Content stream(Asked asked, Bodies bodies, Findings findings)
            throws IOException, Refusal {
        if (hasNoBody(asked)) {
            nothing(bodies, findings);
        } else if (bodies.of(type(asked)) == null) {
            throw notTaken(bodies);
        } else if (asked.length() > maxStream) {
            throw new Refusal(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "The body is larger than the %d bytes that are taken.".formatted(maxStream));
        }
        return new Content.Streamed(new RequestStream(asked.body(), asked.connection(), maxStream));
    }

    private static boolean hasNoBody(Asked asked) {
        return asked.length() == 0
                || (asked.length() < 0
                        && !asked.connection().map(Connection::hasBody).orElse(true));
    }

    private static String type(Asked asked) {
        String header = asked.header(HttpHeaders.CONTENT_TYPE);
        return header == null ? "" : MediaType.of(header);
    }

    private static Refusal notTaken(Bodies bodies) {
        return new Refusal(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "A body of this content type is not taken; %s is."
                        .formatted(String.join(" or ", bodies.ranges())));
    }

    private Content from(Asked asked, InputStream body, Bodies bodies, Findings findings)
            throws IOException, Refusal, Query.Wrong {
        String type = type(asked);
        Bodies.Accepted taken = bodies.of(type);
        if (taken != null && MediaType.isMultipart(type)) {
            return ReadForm.of(parts.of(asked, body), taken, findings);
        }
        byte[] bytes = body.readNBytes(maxBody + 1);
        if (bytes.length > maxBody) {
            throw new Refusal(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "The body is larger than the %d bytes that are read.".formatted(maxBody));
        }
        if (bytes.length == 0) {
            return nothing(bodies, findings);
        }
        if (taken == null) {
            throw notTaken(bodies);
        }
        if (MediaType.isJson(type)) {
            return new Content.Json(bytes, taken.schema());
        }
        if (MediaType.isForm(type)) {
            return ReadForm.of(bytes, taken, maxParameters, findings);
        }
        return new Content.Text(bytes, type.equals("text/plain") ? taken.schema() : null);
    }

    private static Content nothing(Bodies bodies, Findings findings) {
        if (bodies.required()) {
            findings.wrong("", "is required");
        }
        return NOTHING;
    }
}
