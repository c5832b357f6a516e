package dev.moonlet.module;

import dev.moonlet.lua.Limits;
import dev.moonlet.revision.Document;
import dev.moonlet.revision.Draft;
import dev.moonlet.revision.Problem;
import dev.moonlet.revision.Unusable;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads profiles; each is one that is known already, with changes. */
final class ReadProfiles {

    private static final String FILE = "config/profiles.yaml";

    /** Each has states of its own. */
    private static final int MOST = 100;

    private static final Set<String> KEYS =
            Set.of(
                    "extends",
                    "modules",
                    "classes",
                    "forbid",
                    "features",
                    "limits",
                    "pool",
                    "stages");

    private final Modules modules;
    private final Profiles profiles;
    private final Consumer<Problem> report;

    private ReadProfiles(Modules modules, Profiles known, Consumer<Problem> report) {
        this.modules = modules;
        profiles = new Profiles(known);
        this.report = report;
    }

    /** The built-in profiles and the operator's. */
    static Profiles ofOperator(Modules modules, Document wanted) {
        ReadProfiles read =
                new ReadProfiles(
                        modules,
                        new Profiles(),
                        problem -> {
                            throw new IllegalArgumentException(problem.toString());
                        });
        wanted.entries().forEach(read::add);
        wanted.entries().forEach(entry -> read.profiles.fix(entry.name()));
        return read.profiles;
    }

    /** The profiles that are known and the bundle's; what is wrong with one is reported. */
    static Profiles ofBundle(Modules modules, Profiles known, Draft draft) {
        ReadProfiles read = new ReadProfiles(modules, known, draft::report);
        draft.bundle().file(FILE).ifPresent(read::file);
        return read.profiles;
    }

    private void file(byte[] content) {
        try {
            Document document = Document.parse(FILE, content);
            if (!document.isMapping()) {
                report.accept(document.problem("is not of the form {a-name: {modules: […]}}"));
            }
            if (document.entries().size() > MOST) {
                report.accept(document.problem("has more than %d profiles".formatted(MOST)));
                return;
            }
            document.slips(_ -> true).forEach(report);
            document.entries().forEach(this::add);
        } catch (Document.Unreadable unreadable) {
            report.accept(unreadable.problem());
        }
    }

    private void add(Document.Entry entry) {
        try {
            entry.value().only(KEYS::contains);
            profiles.add(profile(entry.name(), entry.value()));
        } catch (Unusable unusable) {
            report.accept(unusable.problem());
        }
    }

    private Profile profile(String name, Document wanted) throws Unusable {
        if (profiles.isFixed(name)) {
            throw new Unusable(
                    wanted.problem(
                            "is the operator's profile: give yours a name of its own, and let it"
                                    + " extend this one"));
        }
        Profile base = base(name, wanted);
        Optional<Document> limits = wanted.at("limits");
        Limits changed =
                limits.isEmpty() ? base.limits() : ReadLimits.changed(base.limits(), limits.get());
        Profile profile =
                new Profile(
                        name,
                        modules(wanted, base),
                        classes(wanted, base),
                        features(wanted, base),
                        changed,
                        pool(wanted, base),
                        ReadStages.of(wanted, base));
        checkStages(wanted, profile);
        return profile;
    }

    private void checkStages(Document wanted, Profile profile) throws Unusable {
        Optional<String> objection =
                profile.stages().stream()
                        .flatMap(Stage::names)
                        .filter(name -> modules.definition(name).isPresent())
                        .flatMap(name -> modules.objection(name, profile).stream())
                        .findFirst();
        if (objection.isPresent()) {
            throw new Unusable(wanted.at("stages").orElse(wanted).problem(objection.get()));
        }
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
        for (Document item : ReadValues.items(list.get())) {
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
        for (Document item : ReadValues.items(list.get())) {
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
        pool.get().only(Set.of("min", "max")::contains);
        return new Profile.Pool(
                states(pool.get(), "min", 0).or(() -> base.pool().min()),
                states(pool.get(), "max", 1).or(() -> base.pool().max()));
    }

    private static Optional<Integer> states(Document pool, String name, int least) throws Unusable {
        Optional<Document> value = pool.at(name);
        return value.isEmpty()
                ? Optional.empty()
                : Optional.of(ReadValues.number(value.get(), least));
    }
}
