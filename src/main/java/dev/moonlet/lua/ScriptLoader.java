package dev.moonlet.lua;

import dev.moonlet.lua.compiler.Compiler;
import dev.moonlet.lua.stdlib.Loader;
import dev.moonlet.lua.syntax.Parser;
import dev.moonlet.lua.syntax.SyntaxError;
import dev.moonlet.lua.value.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaValue;

/** Compiles texts to functions, which see the globals of the state that runs unless told others. */
final class ScriptLoader implements Loader {

    private final Supplier<? extends LuaValue> globals;

    ScriptLoader(Supplier<? extends LuaValue> globals) {
        this.globals = globals;
    }

    @Override
    public Function load(byte[] code, String chunk, @Nullable LuaValue environment) throws Refused {
        try {
            return Compiler.compile(chunk, Parser.parse(chunk, code))
                    .main(environment == null ? globals.get() : environment);
        } catch (SyntaxError error) {
            throw new Refused(String.valueOf(error.getMessage()));
        }
    }
}
