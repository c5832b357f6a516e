package dev.moonlet.http;

import dev.moonlet.lua.Rejected.Reason;
import dev.moonlet.module.http.Reply;
import java.util.List;
import org.springframework.http.HttpStatus;

/** A request that is answered by a problem before a handler sees it. */
final class Refusal extends Exception {

    private final HttpStatus status;
    private final String detail;
    private final transient List<Reason> reasons;
    private final transient List<Reply.Header> headers;

    Refusal(HttpStatus status, String detail) {
        this(status, detail, List.of());
    }

    /**
     * A refusal that tells what is wrong where.
     *
     * @param reasons none if the detail says it all
     */
    Refusal(HttpStatus status, String detail, List<Reason> reasons) {
        this(status, detail, reasons, List.of());
    }

    private Refusal(
            HttpStatus status, String detail, List<Reason> reasons, List<Reply.Header> headers) {
        super(detail, null, false, false);
        this.status = status;
        this.detail = detail;
        this.reasons = reasons;
        this.headers = headers;
    }

    /** The same with a header. */
    Refusal with(String name, String value) {
        return new Refusal(status, detail, reasons, List.of(new Reply.Header(name, value)));
    }

    List<Reply.Header> headers() {
        return headers;
    }

    List<Reason> reasons() {
        return reasons;
    }

    HttpStatus status() {
        return status;
    }

    String detail() {
        return detail;
    }
}
