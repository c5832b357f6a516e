package dev.moonlet.lua;

import dev.moonlet.lua.compiler.Compiler;
import dev.moonlet.lua.stdlib.Loader;
import dev.moonlet.lua.syntax.Parser;
import dev.moonlet.lua.syntax.SyntaxError;
import dev.moonlet.lua.value.Function;
import dev.moonlet.lua.value.Memory;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaValue;

/** Compiles texts to functions, which see the globals of the state that runs unless told others. */
final class ScriptLoader implements Loader {

    /** What compiling takes for a while, for each byte of the text. */
    private static final int BYTES_A_BYTE = 60;

    private final Supplier<? extends LuaValue> globals;

    ScriptLoader(Supplier<? extends LuaValue> globals) {
        this.globals = globals;
    }

    @Override
    public Function load(byte[] code, String chunk, @Nullable LuaValue environment) throws Refused {
        Memory.charge((long) BYTES_A_BYTE * code.length);
        try {
            return Compiler.compile(chunk, Parser.parse(chunk, code))
                    .main(environment == null ? globals.get() : environment);
        } catch (SyntaxError error) {
            throw new Refused(String.valueOf(error.getMessage()));
        }
    }
}
