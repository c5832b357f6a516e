package dev.moonlet.lua.compiler;

import dev.moonlet.lua.syntax.FunctionBody;
import dev.moonlet.lua.syntax.Local;
import dev.moonlet.lua.value.Body0;
import dev.moonlet.lua.value.Body1;
import dev.moonlet.lua.value.Body2;
import dev.moonlet.lua.value.Body3;
import dev.moonlet.lua.value.ScriptBody;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/** Compiles one function to a class whose objects are its closures. */
final class FunctionCompiler {

    private static final List<ClassDesc> BY_PARAMETERS =
            List.of(
                    Symbols.of(Body0.class),
                    Symbols.of(Body1.class),
                    Symbols.of(Body2.class),
                    Symbols.of(Body3.class));
    private static final ClassDesc OF_LIST = Symbols.of(ScriptBody.class);

    private static final MethodTypeDesc LIST = Symbols.type(Symbols.VARARGS, Symbols.VARARGS);

    private static final Callee REST =
            Callee.method(Symbols.VARARGS, "subargs", Symbols.VARARGS, Symbols.INT);

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
        listed = function.isVararg() || function.parameters().size() >= BY_PARAMETERS.size();
        returns = Returns.of(function, listed);
    }

    byte[] compile() {
        return ClassFile.of(Symbols.HIERARCHY).build(self, this::build);
    }

    private void build(ClassBuilder type) {
        type.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER);
        type.withSuperclass(base());
        type.with(SourceFileAttribute.of(script.chunk()));
        for (int i = 0; i < captures.size(); i++) {
            type.withField(Frame.UPVALUE + i, Frame.holder(captures.get(i)), ClassFile.ACC_FINAL);
        }
        type.withMethodBody("<init>", constructor(), 0, this::construct);
        type.withMethodBody(
                returns.single() ? "call" : "tail", signature(), ClassFile.ACC_PUBLIC, this::body);
    }

    private ClassDesc base() {
        return listed ? OF_LIST : BY_PARAMETERS.get(function.parameters().size());
    }

    private MethodTypeDesc constructor() {
        return Frame.constructor(captures);
    }

    private void construct(CodeBuilder code) {
        code.aload(0);
        code.invokespecial(base(), "<init>", ConstantDescs.MTD_void);
        for (int i = 0; i < captures.size(); i++) {
            ClassDesc holder = Frame.holder(captures.get(i));
            code.aload(0).aload(i + 1).putfield(self, Frame.UPVALUE + i, holder);
        }
        code.return_();
    }

    private MethodTypeDesc signature() {
        return listed
                ? LIST
                : Symbols.values(
                        returns.single() ? Symbols.VALUE : Symbols.VARARGS,
                        function.parameters().size());
    }

    private void body(CodeBuilder code) {
        Frame frame = new Frame(function, script, types, code);
        Emitter out = new Emitter(function, returns, script, frame, code, new Callee.Known());
        out.line(function.at().line());
        parameters(out);
        out.poll();
        boolean fallsOut = !Returns.neverFallsOut(function.block());
        Runnable end = fallsOut ? () -> out.line(lastLine()) : () -> {};
        new StatementEmitter(out, new ExpressionEmitter(out)).repeated(function.block(), end);
        if (fallsOut) {
            if (function.exits().isPresent()) {
                code.aconst_null().areturn();
                return;
            }
            code.getstatic(Symbols.VALUE, "NONE", Symbols.VALUE);
            code.areturn();
        }
    }

    /** A script has no end of its own. */
    private int lastLine() {
        return (function.parent().isEmpty() ? function.block().last() : function.end()).line();
    }

    private void parameters(Emitter out) {
        CodeBuilder code = out.code();
        List<Local> parameters = function.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            if (listed) {
                code.aload(1);
                out.argument(i + 1);
                out.frame().declare(parameters.get(i));
            } else {
                out.frame().declareParameter(parameters.get(i), i + 1);
            }
        }
        if (function.isVararg() && !parameters.isEmpty()) {
            code.aload(1).loadConstant(parameters.size() + 1);
            out.call(REST);
            code.astore(1);
        }
    }
}
