package dev.moonlet.http;

import org.springframework.http.HttpStatus;

/** A request that is answered by a problem before a handler sees it. */
final class Refusal extends Exception {

    private final HttpStatus status;
    private final String detail;

    Refusal(HttpStatus status, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.detail = detail;
    }

    HttpStatus status() {
        return status;
    }

    String detail() {
        return detail;
    }
}
