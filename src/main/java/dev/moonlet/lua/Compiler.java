package dev.moonlet.lua;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.Prototype;
import org.luaj.vm2.compiler.LuaC;

/** Compiles one script; text only. */
final class Compiler {

    private static final Pattern PLACED = Pattern.compile("^[^:]+:(\\d+): (.*)$", Pattern.DOTALL);

    private Compiler() {}

    static Prototype compile(String script, byte[] source) throws SyntaxError {
        try {
            return LuaC.instance.compile(new ByteArrayInputStream(source), script);
        } catch (LuaError error) {
            throw new SyntaxError(problem(script, String.valueOf(error.getMessage())));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static ScriptProblem problem(String script, String message) {
        Matcher placed = PLACED.matcher(message);
        return placed.matches()
                ? new ScriptProblem(script, Integer.parseInt(placed.group(1)), placed.group(2))
                : new ScriptProblem(script, 0, message);
    }

    /** A script is not Lua. */
    static final class SyntaxError extends Exception {

        private final transient ScriptProblem problem;

        SyntaxError(ScriptProblem problem) {
            super(problem.reason());
            this.problem = problem;
        }

        ScriptProblem problem() {
            return problem;
        }
    }
}
