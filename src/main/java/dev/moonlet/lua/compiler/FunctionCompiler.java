package dev.moonlet.lua.compiler;

import dev.moonlet.lua.syntax.FunctionBody;
import dev.moonlet.lua.syntax.Local;
import dev.moonlet.lua.value.Function;
import dev.moonlet.lua.value.Function0;
import dev.moonlet.lua.value.Function1;
import dev.moonlet.lua.value.Function2;
import dev.moonlet.lua.value.Function3;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.function.Consumer;

/** Compiles one function to a class whose objects are its closures. */
final class FunctionCompiler {

    private static final List<Class<?>> BY_PARAMETERS =
            List.of(Function0.class, Function1.class, Function2.class, Function3.class);

    private static final MethodTypeDesc LIST = Symbols.type(Symbols.VARARGS, Symbols.VARARGS);

    private final Script script;
    private final FunctionBody function;
    private final ClassDesc self;
    private final List<Local> captures;
    private final Types types;
    private final Returns returns;
    private final boolean listed;

    FunctionCompiler(Script script, FunctionBody function) {
        this.script = script;
        this.function = function;
        self = script.classOf(function);
        captures = script.captures(function);
        types = Types.of(function);
        returns = Returns.of(function);
        listed = function.isVararg() || function.parameters().size() >= BY_PARAMETERS.size();
    }

    byte[] compile() {
        return ClassFile.of().build(self, this::build);
    }

    private void build(ClassBuilder type) {
        type.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER);
        type.withSuperclass(base());
        type.with(SourceFileAttribute.of(script.chunk()));
        for (int i = 0; i < captures.size(); i++) {
            type.withField(Frame.UPVALUE + i, Frame.holder(captures.get(i)), ClassFile.ACC_FINAL);
        }
        type.withMethodBody("<init>", constructor(), 0, this::construct);
        if (returns.single()) {
            method(type, "call", Symbols.VALUE, this::body);
            method(type, "apply", Symbols.VARARGS, code -> delegate(code, "call", Symbols.VALUE));
        } else if (returns.tailCalls()) {
            method(type, "run", Symbols.VARARGS, this::body);
            method(type, "apply", Symbols.VARARGS, this::finish);
            type.withMethodBody("tail", LIST, ClassFile.ACC_PUBLIC, this::tail);
        } else {
            method(type, "apply", Symbols.VARARGS, this::body);
        }
        if (!returns.single() && !listed) {
            method(type, "call", Symbols.VALUE, this::first);
        }
    }

    private ClassDesc base() {
        return listed
                ? Symbols.of(Function.class)
                : Symbols.of(BY_PARAMETERS.get(function.parameters().size()));
    }

    private MethodTypeDesc constructor() {
        return Symbols.type(
                Symbols.VOID, captures.stream().map(Frame::holder).toArray(ClassDesc[]::new));
    }

    private void construct(CodeBuilder code) {
        code.aload(0);
        code.invokespecial(base(), "<init>", Symbols.type(Symbols.VOID));
        for (int i = 0; i < captures.size(); i++) {
            ClassDesc holder = Frame.holder(captures.get(i));
            code.aload(0).aload(i + 1).putfield(self, Frame.UPVALUE + i, holder);
        }
        code.return_();
    }

    private void method(
            ClassBuilder type, String name, ClassDesc result, Consumer<CodeBuilder> body) {
        type.withMethodBody(name, signature(result), ClassFile.ACC_PUBLIC, body);
    }

    private MethodTypeDesc signature(ClassDesc result) {
        return listed
                ? Symbols.type(result, Symbols.VARARGS)
                : Symbols.values(result, function.parameters().size());
    }

    private void body(CodeBuilder code) {
        Frame frame = new Frame(function, script, types, code);
        Emitter out = new Emitter(function, returns, script, types, frame, code);
        code.lineNumber(Math.max(1, function.at().line()));
        parameters(code, frame);
        out.poll();
        new StatementEmitter(out, new ExpressionEmitter(out)).block(function.block());
        code.lineNumber(Math.max(1, function.end().line()));
        if (returns.single()) {
            out.nil();
        } else {
            code.getstatic(Symbols.VALUE, "NONE", Symbols.VALUE);
        }
        code.areturn();
    }

    private void parameters(CodeBuilder code, Frame frame) {
        List<Local> parameters = function.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            if (listed) {
                code.aload(1).loadConstant(i + 1);
                MethodTypeDesc type = MethodTypeDesc.of(Symbols.VALUE, Symbols.INT);
                code.invokevirtual(Symbols.VARARGS, "arg", type);
                frame.declare(parameters.get(i));
            } else {
                frame.declareParameter(parameters.get(i), i + 1);
            }
        }
        if (function.isVararg() && !parameters.isEmpty()) {
            code.aload(1).loadConstant(parameters.size() + 1);
            MethodTypeDesc type = MethodTypeDesc.of(Symbols.VARARGS, Symbols.INT);
            code.invokevirtual(Symbols.VARARGS, "subargs", type);
            code.astore(1);
        }
    }

    private void finish(CodeBuilder code) {
        arguments(code);
        code.invokevirtual(self, "run", signature(Symbols.VARARGS));
        code.invokestatic(Symbols.TAIL_CALL, "finish", LIST);
        code.areturn();
    }

    private void tail(CodeBuilder code) {
        code.aload(0);
        if (listed) {
            code.aload(1);
        } else {
            for (int i = 0; i < function.parameters().size(); i++) {
                code.aload(1).loadConstant(i + 1);
                MethodTypeDesc type = MethodTypeDesc.of(Symbols.VALUE, Symbols.INT);
                code.invokevirtual(Symbols.VARARGS, "arg", type);
            }
        }
        code.invokevirtual(self, "run", signature(Symbols.VARARGS));
        code.areturn();
    }

    private void first(CodeBuilder code) {
        delegate(code, "apply", Symbols.VARARGS);
    }

    private void delegate(CodeBuilder code, String method, ClassDesc result) {
        arguments(code);
        code.invokevirtual(self, method, signature(result));
        if (method.equals("apply")) {
            code.invokevirtual(Symbols.VARARGS, "arg1", MethodTypeDesc.of(Symbols.VALUE));
        }
        code.areturn();
    }

    private void arguments(CodeBuilder code) {
        code.aload(0);
        int count = listed ? 1 : function.parameters().size();
        for (int i = 1; i <= count; i++) {
            code.loadLocal(TypeKind.REFERENCE, i);
        }
    }
}
