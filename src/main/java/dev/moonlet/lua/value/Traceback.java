package dev.moonlet.lua.value;

import java.util.List;

/** Tells how the running function was reached, the innermost call first, as C Lua does. */
public final class Traceback {

    /** So many calls are shown at either end of a long one. */
    private static final int FIRST = 10;

    private static final int LAST = 11;

    private Traceback() {}

    /** The calls from a level on: 1 is the function that called the running library function. */
    public static String from(long level) {
        return of(Traces.frames(level));
    }

    /** The calls of a stack that does not run, from a level on: 0 is the innermost. */
    public static String of(List<StackTraceElement> stack, long level) {
        return of(stack.stream().filter(new ShownCalls()).skip(Math.max(0, level)).toList());
    }

    private static String of(List<StackTraceElement> frames) {
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

    private static String line(StackTraceElement element) {
        if (!Levels.isScript(element.getClassName(), element.getLineNumber())) {
            return "[Java]: in ?";
        }
        String file = element.getFileName();
        int line = FunctionClass.line(element.getClassName(), element.getLineNumber());
        String function = FunctionClass.shown(element.getClassName(), String.valueOf(file));
        return file + ":" + line + ": in " + function;
    }
}
