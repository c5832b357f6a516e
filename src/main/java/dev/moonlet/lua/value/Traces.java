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
    private static final String PROTECTED_CALL = ProtectedCall.class.getName();
    private static final String BOTTOM = Bottom.class.getName();

    private Traces() {}

    /**
     * {@code "orders.lua:12: "} of a level above the running library function; empty if there is no
     * such level, or if it is a protected call, which has no line.
     */
    public static String here(long level) {
        Optional<StackFrame> frame = walk(frames -> levels(frames).skip(level - 1).findFirst());
        return frame.filter(Traces::isScript)
                .map(found -> place(found.toStackTraceElement()))
                .orElse("");
    }

    /** Whether the running library function was called as a method, if it has that name. */
    static boolean isMethodCall(String name) {
        return WALKER.walk(frames -> frames.filter(Traces::isLevel).findFirst())
                .filter(Traces::isScript)
                .filter(frame -> callsMethod(frame, name))
                .isPresent();
    }

    private static boolean callsMethod(StackFrame frame, String name) {
        int line = FunctionClass.line(frame.getClassName(), frame.getLineNumber());
        return frame.getDeclaringClass().getClassLoader() instanceof MethodCalls calls
                && calls.has(line, name);
    }

    /** The levels from one on, those without a line included. */
    static List<StackFrame> frames(long level) {
        return walk(frames -> levels(frames).skip(Math.max(0, level - 1)).toList());
    }

    /** Walks the stack; if its end is too near for that, the walker hides so in another error. */
    private static <T> T walk(Function<Stream<StackFrame>, T> reading) {
        try {
            return WALKER.walk(reading);
        } catch (InternalError error) {
            for (Throwable cause = error; cause != null; cause = cause.getCause()) {
                if (cause instanceof StackOverflowError overflow) {
                    throw overflow;
                }
            }
            throw error;
        }
    }

    /** The levels of the running coroutine. */
    private static Stream<StackFrame> levels(Stream<StackFrame> frames) {
        return frames.takeWhile(frame -> !frame.getClassName().equals(BOTTOM))
                .filter(Traces::isLevel);
    }

    /** The line where something was thrown, as far as Java remembers it. */
    static String of(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .filter(frame -> isScript(frame.getClassName(), frame.getLineNumber()))
                .findFirst()
                .map(Traces::place)
                .orElse("");
    }

    private static boolean isLevel(StackFrame frame) {
        return isScript(frame) || isProtectedCall(frame.getClassName(), frame.getMethodName());
    }

    static boolean isLevel(StackTraceElement frame) {
        return isScript(frame.getClassName(), frame.getLineNumber())
                || isProtectedCall(frame.getClassName(), frame.getMethodName());
    }

    private static boolean isProtectedCall(String className, String method) {
        return className.equals(PROTECTED_CALL) && method.equals("run");
    }

    private static boolean isScript(StackFrame frame) {
        return isScript(frame.getClassName(), frame.getLineNumber());
    }

    static boolean isScript(String className, int line) {
        return className.startsWith(FunctionClass.PACKAGE) && line > 0;
    }

    private static String place(StackTraceElement frame) {
        int line = FunctionClass.line(frame.getClassName(), frame.getLineNumber());
        return frame.getFileName() + ":" + line + ": ";
    }
}
