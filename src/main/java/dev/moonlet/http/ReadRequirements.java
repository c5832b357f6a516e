package dev.moonlet.http;

import dev.moonlet.revision.Document;
import dev.moonlet.revision.Unusable;
import dev.moonlet.security.Requirements;
import dev.moonlet.security.Requirements.Alternative;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads OpenAPI's {@code security}. Anything that is not exactly of its form is refused: a slip
 * must not open a route.
 */
final class ReadRequirements {

    private ReadRequirements() {}

    static Requirements from(Document security) throws Unusable {
        if (!security.isSequence()) {
            throw new Unusable(security.problem("is not a list of security requirements"));
        }
        List<Alternative> alternatives = new ArrayList<>();
        for (Document alternative : security.items()) {
            alternatives.add(alternative(alternative));
        }
        return new Requirements(alternatives);
    }

    private static Alternative alternative(Document alternative) throws Unusable {
        if (!alternative.isMapping()) {
            throw new Unusable(alternative.problem("is not of the form 'scheme: [scope, …]'"));
        }
        alternative.only(_ -> true);
        Set<String> scopes = new HashSet<>();
        for (Document.Entry scheme : alternative.entries()) {
            if (!scheme.value().isSequence()) {
                throw new Unusable(scheme.value().problem("is not a list of scopes"));
            }
            for (Document scope : scheme.value().items()) {
                scopes.add(
                        scope.text().orElseThrow(() -> new Unusable(scope.problem("is no scope"))));
            }
        }
        return new Alternative(alternative.entries().isEmpty(), scopes);
    }
}
