package dev.moonlet.http;

import dev.moonlet.http.contract.Keys;
import dev.moonlet.http.contract.ReadContract;
import dev.moonlet.http.contract.References;
import dev.moonlet.module.Programs;
import dev.moonlet.revision.Bundle;
import dev.moonlet.revision.Document;
import dev.moonlet.revision.Draft;
import dev.moonlet.revision.Preparation;
import dev.moonlet.revision.Problem;
import dev.moonlet.revision.Step;
import dev.moonlet.revision.Unusable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Reads the routes that a bundle's OpenAPI document plans. */
@Component
@Order(2)
final class PrepareRoutes implements Preparation {

    static final String FILE = "config/openapi.yaml";

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch");

    private final ReservedPaths reserved;
    private final boolean mayShare;
    private volatile @Nullable Known last;

    /** What was read last: most revisions change scripts, and no document. */
    private record Known(String documents, Plan plan) {}

    PrepareRoutes(HttpProperties properties) {
        mayShare = properties.cors().bundle();
        reserved = ReservedPaths.of(properties);
    }

    @Override
    public Step step() {
        return Step.PARSE;
    }

    @Override
    public void prepare(Draft draft) {
        String documents = Bundle.of("", draft.bundle().below("config/")).hash();
        Known known = last;
        if (known != null && known.documents.equals(documents)) {
            draft.add(Plan.class, known.plan.again());
            return;
        }
        int problems = draft.problems().size();
        read(draft);
        last =
                draft.problems().size() == problems
                        ? new Known(documents, draft.part(Plan.class))
                        : null;
    }

    private void read(Draft draft) {
        draft.add(Plan.class, new Plan());
        Optional<byte[]> file = draft.bundle().file(FILE);
        if (file.isEmpty()) {
            draft.report(new Problem(FILE, 0, "is missing in " + draft.bundle().origin()));
            return;
        }
        try {
            read(Document.parse(FILE, file.get()), draft);
        } catch (Document.Unreadable unreadable) {
            draft.report(unreadable.problem());
        }
    }

    private void read(Document document, Draft draft) {
        String version = document.at("openapi").flatMap(Document::text).orElse("");
        if (!version.startsWith("3.")) {
            draft.report(
                    document.problem("is not an OpenAPI 3 document: 'openapi: 3.1.0' is missing"));
            return;
        }
        Optional<Document> paths = document.at("paths");
        if (paths.isEmpty() || paths.get().entries().isEmpty()) {
            draft.report(document.problem("has no paths, so there is nothing to serve"));
            return;
        }
        List<Problem> slips = Keys.DOCUMENT.slips(document);
        slips.forEach(draft::report);
        if (slips.isEmpty()) {
            Keys.PATHS.slips(paths.get()).forEach(draft::report);
            References references = new References(draft.bundle(), document);
            ReadOperation operations =
                    new ReadOperation(
                            document,
                            draft.part(Programs.class),
                            new ReadContract(references, document),
                            mayShare);
            for (Document.Entry path : paths.get().entries()) {
                try {
                    Document item = references.follow(path.value());
                    readPath(new Document.Entry(path.name(), item), operations, draft);
                } catch (Unusable unusable) {
                    draft.report(unusable.problem());
                }
            }
        }
    }

    private void readPath(Document.Entry path, ReadOperation operations, Draft draft) {
        PathTemplate template;
        try {
            template = template(path.name());
        } catch (IllegalArgumentException wrong) {
            draft.report(path.value().problem(String.valueOf(wrong.getMessage())));
            return;
        }
        Document item = path.value();
        if (!item.isMapping()) {
            draft.report(item.problem("is not of the form {get: {x-handler: …}}"));
        }
        List<Problem> slips = Keys.PATH_ITEM.slips(item);
        slips.forEach(draft::report);
        for (Document.Entry operation : item.entries()) {
            if (METHODS.contains(operation.name().toLowerCase(Locale.ROOT))) {
                Optional<PlannedHandler> handler =
                        slips.isEmpty()
                                ? operations.read(item, operation.value(), template, draft)
                                : Optional.empty();
                String method = operation.name().toUpperCase(Locale.ROOT);
                add(new PlannedRoute(method, template, handler), operation.value(), draft);
            }
        }
    }

    private static void add(PlannedRoute route, Document operation, Draft draft) {
        Optional<PlannedRoute> other = draft.part(Plan.class).add(route);
        if (other.isPresent()) {
            draft.report(operation.problem("the route %s is there already".formatted(other.get())));
        }
    }

    private PathTemplate template(String text) {
        PathTemplate template = PathTemplate.of(text);
        if (reserved.have(RequestPath.of(text))) {
            throw new IllegalArgumentException(
                    "the service keeps this path for itself (moonlet.http.reserved)");
        }
        return template;
    }
}
