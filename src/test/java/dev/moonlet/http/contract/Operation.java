package dev.moonlet.http.contract;

import dev.moonlet.http.contract.Parameter.InText;
import dev.moonlet.lua.Rejected.Reason;
import dev.moonlet.module.http.Findings;
import dev.moonlet.revision.Bundle;
import dev.moonlet.revision.Document;
import dev.moonlet.revision.Unusable;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/** An operation of a document that a test writes, and what becomes of requests for it. */
final class Operation {

    private final Contract contract;

    private Operation(Contract contract) {
        this.contract = contract;
    }

    /** The operation of {@code /{p}/{q}-{r}}, whose YAML is given. */
    static Operation of(String yaml) throws Unusable {
        return of("3.1.0", yaml, Map.of());
    }

    static Operation of(String version, String yaml, Map<String, String> files) throws Unusable {
        String text =
                "openapi: %s\n%s\npaths:\n  /p:\n    get:\n%s"
                        .formatted(version, files.getOrDefault("components", ""), yaml.indent(6));
        Map<String, byte[]> bundle = new HashMap<>();
        files.forEach((name, file) -> bundle.put(name, bytes(file)));
        try {
            Document document = Document.parse("config/openapi.yaml", bytes(text));
            Document item = document.find("/paths/~1p").orElseThrow();
            References references = new References(new Bundle("test", "1", bundle), document);
            return new Operation(
                    new ReadContract(references, document)
                            .read(
                                    item,
                                    item.at("get").orElseThrow(),
                                    Map.of("p", true, "q", false, "r", false)));
        } catch (Document.Unreadable unreadable) {
            throw new IllegalArgumentException(unreadable.problem().toString(), unreadable);
        }
    }

    Contract contract() {
        return contract;
    }

    /** What a query's parameters are, or what is wrong with them. */
    Object query(@Nullable String query) {
        Findings findings = new Findings();
        try {
            Map<String, ?> values = contract.parameters().query(Query.of(query, 1000), findings);
            return outcome(values, findings);
        } catch (Query.Wrong wrong) {
            return List.of(String.valueOf(wrong.getMessage()));
        }
    }

    /** What a parameter of the path is that was sent so, or what is wrong with it. */
    Object path(String raw) {
        InText first = contract.parameters().path().getFirst();
        return text(first, first.isRaw() ? raw : decoded(raw));
    }

    Object header(String raw) {
        return text(contract.parameters().headers().getFirst(), raw);
    }

    Object cookie(String raw) {
        return text(contract.parameters().cookies().getFirst(), raw);
    }

    private static Object text(InText parameter, String raw) {
        Findings findings = new Findings();
        Map<String, Object> values = new LinkedHashMap<>();
        try {
            parameter.read(raw, values, findings);
        } catch (Query.Wrong wrong) {
            return List.of(String.valueOf(wrong.getMessage()));
        }
        return outcome(values.get(parameter.parameter().name()), findings);
    }

    private static Object outcome(@Nullable Object values, Findings findings) {
        return findings.reasons().isEmpty()
                ? Objects.requireNonNull(values)
                : findings.reasons().stream().map(Operation::told).toList();
    }

    static String told(Reason reason) {
        return reason.pointer() + ": " + reason.message();
    }

    private static String decoded(String raw) {
        return StringUtils.uriDecode(raw, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
