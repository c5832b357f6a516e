package dev.moonlet.module;

import dev.moonlet.lua.Limits;
import dev.moonlet.revision.Document;
import dev.moonlet.revision.Draft;
import dev.moonlet.revision.Problem;
import dev.moonlet.revision.Unusable;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the profiles of a bundle; each is one that is known already, with changes. */
final class ReadProfiles {

    static final String FILE = "config/profiles.yaml";

    private static final Set<String> KEYS =
            Set.of("extends", "modules", "classes", "forbid", "features", "limits", "pool");

    private final Modules modules;
    private final Draft draft;
    private final Profiles profiles = new Profiles();

    ReadProfiles(Modules modules, Draft draft) {
        this.modules = modules;
        this.draft = draft;
    }

    /** The built-in profiles and the bundle's; what is wrong with one is reported. */
    Profiles read() {
        Optional<byte[]> file = draft.bundle().file(FILE);
        if (file.isPresent()) {
            try {
                Document document = Document.parse(FILE, file.get());
                if (!document.isMapping()) {
                    draft.report(document.problem("is not of the form {a-name: {modules: […]}}"));
                }
                document.slips(_ -> true).forEach(draft::report);
                document.entries().forEach(this::add);
            } catch (Document.Unreadable unreadable) {
                draft.report(unreadable.problem());
            }
        }
        return profiles;
    }

    private void add(Document.Entry entry) {
        List<Problem> slips = entry.value().slips(KEYS::contains);
        slips.forEach(draft::report);
        if (slips.isEmpty()) {
            try {
                profiles.add(profile(entry.name(), entry.value()));
            } catch (Unusable unusable) {
                draft.report(unusable.problem());
            }
        }
    }

    private Profile profile(String name, Document wanted) throws Unusable {
        Profile base = base(name, wanted);
        Optional<Document> limits = wanted.at("limits");
        Limits changed =
                limits.isEmpty() ? base.limits() : ReadLimits.changed(base.limits(), limits.get());
        return new Profile(
                name,
                modules(wanted, base),
                classes(wanted, base),
                features(wanted, base),
                changed,
                pool(wanted, base));
    }

    private Profile base(String name, Document wanted) throws Unusable {
        Optional<Document> named = wanted.at("extends");
        String base =
                named.isPresent()
                        ? named.get().text().orElse("")
                        : profiles.named(name).map(Profile::name).orElse(Profile.DEFAULT);
        return profiles.named(base)
                .orElseThrow(() ->
                        new Unusable(
                                named.orElse(wanted)
                                        .problem(
                                                "profile '%s' is unknown here; known are %s"
                                                        .formatted(base, profiles.names()))));
    }

    private Set<String> modules(Document wanted, Profile base) throws Unusable {
        Optional<Document> list = wanted.at("modules");
        if (list.isEmpty()) {
            return base.modules();
        }
        Set<String> names = new HashSet<>();
        for (Document item : items(list.get())) {
            String name = item.text().orElse("");
            if (!name.equals(Profile.ALL) && modules.definition(name).isEmpty()) {
                throw new Unusable(
                        item.problem(
                                "no module is named '%s'; there are %s"
                                        .formatted(name, modules.names())));
            }
            names.add(name);
        }
        return names;
    }

    private static Set<ModuleClass> classes(Document wanted, Profile base) throws Unusable {
        Set<ModuleClass> classes =
                words(
                        wanted.at("classes"),
                        base.classes(),
                        ModuleClass.values(),
                        ModuleClass::word);
        Set<ModuleClass> left = EnumSet.noneOf(ModuleClass.class);
        left.addAll(classes);
        left.removeAll(
                words(wanted.at("forbid"), Set.of(), ModuleClass.values(), ModuleClass::word));
        return left;
    }

    private static Set<Feature> features(Document wanted, Profile base) throws Unusable {
        return words(wanted.at("features"), base.features(), Feature.values(), Feature::word);
    }

    private static <E> Set<E> words(
            Optional<Document> list, Set<E> otherwise, E[] all, Function<E, String> spelled)
            throws Unusable {
        if (list.isEmpty()) {
            return otherwise;
        }
        Set<E> chosen = new HashSet<>();
        for (Document item : items(list.get())) {
            String word = item.text().orElse("");
            chosen.add(
                    Arrays.stream(all)
                            .filter(each -> spelled.apply(each).equals(word))
                            .findFirst()
                            .orElseThrow(() -> new Unusable(item.problem(unknown(all, spelled)))));
        }
        return chosen;
    }

    private static <E> String unknown(E[] all, Function<E, String> spelled) {
        return "is unknown; known are "
                + Arrays.stream(all).map(spelled).collect(Collectors.joining(", "));
    }

    private static Profile.Pool pool(Document wanted, Profile base) throws Unusable {
        Optional<Document> pool = wanted.at("pool");
        if (pool.isEmpty()) {
            return base.pool();
        }
        List<Problem> slips = pool.get().slips(Set.of("min", "max")::contains);
        if (!slips.isEmpty()) {
            throw new Unusable(slips.getFirst());
        }
        return new Profile.Pool(
                states(pool.get(), "min", 0).or(() -> base.pool().min()),
                states(pool.get(), "max", 1).or(() -> base.pool().max()));
    }

    private static Optional<Integer> states(Document pool, String name, int least) throws Unusable {
        Optional<Document> value = pool.at(name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            int states = Integer.parseUnsignedInt(value.get().text().orElse(""));
            if (states >= least) {
                return Optional.of(states);
            }
        } catch (NumberFormatException wrong) {
            // told below, in one way for all that is no number of states
        }
        throw new Unusable(value.get().problem("has to be a number, %d at least".formatted(least)));
    }

    private static List<Document> items(Document list) throws Unusable {
        if (!list.isSequence()) {
            throw new Unusable(list.problem("is not a list: write [one, another]"));
        }
        return list.items();
    }
}
