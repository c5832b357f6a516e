package dev.moonlet.http;

import dev.moonlet.lua.Rejected.Reason;
import java.util.List;
import org.springframework.http.HttpStatus;

/** A request that is answered by a problem before a handler sees it. */
final class Refusal extends Exception {

    private final HttpStatus status;
    private final String detail;
    private final transient List<Reason> reasons;

    Refusal(HttpStatus status, String detail) {
        this(status, detail, List.of());
    }

    /**
     * A refusal that tells what is wrong where.
     *
     * @param reasons none if the detail says it all
     */
    Refusal(HttpStatus status, String detail, List<Reason> reasons) {
        super(detail, null, false, false);
        this.status = status;
        this.detail = detail;
        this.reasons = reasons;
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
