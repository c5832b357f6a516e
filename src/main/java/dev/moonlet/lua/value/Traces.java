package dev.moonlet.lua.value;

import java.lang.StackWalker.StackFrame;
import java.util.Optional;

/** Reads the scripts' frames off the Java stack: compiled scripts carry their names and lines. */
public final class Traces {

    /** The package of every class that a script was compiled to; nothing else is in it. */
    public static final String PACKAGE = "lua.";

    private static final StackWalker WALKER = StackWalker.getInstance();

    private Traces() {}

    /** {@code "orders.lua:12: "} of a level above the running library function; else empty. */
    public static String here(int level) {
        Optional<StackFrame> frame =
                WALKER.walk(frames -> frames.filter(Traces::isScript).skip(level - 1L).findFirst());
        return frame.map(found -> found.getFileName() + ":" + found.getLineNumber() + ": ")
                .orElse("");
    }

    private static boolean isScript(StackFrame frame) {
        return frame.getClassName().startsWith(PACKAGE) && frame.getLineNumber() > 0;
    }
}
