package dev.moonlet.lua.differential;

import java.util.regex.Pattern;

/**
 * What came of a program.
 *
 * @param end how it ended: it ran, it was refused, it took too long, or what it broke
 * @param output all that it printed, without what can't be the same twice
 */
record Outcome(String end, String output) {

    static final String RAN = "ran";
    static final String REFUSED = "refused";
    static final String LONG = "long";
    static final String CRASHED = "crashed";

    private static final Pattern ADDRESS = Pattern.compile(": 0x[0-9a-f]{12}");

    /** C shows the sign of what is no number, which Java does not know. */
    private static final Pattern SIGNED_NAN = Pattern.compile("-nan");

    /** C Lua calls a library function what its caller calls it; here it has one name. */
    private static final Pattern FUNCTION = Pattern.compile("(bad argument #\\d+ to) '[^']*'");

    /** So it knows a method by any name, and here it is one by its own only. */
    private static final Pattern METHOD = Pattern.compile("calling '[^']*' on bad self");

    static Outcome of(String end, String output) {
        String placeless = ADDRESS.matcher(output).replaceAll(": 0x…");
        String unsigned = SIGNED_NAN.matcher(placeless).replaceAll("nan");
        String nameless = FUNCTION.matcher(unsigned).replaceAll("$1 …");
        return new Outcome(end, METHOD.matcher(nameless).replaceAll("bad argument #1 to …"));
    }

    /** Whether it says nothing about the other: how deep calls may be nested is each one's own. */
    boolean isBeyondComparison() {
        return end.equals(LONG) || end.equals(CRASHED) || output.contains("stack overflow");
    }

    /** The same where an upvalue may as well be a local. */
    Outcome withoutUpvalues() {
        return new Outcome(end, output.replace("(upvalue '", "(local '"));
    }
}
