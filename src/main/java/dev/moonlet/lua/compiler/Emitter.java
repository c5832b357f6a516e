package dev.moonlet.lua.compiler;

import dev.moonlet.lua.syntax.FunctionBody;
import dev.moonlet.lua.value.FunctionClass;
import java.lang.classfile.CodeBuilder;
import org.jspecify.annotations.Nullable;

/** What the emitters of one function's code share: where it goes, and what it is about. */
record Emitter(
        FunctionBody function,
        Returns returns,
        Script script,
        Frame frame,
        CodeBuilder code,
        Callee.Known known) {

    private static final Callee INTEGER =
            Callee.function(Symbols.INTEGER, "of", Symbols.INTEGER, Symbols.LONG);
    private static final Callee FLOAT =
            Callee.function(Symbols.FLOAT, "of", Symbols.FLOAT, Symbols.DOUBLE);
    private static final Callee POLL = Callee.function(Symbols.POLL, "poll", Symbols.VOID);
    private static final Callee ARGUMENT =
            Callee.method(Symbols.VARARGS, "arg", Symbols.VALUE, Symbols.INT);
    private static final Callee FINISH =
            Callee.function(Symbols.TAIL_CALL, "finish", Symbols.VARARGS, Symbols.VARARGS);

    Types types() {
        return frame.types();
    }

    void nil() {
        code.getstatic(Symbols.VALUE, "NIL", Symbols.VALUE);
    }

    /** Pushes a name for errors, or null. */
    void name(@Nullable String name) {
        if (name == null) {
            code.aconst_null();
        } else {
            code.loadConstant(Names.cut(name));
        }
    }

    void call(Callee callee) {
        known.call(code, callee);
    }

    /** Makes the number on the stack a value. */
    void box(Kind kind) {
        switch (kind) {
            case INTEGER -> call(INTEGER);
            case FLOAT -> call(FLOAT);
            case VALUE -> {}
        }
    }

    void poll() {
        call(POLL);
    }

    /** Leaves one of the values on the stack. */
    void argument(int index) {
        code.loadConstant(index);
        call(ARGUMENT);
    }

    /** Makes the call that is on the stack instead of results, if one is. */
    void finish() {
        call(FINISH);
    }

    void line(int line) {
        code.lineNumber(FunctionClass.stored(line, function.at().line()));
    }
}
