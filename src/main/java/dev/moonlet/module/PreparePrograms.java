package dev.moonlet.module;

import dev.moonlet.lua.CompiledScripts;
import dev.moonlet.lua.Jvm;
import dev.moonlet.lua.Library;
import dev.moonlet.lua.ModuleSource;
import dev.moonlet.lua.PoolListener;
import dev.moonlet.lua.PoolSettings;
import dev.moonlet.lua.Program;
import dev.moonlet.lua.ScriptProblem;
import dev.moonlet.lua.StatePool;
import dev.moonlet.revision.Draft;
import dev.moonlet.revision.Preparation;
import dev.moonlet.revision.Step;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Reads the profiles of a bundle, for which its {@link Programs} are compiled when asked for. */
@Component
@Order(1)
final class PreparePrograms implements Preparation {

    private static final Logger LOG = LoggerFactory.getLogger(PreparePrograms.class);
    private static final Consumer<String> PRINT = LoggerFactory.getLogger("lua")::info;

    private final Modules modules;
    private final ScriptProperties properties;
    private final PoolListener listener;
    private final LoadProperties loading;
    private final Profiles operators;
    private final CompiledScripts compiled = new CompiledScripts();

    PreparePrograms(
            Modules modules,
            ScriptProperties properties,
            PoolListener listener,
            LoadProperties loading) {
        this.modules = modules;
        this.properties = properties;
        this.listener = listener;
        this.loading = loading;
        operators = ReadProfiles.ofOperator(modules, properties.profileDocument());
        if (!Jvm.hasContinuations()) {
            LOG.warn(
                    "Coroutines take a thread each, which is slow: start the JVM with"
                            + " --add-exports=java.base/jdk.internal.vm=ALL-UNNAMED");
        }
        if (!Jvm.countsWhole()) {
            LOG.warn(
                    "What the locals of scripts hold is not counted by the limit of memory: start"
                            + " the JVM with --add-opens=java.base/java.lang=ALL-UNNAMED");
        }
    }

    @Override
    public Step step() {
        return Step.PARSE;
    }

    @Override
    public void prepare(Draft draft) {
        SequencedMap<String, byte[]> scripts = draft.bundle().below("lua/");
        Profiles profiles = ReadProfiles.ofBundle(modules, operators, draft);
        profiles.all().forEach(profile -> new Abilities(modules).tell(profile, draft));
        draft.add(
                Programs.class,
                new Programs(
                        profiles, new Starter(scripts), properties.caps(), loading.loadTime()));
    }

    /** Starts programs of one bundle. */
    private final class Starter implements Programs.Starter {

        private final Map<String, byte[]> scripts;
        private @Nullable Program all;

        Starter(Map<String, byte[]> scripts) {
            this.scripts = scripts;
        }

        @Override
        public boolean hasScript(String path) {
            return scripts.containsKey(path);
        }

        @Override
        public List<ScriptProblem> problems() {
            all = program(new Library(ModuleSource.NONE, PRINT), scripts);
            return all.problems();
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
            return new ProfileProgram(
                    profile,
                    modules,
                    new CheckRequires(program, modules, profile),
                    pool,
                    profile.limits().cappedBy(properties.caps()));
        }

        @Override
        public Supplier<StatePool> startOnce(Profile profile, Map<String, byte[]> more) {
            Map<String, byte[]> all = new HashMap<>(scripts);
            all.putAll(more);
            Program program = program(library(profile), all);
            return () ->
                    new StatePool(
                            profile.name(),
                            program,
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
}
