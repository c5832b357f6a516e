package dev.moonlet.http;

import dev.moonlet.http.contract.Keys;
import dev.moonlet.http.contract.ReadContract;
import dev.moonlet.lua.FunctionName;
import dev.moonlet.lua.Limits;
import dev.moonlet.module.Profile;
import dev.moonlet.module.Programs;
import dev.moonlet.module.ReadLimits;
import dev.moonlet.revision.Document;
import dev.moonlet.revision.Draft;
import dev.moonlet.revision.Unusable;
import dev.moonlet.security.Requirements;
import java.util.Optional;
import org.springframework.web.cors.CorsConfiguration;

/** Reads what one operation of an OpenAPI document plans. */
final class ReadOperation {

    private static final String CORS = "x-cors";

    private final Document document;
    private final Programs programs;
    private final ReadContract contracts;
    private final boolean mayShare;

    /**
     * Reads operations of a document.
     *
     * @param mayShare whether it may say whose pages may ask its routes
     */
    ReadOperation(Document document, Programs programs, ReadContract contracts, boolean mayShare) {
        this.document = document;
        this.programs = programs;
        this.contracts = contracts;
        this.mayShare = mayShare;
    }

    /** The handler, or, with the problem reported, none. */
    Optional<PlannedHandler> read(
            Document pathItem, Document operation, PathTemplate template, Draft draft) {
        try {
            return Optional.of(handler(pathItem, operation, template));
        } catch (Unusable unusable) {
            draft.report(unusable.problem());
            return Optional.empty();
        }
    }

    private PlannedHandler handler(Document pathItem, Document operation, PathTemplate template)
            throws Unusable {
        operation.only(Keys.OPERATION::has);
        Optional<Document> socket = operation.at("x-websocket");
        Document name =
                socket.or(() -> operation.at("x-handler"))
                        .orElseThrow(() ->
                                new Unusable(
                                        operation.problem(
                                                "names no handler: add 'x-handler:"
                                                        + " script.function'")));
        Optional<Document> stream = operation.at("x-stream");
        if (socket.isPresent() && stream.isPresent()) {
            throw new Unusable(
                    stream.get().problem("means nothing here: a WebSocket begins without a body"));
        }
        FunctionName function = function(name);
        Profile profile = profile(operation);
        Limits limits = limits(operation, programs.limits(profile));
        return new PlannedHandler(
                name,
                function,
                profile,
                limits,
                places(operation),
                requirements(operation),
                socket.isPresent(),
                cors(operation, pathItem),
                contracts.read(pathItem, operation, template.wholeNames()));
    }

    private Optional<CorsConfiguration> cors(Document operation, Document path) throws Unusable {
        Optional<Document> rules =
                operation.at(CORS).or(() -> path.at(CORS)).or(() -> document.at(CORS));
        if (rules.isEmpty()) {
            return Optional.empty();
        }
        if (!mayShare) {
            throw new Unusable(
                    rules.get()
                            .problem(
                                    "is the operator's to say: moonlet.http.cors.bundle is false"));
        }
        return Optional.of(ReadCors.from(rules.get()));
    }

    private static FunctionName function(Document name) throws Unusable {
        try {
            return FunctionName.of(name.text().orElse(""));
        } catch (IllegalArgumentException wrong) {
            throw new Unusable(name.problem(String.valueOf(wrong.getMessage())));
        }
    }

    private static Limits limits(Document operation, Limits profile) throws Unusable {
        Optional<Document> wanted = operation.at("x-limits");
        return wanted.isEmpty() ? profile : ReadLimits.lowered(profile, wanted.get());
    }

    private static Places places(Document operation) throws Unusable {
        Optional<Document> most = operation.at("x-concurrency");
        if (most.isEmpty()) {
            return Places.ANY;
        }
        if (most.get().scalar() instanceof Number count
                && count.doubleValue() == count.intValue()
                && count.intValue() >= 1) {
            return Places.of(count.intValue());
        }
        throw new Unusable(
                most.get().problem("is how many may call the handler at once: a number from 1 on"));
    }

    private Profile profile(Document operation) throws Unusable {
        Optional<Document> name = operation.at("x-profile");
        String text = name.map(given -> given.text().orElse("")).orElse(Profile.DEFAULT);
        return programs.profiles()
                .named(text)
                .orElseThrow(() ->
                        new Unusable(
                                name.orElse(operation)
                                        .problem(
                                                "profile '%s' is unknown; known are %s"
                                                        .formatted(
                                                                text,
                                                                programs.profiles().names()))));
    }

    private Requirements requirements(Document operation) throws Unusable {
        Optional<Document> security = operation.at("security").or(() -> document.at("security"));
        return security.isEmpty() ? Requirements.NONE : ReadRequirements.from(security.get());
    }
}
