package dev.moonlet.module.signature;

import org.luaj.vm2.LuaValue;

/**
 * What a function takes at one place.
 *
 * @param otherwise what it is if it is missing; nil if there is no such thing
 */
public record Parameter(String name, Type type, LuaValue otherwise) {

    boolean takes(LuaValue value) {
        return type.fits(value) || (value == LuaValue.NIL && isOptional());
    }

    /** Whether a call may leave it out. */
    public boolean isOptional() {
        return otherwise != LuaValue.NIL || type.fits(LuaValue.NIL);
    }

    /** With its type, as editors spell it: {@code name?: string}. */
    String spelled() {
        return isOptional() && type != Types.ANY
                ? "%s?: %s".formatted(name, type.spelled().replaceAll("\\?$", ""))
                : "%s: %s".formatted(name, type.spelled());
    }
}
