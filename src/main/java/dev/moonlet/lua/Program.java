package dev.moonlet.lua;

import dev.moonlet.lua.compiler.Compiler;
import dev.moonlet.lua.compiler.Compiler.Code;
import dev.moonlet.lua.syntax.Parser;
import dev.moonlet.lua.syntax.SyntaxError;
import dev.moonlet.lua.value.ScriptError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The compiled scripts of one revision for one profile; its states share them. */
public final class Program {

    private final Library library;
    private final Map<String, Code> scripts = new HashMap<>();
    private final Map<String, ScriptProblem> broken = new HashMap<>();

    /**
     * Compiles every script; one that does not compile is kept out and named in {@link #problems}.
     *
     * @param sources the scripts' texts by their path: {@code handlers/hello.lua}
     */
    public Program(Library library, Map<String, byte[]> sources) {
        this.library = library;
        sources.forEach(this::compile);
    }

    public List<ScriptProblem> problems() {
        return new ArrayList<>(broken.values());
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

    private void compile(String path, byte[] source) {
        try {
            scripts.put(path, Compiler.compile(path, Parser.parse(path, source)));
        } catch (SyntaxError error) {
            broken.put(path, new ScriptProblem(path, error.line(), error.reason()));
        }
    }
}
