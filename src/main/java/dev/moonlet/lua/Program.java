package dev.moonlet.lua;

import dev.moonlet.lua.compiler.Compiler.Code;
import dev.moonlet.lua.syntax.SyntaxError;
import dev.moonlet.lua.value.ScriptError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The compiled scripts of one revision for one profile; its states share them. */
public final class Program {

    private final Library library;
    private final Isolation isolation;
    private final Map<String, Code> scripts = new HashMap<>();
    private final Map<String, ScriptProblem> broken = new HashMap<>();

    /**
     * Compiles every script; one that does not compile is kept out and named in {@link #problems}.
     *
     * @param sources the scripts' texts by their path: {@code handlers/hello.lua}
     * @param compiled what is known of them already
     */
    public Program(
            Library library,
            Isolation isolation,
            Map<String, byte[]> sources,
            CompiledScripts compiled) {
        this.library = library;
        this.isolation = isolation;
        sources.forEach((path, source) -> compile(path, source, compiled));
    }

    /** Compiles every script for states that keep what they have loaded. */
    public Program(Library library, Map<String, byte[]> sources) {
        this(library, Isolation.STATE, sources, new CompiledScripts(0, Duration.ZERO));
    }

    public List<ScriptProblem> problems() {
        return new ArrayList<>(broken.values());
    }

    Isolation isolation() {
        return isolation;
    }

    Library library() {
        return library;
    }

    /** The script that {@code require} means by a name like {@code lib.money}, if there is one. */
    @Nullable Code script(String module) {
        String path = module.replace('.', '/') + ".lua";
        ScriptProblem problem = broken.get(path);
        if (problem != null) {
            throw new ScriptError(
                    Text.of("%s:%d: %s".formatted(path, problem.line(), problem.reason())));
        }
        return scripts.get(path);
    }

    private void compile(String path, byte[] source, CompiledScripts compiled) {
        try {
            scripts.put(path, compiled.compile(path, source));
        } catch (SyntaxError error) {
            broken.put(path, new ScriptProblem(path, error.line(), error.reason()));
        }
    }
}
