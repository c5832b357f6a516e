package dev.moonlet.http;

import dev.moonlet.module.Durations;
import dev.moonlet.revision.Document;
import dev.moonlet.revision.Unusable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.web.cors.CorsConfiguration;

/** Reads {@code x-cors}: {@code {origins: [https://app.example.com]}}. */
final class ReadCors {

    private static final String MAX_AGE = "max-age";
    private static final String CREDENTIALS = "credentials";
    private static final Set<String> KEYS =
            Set.of(
                    "origins",
                    "origin-patterns",
                    "methods",
                    "headers",
                    "exposed-headers",
                    CREDENTIALS,
                    MAX_AGE);

    private final Document rules;

    private ReadCors(Document rules) {
        this.rules = rules;
    }

    static CorsConfiguration from(Document rules) throws Unusable {
        if (!rules.isMapping()) {
            throw new Unusable(
                    rules.problem("is not of the form {origins: [https://app.example.com]}"));
        }
        rules.only(KEYS::contains);
        ReadCors read = new ReadCors(rules);
        try {
            return read.rules().configuration();
        } catch (IllegalArgumentException wrong) {
            throw new Unusable(rules.problem(String.valueOf(wrong.getMessage())));
        }
    }

    private CorsRules rules() throws Unusable {
        return new CorsRules(
                texts("origins", List.of()),
                texts("origin-patterns", List.of()),
                texts("methods", List.of()),
                texts("headers", List.of("*")),
                texts("exposed-headers", List.of()),
                new CorsRules.Sharing(credentials(), maxAge()));
    }

    private List<String> texts(String name, List<String> otherwise) throws Unusable {
        if (rules.at(name).isEmpty()) {
            return otherwise;
        }
        Document list = rules.at(name).get();
        if (!list.isSequence()) {
            throw new Unusable(list.problem("is not a list: write [one, another]"));
        }
        List<String> texts = new ArrayList<>();
        for (Document item : list.items()) {
            texts.add(item.text().orElseThrow(() -> new Unusable(item.problem("is no text"))));
        }
        return texts;
    }

    private boolean credentials() throws Unusable {
        Document given = rules.at(CREDENTIALS).orElse(null);
        String text = given == null ? "false" : given.text().orElse("");
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new Unusable(rules.problem("credentials are true or false"));
        };
    }

    private Duration maxAge() throws Unusable {
        String text = rules.at(MAX_AGE).map(given -> given.text().orElse("")).orElse("30m");
        try {
            return Durations.parse(text);
        } catch (IllegalArgumentException wrong) {
            throw new Unusable(rules.problem("max-age is no duration: write 10s or 5m"));
        }
    }
}
