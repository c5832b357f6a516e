package dev.moonlet.module;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.moonlet.lua.FunctionName;
import dev.moonlet.lua.PoolListener;
import dev.moonlet.revision.Bundle;
import dev.moonlet.revision.Draft;
import dev.moonlet.revision.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** A bundle with one handler, properties, and modules that begin, fail to, or never do. */
final class TrialBundle {

    private static final FunctionName HELLO = FunctionName.of("hello.greet");

    final List<String> begun = Collections.synchronizedList(new ArrayList<>());
    final AtomicBoolean interrupted = new AtomicBoolean();
    List<Problem> problems = List.of();

    private final CountDownLatch never = new CountDownLatch(1);
    private final Map<String, byte[]> files = new HashMap<>();
    private final Map<String, Object> properties = new HashMap<>();

    private final List<Module> installed =
            List.of(
                    module("one", () -> begun.add("one")),
                    module("two", () -> begun.add("two")),
                    module("three", () -> begun.add("three")),
                    module(
                            "failing",
                            () -> {
                                throw new IllegalStateException("no database");
                            }),
                    module("hanging", this::hang));

    TrialBundle() {
        with("lua/hello.lua", "return {greet = function() return 'hello' end}");
    }

    private static Module module(String name, Definition.Init init) {
        return () -> Definition.of(name, "").classes(ModuleClass.DETERMINISTIC).begins(init);
    }

    private void hang() throws InterruptedException {
        try {
            never.await();
        } catch (InterruptedException end) {
            interrupted.set(true);
            throw end;
        }
    }

    TrialBundle with(String path, String content) {
        files.put(path, content.getBytes(UTF_8));
        return this;
    }

    TrialBundle set(String property, String value) {
        properties.put(property, value);
        return this;
    }

    /** The programs, with these profiles; the handler's is called mine. */
    Programs load(String profiles) {
        with("config/profiles.yaml", profiles);
        Draft draft = new Draft(new Bundle("here", "1", Map.copyOf(files)));
        Binder binder = new Binder(new MapConfigurationPropertySource(properties));
        ScriptProperties script = binder.bindOrCreate("moonlet", ScriptProperties.class);
        LoadProperties loading = binder.bindOrCreate("moonlet.bundle", LoadProperties.class);
        Modules modules = new Modules(installed, script.forbid());
        new PreparePrograms(modules, script, PoolListener.NONE, loading).prepare(draft);
        new CompileScripts().prepare(draft);
        problems = draft.problems();
        return draft.part(Programs.class);
    }

    /** Why the handler can't be called, if it can't. */
    static Optional<String> obstacle(Programs programs) {
        Profile mine = programs.profiles().named("mine").orElseThrow();
        return programs.objection(mine, HELLO).or(() -> programs.obstacle(mine, HELLO));
    }
}
