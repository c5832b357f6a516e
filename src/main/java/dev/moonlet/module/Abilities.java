package dev.moonlet.module;

import dev.moonlet.revision.Draft;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Tells what scripts may do, for people who compare revisions. */
final class Abilities {

    private final Modules modules;

    Abilities(Modules modules) {
        this.modules = modules;
    }

    void tell(Profile profile, Draft draft) {
        String name = profile.name();
        List<Definition> allowed =
                modules.definitions().stream()
                        .filter(each -> modules.objection(each.name(), profile).isEmpty())
                        .toList();
        draft.tell("profiles", name, "modules", names(allowed));
        draft.tell("profiles", name, "classes", classes(allowed));
        draft.tell("profiles", name, "asks", asks(allowed));
        draft.tell(
                "profiles",
                name,
                "features",
                sorted(profile.features().stream().map(Feature::word)));
        draft.tell("profiles", name, "memory", List.of(profile.limits().memory() + " bytes"));
        draft.tell("profiles", name, "time", List.of(milliseconds(profile)));
    }

    /** What a script can ask for by the modules that it names, itself or by others. */
    void tell(String kind, String thing, Collection<String> required, Draft draft) {
        List<Definition> used =
                required.stream().flatMap(name -> modules.definition(name).stream()).toList();
        draft.tell(kind, thing, "modules", names(used));
        draft.tell(kind, thing, "classes", classes(used));
        draft.tell(kind, thing, "asks", asks(used));
    }

    private static String milliseconds(Profile profile) {
        return profile.limits().time().toMillis() + " ms";
    }

    private static List<String> names(List<Definition> definitions) {
        return sorted(definitions.stream().map(Definition::name));
    }

    private static List<String> classes(List<Definition> definitions) {
        return sorted(
                definitions.stream()
                        .flatMap(each -> each.classes().stream())
                        .map(each -> each.word()));
    }

    /** The functions that ask the outside for something, for which permissions are needed. */
    private static List<String> asks(List<Definition> definitions) {
        return sorted(
                definitions.stream()
                        .flatMap(each ->
                                each.functions().stream()
                                        .filter(function -> function.asked().isPresent())
                                        .map(function -> each.name() + "." + function.name())));
    }

    private static List<String> sorted(Stream<String> names) {
        return names.distinct().sorted().toList();
    }
}
