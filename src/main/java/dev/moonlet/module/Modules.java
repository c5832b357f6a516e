package dev.moonlet.module;

import dev.moonlet.lua.value.Failures;
import dev.moonlet.lua.value.Table;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** All modules of this JVM. */
@Component
final class Modules {

    private static final Logger LOG = LoggerFactory.getLogger(Modules.class);

    private final Map<String, Installed> byName = new LinkedHashMap<>();

    Modules(List<Module> modules) {
        modules.forEach(module -> register(module.definition()));
    }

    Optional<Definition> definition(String name) {
        return Optional.ofNullable(byName.get(name)).map(Installed::definition);
    }

    List<Definition> definitions() {
        return byName.values().stream().map(Installed::definition).toList();
    }

    /** All names, for messages. */
    String names() {
        return String.join(", ", new TreeSet<>(byName.keySet()));
    }

    /** What a profile's scripts get for a name, its dependencies first; null if there is none. */
    @Nullable Table table(String name, Profile profile) {
        Installed module = byName.get(name);
        if (module == null) {
            return null;
        }
        Optional<String> objection = profile.objection(module.definition());
        if (objection.isPresent()) {
            throw Failures.of("module '%s' %s".formatted(name, objection.get()));
        }
        return table(module, new ArrayDeque<>());
    }

    private Table table(Installed module, Deque<String> dependents) {
        String name = module.definition().name();
        if (!module.isReady()) {
            checkCircle(name, dependents);
            dependents.addLast(name);
            for (String dependency : module.definition().dependencies()) {
                table(needed(dependency, name), dependents);
            }
            dependents.removeLast();
        }
        try {
            return module.table();
        } catch (InitFailed failed) {
            LOG.error("{}", failed.getMessage(), failed.getCause());
            throw Failures.of(String.valueOf(failed.getMessage()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw Failures.of("module '%s' initialization failed: interrupted".formatted(name));
        }
    }

    private static void checkCircle(String name, Deque<String> dependents) {
        if (dependents.contains(name)) {
            String circle = String.join(" -> ", dependents);
            throw Failures.of(
                    "circular dependency: %s -> %s"
                            .formatted(circle.substring(circle.indexOf(name)), name));
        }
    }

    private Installed needed(String dependency, String dependent) {
        Installed module = byName.get(dependency);
        if (module == null) {
            throw Failures.of(
                    "module '%s' has missing dependency: %s".formatted(dependent, dependency));
        }
        return module;
    }

    private void register(Definition definition) {
        if (byName.put(definition.name(), new Installed(definition)) != null) {
            throw new IllegalStateException(
                    "two modules are named '%s': rename one".formatted(definition.name()));
        }
    }
}
