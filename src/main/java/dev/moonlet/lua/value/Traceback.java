package dev.moonlet.lua.value;

import java.lang.StackWalker.StackFrame;
import java.util.List;

/** Tells how the running function was reached, the innermost call first, as C Lua does. */
public final class Traceback {

    /** So many calls are shown at either end of a long one. */
    private static final int FIRST = 10;

    private static final int LAST = 11;

    private Traceback() {}

    /** The calls from a level on: 1 is the function that called the running library function. */
    public static String from(long level) {
        List<StackFrame> frames = Traces.frames(level);
        StringBuilder trace = new StringBuilder("stack traceback:");
        for (int i = 0; i < frames.size(); i++) {
            if (i == FIRST && frames.size() > FIRST + LAST) {
                int skipped = frames.size() - FIRST - LAST;
                trace.append("\n\t...\t(skipping ").append(skipped).append(" levels)");
                i += skipped;
            }
            trace.append("\n\t").append(line(frames.get(i)));
        }
        return trace.toString();
    }

    private static String line(StackFrame frame) {
        if (!Traces.isScript(frame)) {
            return "[Java]: in ?";
        }
        StackTraceElement element = frame.toStackTraceElement();
        String file = element.getFileName();
        String function = FunctionClass.shown(element.getClassName(), String.valueOf(file));
        return file + ":" + element.getLineNumber() + ": in " + function;
    }
}
