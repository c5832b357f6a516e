package dev.moonlet.lua.compiler;

import dev.moonlet.lua.syntax.FunctionBody;
import dev.moonlet.lua.value.FunctionClass;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import org.jspecify.annotations.Nullable;

/** What the emitters of one function's code share: where it goes, and what it is about. */
record Emitter(
        FunctionBody function,
        Returns returns,
        Script script,
        Types types,
        Frame frame,
        CodeBuilder code) {

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

    void call(ClassDesc owner, String method, ClassDesc result, ClassDesc... parameters) {
        code.invokestatic(owner, method, MethodTypeDesc.of(result, parameters));
    }

    /** Makes the number on the stack a value. */
    void box(Kind kind) {
        switch (kind) {
            case INTEGER -> call(Symbols.INTEGER, "of", Symbols.INTEGER, Symbols.LONG);
            case FLOAT -> call(Symbols.FLOAT, "of", Symbols.FLOAT, Symbols.DOUBLE);
            case VALUE -> {}
        }
    }

    void poll() {
        call(Symbols.POLL, "poll", ConstantDescs.CD_void);
    }

    void line(int line) {
        code.lineNumber(FunctionClass.stored(line, function.at().line()));
    }
}
