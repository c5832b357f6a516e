package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.value.Function;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaValue;

/** Compiles what {@code load} is given. */
@FunctionalInterface
public interface Loader {

    /**
     * Makes a function of a text.
     *
     * @param code the text
     * @param chunk how messages name it: {@code [string "return 1"]}
     * @param environment where the function finds its globals, nil included; null if the script did
     *     not say, and the function is to see those of its state
     */
    Function load(byte[] code, String chunk, @Nullable LuaValue environment) throws Refused;

    /** Says why a text is no script, in the words of C Lua, the place included. */
    final class Refused extends Exception {

        public Refused(String message) {
            super(message);
        }
    }
}
