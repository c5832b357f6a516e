package dev.moonlet.lua.compiler;

import dev.moonlet.lua.syntax.Local;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;

/** Emits what guards the scope of a local that is to be closed on every way out of it. */
final class CloseEmitter {

    private static final ClassDesc CLOSING = Symbols.of(Closing.class);
    private static final ClassDesc ERROR = Symbols.of(Throwable.class);

    private static final Callee CHECK =
            Callee.function(CLOSING, "check", Symbols.VOID, Symbols.VALUE, Symbols.STRING);
    private static final Callee CLOSE =
            Callee.function(CLOSING, "close", Symbols.VOID, Symbols.VALUE);
    private static final Callee CLOSE_AFTER =
            Callee.function(CLOSING, "closeAfter", ERROR, ERROR, Symbols.VALUE);

    private final Emitter out;
    private final Jumps jumps;

    CloseEmitter(Emitter out, Jumps jumps) {
        this.out = out;
        this.jumps = jumps;
    }

    /** Checks that the value on the stack, which stays there, can be closed. */
    static void check(Emitter out, String name) {
        out.code().dup();
        out.name(name);
        out.call(CHECK);
    }

    /** Emits the scope; the value is forgotten before it is closed, so that it is closed once. */
    void guard(Local local, Runnable scope, boolean fallsOut) {
        int pending = out.code().allocateLocal(TypeKind.REFERENCE);
        out.frame().load(local);
        out.code().astore(pending);
        guard(pending, scope, fallsOut);
    }

    /**
     * Emits the scope of a value that is in a slot.
     *
     * @param fallsOut whether the end of the scope can be reached
     */
    void guard(int pending, Runnable scope, boolean fallsOut) {
        Label start = out.code().newBoundLabel();
        Runnable closer = () -> close(pending);
        jumps.enterClosing(closer);
        scope.run();
        jumps.leaveClosing();
        Label end = out.code().newLabel();
        if (fallsOut) {
            closer.run();
            out.code().goto_(end);
        }
        Label handler = out.code().newBoundLabel();
        out.code().exceptionCatch(start, handler, handler, ERROR);
        out.code().aload(pending);
        out.call(CLOSE_AFTER);
        out.code().athrow();
        if (fallsOut) {
            out.code().labelBinding(end);
        }
    }

    private void close(int pending) {
        out.code().aload(pending);
        out.nil();
        out.code().astore(pending);
        out.call(CLOSE);
    }
}
