package dev.moonlet.lua.value;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaUserdata;
import org.luaj.vm2.LuaValue;

/** Makes the errors of failed operations, worded and placed as C Lua's. */
public final class Failures {

    private static final int LONGEST_EXCERPT = 1000;

    private Failures() {}

    /** An error at the line that the script has reached. */
    public static LuaError of(String message) {
        return new ScriptError(LuaValue.valueOf(Traces.here(1) + message));
    }

    /** An operation failed; it has no place where a library function carries it out. */
    public static LuaError operation(String message) {
        return new ScriptError(LuaValue.valueOf(Traces.ofOperation() + message));
    }

    /** An error whose message has bytes of the script in it, which may be no text. */
    public static LuaError of(LuaString message) {
        LuaString place = LuaValue.valueOf(Traces.here(1));
        return new ScriptError(Strings.concat(place, message, null, null));
    }

    /** An error of a library function that C Lua raises without a place. */
    public static LuaError unplaced(String message) {
        return new ScriptError(LuaValue.valueOf(message));
    }

    /**
     * An operation failed because of the type of what it was used on.
     *
     * @param what the operand is in the script, {@code local 'x'}, or null if it has no name
     */
    public static LuaError type(String operation, LuaValue culprit, @Nullable String what) {
        String name = what == null ? "" : " (" + what + ")";
        return operation(
                "attempt to %s a %s value%s".formatted(operation, typeName(culprit), name));
    }

    public static LuaError compare(LuaValue left, LuaValue right) {
        String first = typeName(left);
        String second = typeName(right);
        return operation(
                first.equals(second)
                        ? "attempt to compare two %s values".formatted(first)
                        : "attempt to compare %s with %s".formatted(first, second));
    }

    /**
     * A wrong argument of a library function; it is placed where that was called, and counted
     * without the object of a method.
     */
    public static LuaError argument(int number, String function, String reason) {
        int counted = Traces.isMethodCall(function) ? number - 1 : number;
        return of(
                counted == 0
                        ? "calling '%s' on bad self (%s)".formatted(function, reason)
                        : "bad argument #%d to '%s' (%s)".formatted(counted, function, reason));
    }

    /** What a script gets to know of a stack that was too deep. */
    public static LuaValue overflow(StackOverflowError error) {
        Run.current().overflowed();
        return LuaValue.valueOf(Traces.of(error) + "stack overflow");
    }

    /** The name of a value's type, or the one that its metatable gives it. */
    public static String typeName(LuaValue value) {
        boolean mayHaveName = value instanceof Table || value instanceof LuaUserdata;
        return mayHaveName && Metatables.handler(value, Names.NAME) instanceof LuaString name
                ? excerpt(name)
                : value.typename();
    }

    /** A script's text as messages show it: cut if it is very long. */
    public static String excerpt(LuaString text) {
        int length = Math.min(text.m_length, LONGEST_EXCERPT);
        return new String(text.m_bytes, text.m_offset, length, UTF_8);
    }
}
