package dev.moonlet.module;

import dev.moonlet.lua.CompiledScripts;
import dev.moonlet.lua.Coroutine;
import dev.moonlet.lua.Library;
import dev.moonlet.lua.ModuleSource;
import dev.moonlet.lua.PoolListener;
import dev.moonlet.lua.PoolSettings;
import dev.moonlet.lua.Program;
import dev.moonlet.lua.ScriptProblem;
import dev.moonlet.lua.StatePool;
import dev.moonlet.revision.Draft;
import dev.moonlet.revision.Preparation;
import dev.moonlet.revision.Problem;
import java.time.Duration;
import java.util.HashMap;
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

    private final Modules modules;
    private final ScriptProperties properties;
    private final PoolListener listener;
    private final Profiles operators;
    private final CompiledScripts compiled = new CompiledScripts(REMEMBERED, Duration.ofHours(1));

    PreparePrograms(Modules modules, ScriptProperties properties, PoolListener listener) {
        this.modules = modules;
        this.properties = properties;
        this.listener = listener;
        operators = ReadProfiles.ofOperator(modules, properties.profileDocument());
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
        program(new Library(ModuleSource.NONE, PRINT), scripts)
                .problems()
                .forEach(problem -> draft.report(asProblem(problem)));
        draft.add(
                Programs.class,
                new Programs(
                        ReadProfiles.ofBundle(modules, operators, draft),
                        new Starter(scripts),
                        properties.caps()));
    }

    /** Starts programs of one bundle. */
    private final class Starter implements Programs.Starter {

        private final Map<String, byte[]> scripts;

        Starter(Map<String, byte[]> scripts) {
            this.scripts = scripts;
        }

        @Override
        public ProfileProgram start(Profile profile) {
            Program program = program(library(profile), scripts);
            StatePool pool =
                    new StatePool(
                            profile.name(),
                            program,
                            profile.pool().settings(properties.poolSettings()),
                            listener);
            pool.warm();
            return new ProfileProgram(
                    profile,
                    modules,
                    new CheckRequires(program, modules, profile),
                    pool,
                    profile.limits().cappedBy(properties.caps()));
        }

        @Override
        public StatePool startOnce(Profile profile, String name, byte[] script) {
            Map<String, byte[]> more = new HashMap<>(scripts);
            more.put(name + ".lua", script);
            return new StatePool(
                    profile.name(),
                    program(library(profile), more),
                    PoolSettings.ofMax(1, Duration.ofSeconds(1)),
                    PoolListener.NONE);
        }
    }

    private Library library(Profile profile) {
        long memory = profile.limits().cappedBy(properties.caps()).memory();
        return new Library(
                name -> modules.table(name, profile),
                PRINT,
                ProfileGlobals.of(profile, memory, PRINT));
    }

    private Program program(Library library, Map<String, byte[]> scripts) {
        return new Program(library, properties.isolation(), scripts, compiled);
    }

    private static Problem asProblem(ScriptProblem problem) {
        return new Problem("lua/" + problem.script(), problem.line(), problem.reason());
    }
}
