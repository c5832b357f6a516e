package dev.moonlet.lua;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
            return LuaC.instance.compile(ended(source), script);
        } catch (LuaError error) {
            throw new SyntaxError(problem(script, String.valueOf(error.getMessage())));
        } catch (RuntimeException | StackOverflowError tooMuch) {
            throw new SyntaxError(new ScriptProblem(script, 0, "is more than can be compiled"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The source with a comment behind it, for the lexer never ends where a {@code \\z} does. */
    private static InputStream ended(byte[] source) {
        byte[] comment = "\n--".getBytes(StandardCharsets.US_ASCII);
        return new SequenceInputStream(
                new ByteArrayInputStream(source), new ByteArrayInputStream(comment));
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
