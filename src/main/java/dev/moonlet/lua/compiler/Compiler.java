package dev.moonlet.lua.compiler;

import dev.moonlet.lua.syntax.FunctionBody;
import dev.moonlet.lua.syntax.Local;
import dev.moonlet.lua.syntax.Outline;
import dev.moonlet.lua.syntax.SyntaxError;
import dev.moonlet.lua.value.Body;
import dev.moonlet.lua.value.Cell;
import dev.moonlet.lua.value.Function;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.HashMap;
import java.util.Map;
import org.luaj.vm2.LuaValue;

/** Compiles a script's tree and loads what comes out. */
public final class Compiler {

    private Compiler() {}

    /** What a script was compiled to: it makes its main function for an environment. */
    public static final class Code {

        private final MethodHandle main;
        private final boolean cell;
        private final int classes;

        private Code(MethodHandle main, boolean cell, int classes) {
            this.main = main;
            this.cell = cell;
            this.classes = classes;
        }

        /** How many classes it takes: one for each function at least. */
        public int classes() {
            return classes;
        }

        public Function main(LuaValue environment) {
            try {
                return new Function(
                        (Body)
                                (cell
                                        ? main.invoke(new Cell(environment))
                                        : main.invoke(environment)));
            } catch (Throwable impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    public static Code compile(String chunk, FunctionBody main) throws SyntaxError {
        Script script = new Script(chunk);
        Map<String, byte[]> classes = new HashMap<>();
        String name = Symbols.name(script.classOf(main));
        for (FunctionBody next = script.next(); next != null; next = script.next()) {
            classes.put(Symbols.name(script.classOf(next)), compile(script, next));
        }
        classes.computeIfPresent(name, (_, compiled) -> script.constants().addTo(compiled));
        classes.putAll(script.constants().others());
        CodeLoader loader =
                new CodeLoader(classes, script.constants().values(), script.calls().methods());
        return load(loader, name, main.upvalues().getFirst(), classes.size());
    }

    /** A function that is too large for one method is cut into several, and then small enough. */
    private static byte[] compile(Script script, FunctionBody function) throws SyntaxError {
        if (!Outline.isNeededFor(function)) {
            try {
                return new FunctionCompiler(script, function).compile();
            } catch (IllegalArgumentException tooLarge) {
                // it can't be told beforehand how many bytes a function takes
            }
        }
        Outline.of(function);
        try {
            return new FunctionCompiler(script, function).compile();
        } catch (IllegalArgumentException stillTooLarge) {
            throw new SyntaxError(script.chunk(), function.at().line(), "function is too large");
        }
    }

    private static Code load(CodeLoader loader, String type, Local environment, int classes) {
        boolean cell = Frame.isCell(environment);
        Class<?> parameter = cell ? Cell.class : LuaValue.class;
        try {
            loader.initializeAll();
            Class<?> loaded = loader.loadClass(type);
            MethodHandles.Lookup lookup =
                    MethodHandles.privateLookupIn(loaded, MethodHandles.lookup());
            MethodType constructor = MethodType.methodType(void.class, parameter);
            return new Code(lookup.findConstructor(loaded, constructor), cell, classes);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
