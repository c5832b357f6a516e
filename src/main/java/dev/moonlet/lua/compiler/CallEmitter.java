package dev.moonlet.lua.compiler;

import dev.moonlet.lua.syntax.Expression;
import dev.moonlet.lua.syntax.Expression.Call;
import dev.moonlet.lua.syntax.Expression.MethodCall;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Emits calls: of one result, of all, and in tail position. */
final class CallEmitter {

    /** As many arguments are passed as they are; more go in a list. */
    private static final int MAX_PASSED = 3;

    static final Callee BODY =
            Callee.function(Symbols.CALLS, "body", Symbols.BODY, Symbols.VALUE, Symbols.STRING);

    /** The calls of a body by the number of what is passed: of one result, and of all. */
    static final List<Callee> CALL = passed("call", Symbols.VALUE);

    static final List<Callee> APPLY = passed("apply", Symbols.VARARGS);

    private static final Callee APPLY_LIST =
            Callee.method(Symbols.BODY, "apply", Symbols.VARARGS, Symbols.VARARGS);

    private static final Callee TAIL =
            Callee.function(
                    Symbols.TAIL_CALL,
                    "of",
                    Symbols.VARARGS,
                    Symbols.VALUE,
                    Symbols.VARARGS,
                    Symbols.STRING);

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
        emit(call, CALL);
    }

    void multiple(Expression call) {
        emit(call, APPLY);
    }

    /** Leaves a call that the caller is to make. */
    void tail(Expression call) {
        Optional<Integer> object = function(call);
        arguments(call, object);
        out.line(call.at().line());
        out.name(name(call));
        out.call(TAIL);
    }

    private void emit(Expression call, List<Callee> methods) {
        boolean self = isSelf(call);
        Optional<Integer> object = self ? Optional.empty() : function(call);
        if (self) {
            out.code().aload(0);
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
            on(self, methods.get(count));
        } else {
            arguments(call, object);
            out.line(call.at().line());
            on(self, APPLY_LIST);
            if (methods == CALL) {
                expressions.first();
            }
        }
    }

    private void on(boolean self, Callee method) {
        out.call(self ? method.of(out.script().classOf(out.function())) : method);
    }

    private static List<Callee> passed(String name, ClassDesc result) {
        List<Callee> methods = new ArrayList<>();
        for (int count = 0; count <= MAX_PASSED; count++) {
            methods.add(Callee.method(Symbols.BODY, name, Symbols.values(result, count)));
        }
        return methods;
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
                out.call(ExpressionEmitter.GET_TEXT);
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
        out.call(BODY);
    }

    private void arguments(Expression call, Optional<Integer> object) {
        if (object.isEmpty()) {
            expressions.list(argumentsOf(call));
            return;
        }
        out.code().aload(object.get());
        expressions.list(argumentsOf(call));
        out.call(ExpressionEmitter.LIST_OF_TWO);
    }

    private static List<Expression> argumentsOf(Expression call) {
        return switch (call) {
            case Call plain -> plain.arguments();
            case MethodCall method -> method.arguments();
            default -> new ArrayList<>();
        };
    }
}
