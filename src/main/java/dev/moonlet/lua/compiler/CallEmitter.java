package dev.moonlet.lua.compiler;

import dev.moonlet.lua.syntax.Expression;
import dev.moonlet.lua.syntax.Expression.Call;
import dev.moonlet.lua.syntax.Expression.MethodCall;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Emits calls: of one result, of all, and in tail position. */
final class CallEmitter {

    /** As many arguments are passed as they are; more go in a list. */
    private static final int MAX_PASSED = 3;

    private final Emitter out;
    private final ExpressionEmitter expressions;

    CallEmitter(Emitter out, ExpressionEmitter expressions) {
        this.out = out;
        this.expressions = expressions;
    }

    /**
     * Where a vararg function keeps what was passed beyond its parameters: in its own argument's
     * slot.
     */
    int varargsSlot() {
        return 1;
    }

    void single(Expression call) {
        emit(call, "call", Symbols.VALUE);
    }

    void multiple(Expression call) {
        emit(call, "apply", Symbols.VARARGS);
    }

    /** Leaves a call that the caller is to make. */
    void tail(Expression call) {
        Optional<Integer> object = function(call);
        arguments(call, object);
        out.line(call.at().line());
        out.name(name(call));
        out.call(
                Symbols.TAIL_CALL,
                "of",
                Symbols.VARARGS,
                Symbols.VALUE,
                Symbols.VARARGS,
                Symbols.STRING);
    }

    private void emit(Expression call, String method, ClassDesc result) {
        boolean self = isSelf(call);
        Optional<Integer> object = self ? Optional.empty() : function(call);
        ClassDesc owner = Symbols.BODY;
        if (self) {
            out.code().aload(0);
            owner = out.script().classOf(out.function());
        } else {
            body(call);
        }
        List<Expression> passed = argumentsOf(call);
        int count = passed.size() + (object.isPresent() ? 1 : 0);
        boolean open = !passed.isEmpty() && Returns.isMultiple(passed.getLast());
        if (!open && count <= MAX_PASSED) {
            object.ifPresent(slot -> out.code().aload(slot));
            passed.forEach(expressions::value);
            out.line(call.at().line());
            out.code().invokevirtual(owner, method, Symbols.values(result, count));
        } else {
            arguments(call, object);
            out.line(call.at().line());
            MethodTypeDesc type = MethodTypeDesc.of(Symbols.VARARGS, Symbols.VARARGS);
            out.code().invokevirtual(owner, "apply", type);
            if (method.equals("call")) {
                expressions.first();
            }
        }
    }

    /** Whether a function calls itself by the local that it is the value of for good. */
    private boolean isSelf(Expression call) {
        return call instanceof Call plain
                && plain.function() instanceof Expression.LocalUse use
                && out.script().isSelf(out.function(), use.local());
    }

    /** Leaves what is called, and keeps the object of a method call. */
    private Optional<Integer> function(Expression call) {
        out.script().calls().add(call);
        return switch (call) {
            case Call plain -> {
                expressions.value(plain.function());
                yield Optional.empty();
            }
            case MethodCall method -> {
                int object = out.code().allocateLocal(TypeKind.REFERENCE);
                expressions.value(method.object());
                out.code().dup();
                out.code().astore(object);
                out.script().constants().push(out.code(), method.name().value());
                out.line(method.name().at().line());
                out.name(Names.of(method.object(), out.function()));
                out.call(
                        Symbols.INDEXING,
                        "get",
                        Symbols.VALUE,
                        Symbols.VALUE,
                        Symbols.TEXT,
                        Symbols.STRING);
                yield Optional.of(object);
            }
            default -> throw new IllegalStateException("no call: " + call);
        };
    }

    private @Nullable String name(Expression call) {
        return Names.ofCalled(call, out.function());
    }

    private void body(Expression call) {
        out.name(name(call));
        out.call(Symbols.CALLS, "body", Symbols.BODY, Symbols.VALUE, Symbols.STRING);
    }

    private void arguments(Expression call, Optional<Integer> object) {
        if (object.isEmpty()) {
            expressions.list(argumentsOf(call));
            return;
        }
        out.code().aload(object.get());
        expressions.list(argumentsOf(call));
        out.call(Symbols.VALUE, "varargsOf", Symbols.VARARGS, Symbols.VALUE, Symbols.VARARGS);
    }

    private static List<Expression> argumentsOf(Expression call) {
        return switch (call) {
            case Call plain -> plain.arguments();
            case MethodCall method -> method.arguments();
            default -> new ArrayList<>();
        };
    }
}
