package dev.moonlet.http;

import dev.moonlet.http.contract.Contract;
import dev.moonlet.http.contract.Parameters;
import dev.moonlet.http.contract.Query;
import dev.moonlet.module.http.Content;
import dev.moonlet.module.http.Findings;
import dev.moonlet.module.http.Request;
import dev.moonlet.security.Caller;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Reads what is asked of a route as what a handler gets to know of it, if it keeps to its contract.
 */
@Component
final class ReadRequest {

    private final int maxParameters;
    private final ReadContent contents;

    ReadRequest(HttpProperties properties, SlowBodies bodies) {
        maxParameters = properties.maxParameters();
        contents = new ReadContent(properties, bodies);
    }

    /** Reads it; what is wrong with it is among its findings, unless it can't be read at all. */
    Request from(Asked asked, Found found, Caller caller) throws IOException, Refusal {
        Contract contract = found.handler().contract();
        if (!contract.acceptance().allows(asked.header(HttpHeaders.ACCEPT))) {
            throw new Refusal(
                    HttpStatus.NOT_ACCEPTABLE,
                    "This is answered with %s, which the request does not accept."
                            .formatted(String.join(" or ", contract.acceptance().types())));
        }
        Findings findings = new Findings();
        try {
            Request.Values values = values(asked, found, findings);
            Content content = contents.from(asked, contract.bodies(), findings);
            if (!findings.reasons().isEmpty() && content instanceof Content.None) {
                throw new Refusal(
                        HttpStatus.BAD_REQUEST,
                        "The request is not what the document says of it.",
                        findings.reasons());
            }
            return new Request(
                    asked.id(),
                    asked.method(),
                    asked.path().text(),
                    caller,
                    asked.remote(),
                    values,
                    content,
                    findings);
        } catch (Query.Wrong wrong) {
            throw new Refusal(
                    wrong.isTooLarge() ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.BAD_REQUEST,
                    String.valueOf(wrong.getMessage()));
        }
    }

    private Request.Values values(Asked asked, Found found, Findings findings) throws Query.Wrong {
        Parameters parameters = found.handler().contract().parameters();
        Map<String, ?> params =
                parameters.path(
                        found.params(),
                        name -> asked.path().raw(found.template().place(name)),
                        findings);
        Map<String, ?> query = parameters.query(Query.of(asked.query(), maxParameters), findings);
        Map<String, Object> headers = asked.headers();
        parameters.headers(headers, findings);
        Map<String, Object> cookies = asked.cookies();
        parameters.cookies(cookies, findings);
        return new Request.Values(params, query, headers, cookies);
    }
}
