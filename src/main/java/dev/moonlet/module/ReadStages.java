package dev.moonlet.module;

import static java.util.stream.Collectors.joining;

import dev.moonlet.revision.Document;
import dev.moonlet.revision.Unusable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the stages of a profile: {@code {critical: {required: [errors], timeout: 2s}}}. */
final class ReadStages {

    private static final Set<String> KEYS = Set.of("priority", "timeout", "required", "optional");

    /** Far more than a service has modules. */
    private static final int MOST = 1_000;

    private ReadStages() {}

    /** The stages of a profile; those that it does not mention are those of the one it extends. */
    static List<Stage> of(Document profile, Profile base) throws Unusable {
        Optional<Document> wanted = profile.at("stages");
        if (wanted.isEmpty()) {
            return base.stages();
        }
        if (!wanted.get().isMapping()) {
            throw new Unusable(
                    wanted.get().problem("is not of the form {critical: {required: [errors]}}"));
        }
        wanted.get().only(_ -> true);
        Map<String, Stage> stages = new LinkedHashMap<>();
        base.stages().forEach(stage -> stages.put(stage.name(), stage));
        for (Document.Entry entry : wanted.get().entries()) {
            Stage known = stages.get(entry.name());
            Stage changed = known == null ? Stage.named(entry.name()) : known;
            stages.put(entry.name(), stage(entry.value(), changed));
        }
        checkOnce(wanted.get(), stages.values().stream().toList());
        return List.copyOf(stages.values());
    }

    private static Stage stage(Document wanted, Stage base) throws Unusable {
        wanted.only(KEYS::contains);
        Optional<Document> priority = wanted.at("priority");
        Optional<Document> timeout = wanted.at("timeout");
        return new Stage(
                base.name(),
                priority.isEmpty() ? base.priority() : ReadValues.number(priority.get(), 0),
                timeout.isEmpty() ? base.timeout() : ReadValues.duration(timeout.get()),
                names(wanted.at("required"), base.required()),
                names(wanted.at("optional"), base.optional()));
    }

    private static List<String> names(Optional<Document> list, List<String> otherwise)
            throws Unusable {
        if (list.isEmpty()) {
            return otherwise;
        }
        List<String> names = new ArrayList<>();
        for (Document item : ReadValues.items(list.get())) {
            names.add(item.text().orElse(""));
        }
        return names;
    }

    private static void checkOnce(Document wanted, List<Stage> stages) throws Unusable {
        List<String> names = stages.stream().flatMap(Stage::names).toList();
        if (names.size() > MOST) {
            throw new Unusable(wanted.problem("name more than %d to load".formatted(MOST)));
        }
        Set<String> seen = new HashSet<>();
        String twice =
                names.stream().filter(name -> !seen.add(name)).distinct().collect(joining(", "));
        if (!twice.isEmpty()) {
            throw new Unusable(wanted.problem("name these more than once: " + twice));
        }
    }
}
