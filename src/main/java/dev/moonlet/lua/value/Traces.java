package dev.moonlet.lua.value;

import java.lang.StackWalker.StackFrame;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the scripts' frames off the Java stack: compiled scripts carry their names and lines. */
public final class Traces {

    private static final StackWalker WALKER =
            StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
    private static final String BOTTOM = Bottom.class.getName();

    private Traces() {}

    /**
     * {@code "orders.lua:12: "} of a level above the running library function; empty if there is no
     * such level, or if it is a library function, which has no line.
     */
    public static String here(long level) {
        return place(walk(all -> all.filter(new Levels()).skip(level - 1).findFirst()));
    }

    /** {@code "orders.lua:12"}, where the script is; empty if none runs. */
    public static String ofScript() {
        String place = place(walk(all -> all.filter(Levels::isScript).findFirst()));
        return place.isEmpty() ? "" : place.substring(0, place.length() - 2);
    }

    /** The place of an operation that has failed; empty if no script carries it out. */
    static String ofOperation() {
        return place(walk(all -> all.filter(Levels::fails).findFirst()));
    }

    /** Whether the running library function was called as a method, if it has that name. */
    static boolean isMethodCall(String name) {
        return walk(all -> all.filter(new Levels()).findFirst())
                .filter(Levels::isScript)
                .filter(frame -> callsMethod(frame, name))
                .isPresent();
    }

    private static boolean callsMethod(StackFrame frame, String name) {
        int line = FunctionClass.line(frame.getClassName(), frame.getLineNumber());
        return frame.getDeclaringClass().getClassLoader() instanceof MethodCalls calls
                && calls.has(line, name);
    }

    /** The calls from a level on, protected ones included. */
    static List<StackTraceElement> frames(long level) {
        return walk(all ->
                all.map(StackFrame::toStackTraceElement)
                        .filter(new ShownCalls())
                        .skip(Math.max(0, level - 1))
                        .toList());
    }

    /**
     * Walks the stack of the running coroutine; if its end is too near for that, the walker hides
     * so in another error.
     */
    private static <T> T walk(Function<Stream<StackFrame>, T> reading) {
        try {
            return WALKER.walk(all ->
                    reading.apply(all.takeWhile(each -> !each.getClassName().equals(BOTTOM))));
        } catch (InternalError error) {
            for (Throwable cause = error; cause != null; cause = cause.getCause()) {
                if (cause instanceof StackOverflowError overflow) {
                    throw overflow;
                }
            }
            throw error;
        }
    }

    /** The line where something was thrown, as far as Java remembers it. */
    static String of(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .filter(frame -> Levels.isScript(frame.getClassName(), frame.getLineNumber()))
                .findFirst()
                .map(Traces::shown)
                .orElse("");
    }

    /**
     * {@code "orders.lua:12"}, the innermost of these that is of a script; else a question mark.
     */
    public static String of(List<StackTraceElement> frames) {
        return frames.stream()
                .filter(frame -> Levels.isScript(frame.getClassName(), frame.getLineNumber()))
                .findFirst()
                .map(frame -> shown(frame).substring(0, shown(frame).length() - 2))
                .orElse("?");
    }

    private static String place(Optional<StackFrame> frame) {
        return frame.filter(Levels::isScript)
                .map(found -> shown(found.toStackTraceElement()))
                .orElse("");
    }

    private static String shown(StackTraceElement frame) {
        int line = FunctionClass.line(frame.getClassName(), frame.getLineNumber());
        return frame.getFileName() + ":" + line + ": ";
    }
}
