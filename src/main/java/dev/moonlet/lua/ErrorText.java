package dev.moonlet.lua;

import dev.moonlet.lua.value.Conversions;
import dev.moonlet.lua.value.Metatables;
import dev.moonlet.lua.value.Names;
import dev.moonlet.lua.value.Strings;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** What people get to read of an error that a script has not caught. */
final class ErrorText {

    private ErrorText() {}

    static LuaString of(LuaValue error) {
        boolean told =
                Conversions.toText(error) != LuaValue.NIL
                        || Metatables.handler(error, Names.TOSTRING) != LuaValue.NIL;
        return told
                ? Strings.text(error)
                : Text.of("(error object is a %s value)".formatted(error.typename()));
    }
}
