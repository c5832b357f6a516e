package dev.moonlet.lua.value;

import java.lang.StackWalker.StackFrame;
import java.util.function.Predicate;

/**
 * Lets pass the frames of the Java stack, from the innermost on, that are levels for C Lua:
 * functions of scripts, protected calls, and other library functions that call back. The library
 * function that asks is level 0. What an error unwinds while it closes values has ended, up to the
 * call that catches it. What calls a message handler is another level. A function's piece and what
 * it is a piece of are one level.
 */
final class Levels implements Predicate<StackFrame> {

    private static final String PROTECTED_CALL = ProtectedCall.class.getName();
    private static final String HANDLER = MessageHandler.class.getName();
    private static final String LIBRARY = "dev.moonlet.lua.stdlib.";
    private static final String SPELLED_ARITHMETIC = SpelledArithmetic.class.getName();
    private static final String CLOSING = "dev.moonlet.lua.compiler.Closing";

    private boolean ended;
    private boolean inPiece;
    private boolean counted = true;

    @Override
    public boolean test(StackFrame frame) {
        if (isProtectedCall(frame)) {
            ended = false;
            counted = true;
            return true;
        }
        ended |= isUnwinding(frame);
        if (ended) {
            return false;
        }
        if (isScript(frame)) {
            boolean level = !inPiece;
            inPiece = FunctionClass.isPiece(frame.getClassName());
            counted = false;
            return level;
        }
        if (frame.getClassName().equals(HANDLER)) {
            counted = false;
        }
        boolean level = !counted && isLibrary(frame);
        counted |= level;
        return level;
    }

    /** Whether an operation that fails is the frame's own, or nobody's that has a place. */
    static boolean fails(StackFrame frame) {
        return isScript(frame) || isProtectedCall(frame) || isLibrary(frame) || isUnwinding(frame);
    }

    static boolean isScript(StackFrame frame) {
        return isScript(frame.getClassName(), frame.getLineNumber());
    }

    static boolean isScript(String className, int line) {
        return className.startsWith(FunctionClass.PACKAGE) && line > 0;
    }

    private static boolean isProtectedCall(StackFrame frame) {
        return isProtectedCall(frame.getClassName(), frame.getMethodName());
    }

    static boolean isProtectedCall(String className, String method) {
        return method.equals("run") && className.equals(PROTECTED_CALL);
    }

    private static boolean isUnwinding(StackFrame frame) {
        return frame.getMethodName().equals("closeAfter") && frame.getClassName().equals(CLOSING);
    }

    private static boolean isLibrary(StackFrame frame) {
        String name = frame.getClassName();
        return name.startsWith(LIBRARY) || name.equals(SPELLED_ARITHMETIC);
    }
}
