package dev.moonlet.lua.value;

import java.util.function.Predicate;

/**
 * Lets pass the frames of a Java stack, from the innermost on, that tracebacks show: functions of
 * scripts and protected calls. A function's piece and what it is a piece of are one call.
 */
final class ShownCalls implements Predicate<StackTraceElement> {

    private boolean inPiece;

    @Override
    public boolean test(StackTraceElement frame) {
        String name = frame.getClassName();
        if (!Levels.isScript(name, frame.getLineNumber())) {
            return Levels.isProtectedCall(name, frame.getMethodName());
        }
        boolean shown = !inPiece;
        inPiece = FunctionClass.isPiece(name);
        return shown;
    }
}
