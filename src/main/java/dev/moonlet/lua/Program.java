package dev.moonlet.lua;

import dev.moonlet.lua.CompiledScripts.Script;
import dev.moonlet.lua.compiler.Compiler.Code;
import dev.moonlet.lua.syntax.SyntaxError;
import dev.moonlet.lua.value.ScriptError;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The compiled scripts of one revision for one profile; its states share them. */
public final class Program {

    /** A class takes one or two kilobytes outside of the heap, where nothing else limits it. */
    private static final int MOST_CLASSES = 100_000;

    private static final String TOO_MANY =
            "is one script too many: all may have %d functions together".formatted(MOST_CLASSES);

    private final Library library;
    private final Isolation isolation;
    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    private final Map<String, ScriptProblem> broken = new ConcurrentHashMap<>();
    private final AtomicInteger classes = new AtomicInteger();

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
        sources.entrySet().parallelStream()
                .forEach(each -> compile(each.getKey(), each.getValue(), compiled));
    }

    /** Compiles every script for states that keep what they have loaded. */
    public Program(Library library, Map<String, byte[]> sources) {
        this(library, Isolation.STATE, sources, new CompiledScripts());
    }

    public List<ScriptProblem> problems() {
        return broken.values().stream()
                .sorted(Comparator.comparing(ScriptProblem::script))
                .toList();
    }

    Isolation isolation() {
        return isolation;
    }

    Library library() {
        return library;
    }

    /** A name that a script requires by a constant, and where. */
    public record Required(String script, int line, String name) {}

    /** What a script requires, if there is one of this name, wherever in it that is. */
    public List<Required> requiredBy(String module) {
        String path = path(module);
        Script script = scripts.get(path);
        return script == null
                ? List.of()
                : script.required().stream()
                        .map(each -> new Required(path, each.at().line(), each.name()))
                        .toList();
    }

    /** Whether {@code require} means a script by a name, be it one that does not compile. */
    public boolean hasScript(String module) {
        String path = path(module);
        return scripts.containsKey(path) || broken.containsKey(path);
    }

    /** The script that {@code require} means by a name like {@code lib.money}, if there is one. */
    @Nullable Code script(String module) {
        String path = path(module);
        ScriptProblem problem = broken.get(path);
        if (problem != null) {
            throw new ScriptError(
                    Text.of("%s:%d: %s".formatted(path, problem.line(), problem.reason())));
        }
        Script script = scripts.get(path);
        return script == null ? null : script.code();
    }

    private static String path(String module) {
        return module.replace('.', '/') + ".lua";
    }

    private void compile(String path, byte[] source, CompiledScripts compiled) {
        if (classes.get() > MOST_CLASSES) {
            broken.put(path, new ScriptProblem(path, 0, TOO_MANY));
            return;
        }
        try {
            Script script = compiled.compile(path, source);
            scripts.put(path, script);
            classes.addAndGet(script.code().classes());
        } catch (SyntaxError error) {
            broken.put(path, new ScriptProblem(path, error.line(), error.reason()));
        }
    }
}
