package dev.moonlet.module;

import dev.moonlet.lua.CompiledScripts;
import dev.moonlet.lua.Coroutine;
import dev.moonlet.lua.Library;
import dev.moonlet.lua.PoolListener;
import dev.moonlet.lua.Program;
import dev.moonlet.lua.ScriptProblem;
import dev.moonlet.lua.StatePool;
import dev.moonlet.lua.value.Table;
import dev.moonlet.revision.Draft;
import dev.moonlet.revision.Preparation;
import dev.moonlet.revision.Problem;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Compiles the scripts of a bundle and makes its {@link Programs}. */
@Component
@Order(1)
final class PreparePrograms implements Preparation {

    private static final Logger LOG = LoggerFactory.getLogger(PreparePrograms.class);
    private static final Consumer<String> PRINT = LoggerFactory.getLogger("lua")::info;

    /** Several revisions of a large bundle. */
    private static final int REMEMBERED = 10_000;

    private final Map<String, Table> modules = new LinkedHashMap<>();
    private final ScriptProperties properties;
    private final PoolListener listener;
    private final CompiledScripts compiled = new CompiledScripts(REMEMBERED, Duration.ofHours(1));

    PreparePrograms(List<Module> modules, ScriptProperties properties, PoolListener listener) {
        modules.forEach(module -> register(module.definition()));
        this.properties = properties;
        this.listener = listener;
        if (Coroutine.takesAThread()) {
            LOG.warn(
                    "Coroutines take a thread each, which is slow: start the JVM with"
                            + " --add-exports=java.base/jdk.internal.vm=ALL-UNNAMED");
        }
        if (!Coroutine.isCountedWhole()) {
            LOG.warn(
                    "What the locals of scripts hold is not counted by the limit of memory: start"
                            + " the JVM with --add-opens=java.base/java.lang=ALL-UNNAMED");
        }
    }

    @Override
    public void prepare(Draft draft) {
        SequencedMap<String, byte[]> scripts = draft.bundle().below("lua/");
        program(Map.of(), scripts).problems().forEach(problem -> draft.report(asProblem(problem)));
        draft.add(
                Programs.class,
                new Programs(profile -> start(profile, scripts), properties.caps()));
    }

    private StatePool start(Profile profile, Map<String, byte[]> scripts) {
        Map<String, Table> allowed = new LinkedHashMap<>(modules);
        allowed.keySet().retainAll(profile.modules());
        StatePool pool =
                new StatePool(
                        profile.name(),
                        program(allowed, scripts),
                        properties.poolSettings(),
                        listener);
        pool.warm();
        return pool;
    }

    private Program program(Map<String, Table> modules, Map<String, byte[]> scripts) {
        Library library = new Library(modules, PRINT);
        return new Program(library, properties.isolation(), scripts, compiled);
    }

    private void register(Definition definition) {
        if (modules.put(definition.name(), definition.table()) != null) {
            throw new IllegalStateException(
                    "two modules are named '%s': rename one".formatted(definition.name()));
        }
    }

    private static Problem asProblem(ScriptProblem problem) {
        return new Problem("lua/" + problem.script(), problem.line(), problem.reason());
    }
}
