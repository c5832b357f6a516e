package dev.moonlet.module;

import dev.moonlet.lua.value.Failures;
import dev.moonlet.lua.value.Table;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** All modules of this JVM. */
@Component
public final class Modules {

    private static final Logger LOG = LoggerFactory.getLogger(Modules.class);

    private final Forbidden forbidden;
    private final Map<String, Installed> byName = new LinkedHashMap<>();

    /** Those that are installed, but for what the operator forbids. */
    @Autowired
    Modules(List<Module> modules, ScriptProperties properties) {
        this(modules, properties.forbid());
    }

    Modules(List<Module> modules, Forbidden forbidden) {
        this.forbidden = forbidden;
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

    /** Why a profile's scripts can't have what they call by a name, if they can't. */
    Optional<String> objection(String name, Profile profile) {
        Installed module = byName.get(name);
        return module == null
                ? Optional.of("module '%s' not found".formatted(name))
                : forbidden
                        .objection(module.definition())
                        .or(() -> profile.objection(module.definition()))
                        .map(reason -> "module '%s' %s".formatted(name, reason));
    }

    /** Why a module can't be begun for a profile in this time, if it can't: it is tried. */
    Optional<String> obstacle(String name, Profile profile, Duration time) {
        try {
            table(name, profile, time);
            return Optional.empty();
        } catch (LuaError refused) {
            return Optional.of(String.valueOf(refused.getMessage()));
        }
    }

    /** How far it has come with each, by name. */
    public List<ModuleStatus> statuses() {
        return byName.values().stream()
                .map(Installed::status)
                .sorted(Comparator.comparing(ModuleStatus::name))
                .toList();
    }

    /** What a profile's scripts get for a name, its dependencies first; null if there is none. */
    @Nullable Table table(String name, Profile profile) {
        return byName.containsKey(name) ? table(name, profile, profile.patience(name)) : null;
    }

    private Table table(String name, Profile profile, Duration patience) {
        Optional<String> objection = objection(name, profile);
        if (objection.isPresent()) {
            throw Failures.of(objection.get());
        }
        return table(needed(name, name), new ArrayDeque<>(), patience);
    }

    private Table table(Installed module, Deque<String> dependents, Duration patience) {
        String name = module.definition().name();
        if (!module.isReady()) {
            checkCircle(name, dependents);
            dependents.addLast(name);
            for (String dependency : module.definition().dependencies()) {
                table(needed(dependency, name), dependents, patience);
            }
            dependents.removeLast();
        }
        try {
            return module.table(patience);
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
