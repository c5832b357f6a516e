package dev.moonlet.lua.compiler;

import dev.moonlet.lua.syntax.Expression;
import dev.moonlet.lua.syntax.FunctionBody;
import dev.moonlet.lua.syntax.Local;
import dev.moonlet.lua.syntax.UnaryOperator;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.luaj.vm2.LuaBoolean;

/** Emits the code that leaves an expression's value on the stack. */
final class ExpressionEmitter {

    static final Callee GET_TEXT = get(Symbols.TEXT);
    static final Callee LIST_OF_TWO = list(Symbols.VALUE, Symbols.VARARGS);

    private static final Map<ClassDesc, Callee> GET =
            Map.of(
                    Symbols.TEXT, GET_TEXT,
                    Symbols.LONG, get(Symbols.LONG),
                    Symbols.VALUE, get(Symbols.VALUE));
    private static final Callee LIST_OF_THREE = list(Symbols.VALUE, Symbols.VALUE, Symbols.VARARGS);
    private static final Callee LIST_OF_ARRAY = list(Symbols.VALUE.arrayType());
    private static final Callee LIST_OF_ARRAY_AND_REST =
            list(Symbols.VALUE.arrayType(), Symbols.VARARGS);
    private static final Callee FIRST = Callee.method(Symbols.VARARGS, "arg1", Symbols.VALUE);
    private static final ClassDesc TRUTH = Symbols.of(LuaBoolean.class);

    private static final MethodTypeDesc NEW_FUNCTION = Symbols.type(Symbols.VOID, Symbols.BODY);

    private final Emitter out;
    private final CallEmitter calls;
    private final OperatorEmitter operators;
    private final ConditionEmitter conditions;
    private final ReadOrder order;

    ExpressionEmitter(Emitter out) {
        this.out = out;
        calls = new CallEmitter(out, this);
        operators = new OperatorEmitter(out, this);
        conditions = new ConditionEmitter(out, this);
        order = new ReadOrder(out.function(), out.types());
    }

    CallEmitter calls() {
        return calls;
    }

    ConditionEmitter conditions() {
        return conditions;
    }

    ReadOrder order() {
        return order;
    }

    /** Leaves a value. */
    void value(Expression expression) {
        switch (expression) {
            case Expression.Nil _ -> out.nil();
            case Expression.True _ -> truth(true);
            case Expression.False _ -> truth(false);
            case Expression.IntegerLiteral number ->
                    out.script().constants().push(out.code(), number.value());
            case Expression.FloatLiteral number ->
                    out.script().constants().push(out.code(), number.value());
            case Expression.StringLiteral text ->
                    out.script().constants().push(out.code(), text.value());
            case Expression.Parenthesized inner -> value(inner.inner());
            case Expression.LocalUse use -> local(use.local());
            case Expression.GlobalUse use -> global(use);
            case Expression.Index index -> index(index);
            case Expression.Call _, Expression.MethodCall _ -> calls.single(expression);
            case Expression.Vararg _ -> {
                out.code().aload(calls.varargsSlot());
                first();
            }
            case Expression.Function function -> closure(function.body());
            case Expression.TableConstructor table -> new TableEmitter(out, this).emit(table);
            case Expression.Unary unary -> unary(unary);
            case Expression.Binary binary -> operators.value(binary);
            case Expression.And and -> choose(and.left(), and.right(), false);
            case Expression.Or or -> choose(or.left(), or.right(), true);
        }
    }

    /** Leaves a number of 64 bits; the expression's kind says that it is one. */
    void integer(Expression expression) {
        switch (expression) {
            case Expression.IntegerLiteral number -> out.code().loadConstant(number.value());
            case Expression.LocalUse use -> out.frame().load(use.local());
            case Expression.Parenthesized inner -> integer(inner.inner());
            case Expression.Unary unary -> operators.integer(unary);
            case Expression.Binary binary -> operators.integer(binary);
            default -> throw new IllegalStateException("no integer: " + expression);
        }
    }

    /** Leaves a double; the expression's kind says that it is a number. */
    void real(Expression expression) {
        if (out.types().of(expression) == Kind.INTEGER) {
            integer(expression);
            out.code().l2d();
            return;
        }
        switch (expression) {
            case Expression.FloatLiteral number -> out.code().loadConstant(number.value());
            case Expression.LocalUse use -> out.frame().load(use.local());
            case Expression.Parenthesized inner -> real(inner.inner());
            case Expression.Unary unary -> operators.real(unary);
            case Expression.Binary binary -> operators.real(binary);
            default -> throw new IllegalStateException("no float: " + expression);
        }
    }

    /** Leaves what a local of a kind takes. */
    void of(Kind kind, Expression expression) {
        switch (kind) {
            case INTEGER -> integer(expression);
            case FLOAT -> real(expression);
            case VALUE -> value(expression);
        }
    }

    /** Leaves all values of an expression that may have several. */
    void multiple(Expression expression) {
        if (expression instanceof Expression.Vararg) {
            out.code().aload(calls.varargsSlot());
        } else {
            calls.multiple(expression);
        }
    }

    /** Leaves several expressions as one list, whose last may be several values itself. */
    void list(List<Expression> expressions) {
        int count = expressions.size();
        boolean open = count > 0 && Returns.isMultiple(expressions.getLast());
        int fixed = open ? count - 1 : count;
        if (fixed == 0 && open) {
            multiple(expressions.getLast());
            return;
        }
        if (!open && fixed <= 3) {
            expressions.forEach(this::value);
            varargs(fixed);
            return;
        }
        array(expressions.subList(0, fixed));
        if (open) {
            multiple(expressions.getLast());
            out.call(LIST_OF_ARRAY_AND_REST);
        } else {
            out.call(LIST_OF_ARRAY);
        }
    }

    /** Leaves the first of the values on the stack. */
    void first() {
        out.call(FIRST);
    }

    private void varargs(int count) {
        switch (count) {
            case 0 -> out.code().getstatic(Symbols.VALUE, "NONE", Symbols.VALUE);
            case 1 -> {}
            case 2 -> out.call(LIST_OF_TWO);
            default -> out.call(LIST_OF_THREE);
        }
    }

    private void array(List<Expression> expressions) {
        out.code().loadConstant(expressions.size());
        out.code().anewarray(Symbols.VALUE);
        for (int i = 0; i < expressions.size(); i++) {
            out.code().dup();
            out.code().loadConstant(i);
            value(expressions.get(i));
            out.code().aastore();
        }
    }

    private void truth(boolean value) {
        out.code().getstatic(Symbols.VALUE, value ? "TRUE" : "FALSE", TRUTH);
    }

    private void local(Local local) {
        out.frame().load(local);
        out.box(out.frame().kind(local));
    }

    private void global(Expression.GlobalUse use) {
        value(use.environment());
        out.script().constants().push(out.code(), use.name().value());
        out.line(use.at().line());
        out.name(Names.of(use.environment(), out.function()));
        out.call(GET_TEXT);
    }

    /** Leaves two values, the left one read last if it may change meanwhile. */
    void pair(Expression left, Expression right) {
        if (order.isLate(left)) {
            value(right);
            value(left);
            out.code().swap();
        } else {
            value(left);
            value(right);
        }
    }

    private void index(Expression.Index index) {
        ClassDesc key = Symbols.VALUE;
        if (order.isBehindKey(index.table(), index.key())) {
            value(index.key());
            value(index.table());
            out.code().swap();
        } else {
            value(index.table());
            key = key(index.key());
        }
        out.line(index.at().line());
        out.name(Names.of(index.table(), out.function()));
        out.call(Objects.requireNonNull(GET.get(key)));
    }

    /** Leaves a key in the form that indexing takes fastest, and returns its type. */
    ClassDesc key(Expression key) {
        if (key instanceof Expression.StringLiteral text) {
            out.script().constants().push(out.code(), text.value());
            return Symbols.TEXT;
        }
        if (out.types().of(key) == Kind.INTEGER) {
            integer(key);
            return Symbols.LONG;
        }
        value(key);
        return Symbols.VALUE;
    }

    private void closure(FunctionBody body) {
        out.code().new_(Symbols.FUNCTION).dup();
        body(body);
        out.code().invokespecial(Symbols.FUNCTION, "<init>", NEW_FUNCTION);
    }

    /** Leaves the body of a function, which has captured what it uses. */
    void body(FunctionBody body) {
        ClassDesc type = out.script().classOf(body);
        out.code().new_(type).dup();
        List<Local> captures = out.script().captures(body);
        for (Local local : captures) {
            out.frame().loadHolder(local);
            if (!Frame.isCell(local)) {
                out.box(out.frame().kind(local));
            }
        }
        out.code().invokespecial(type, "<init>", Frame.constructor(captures));
    }

    private void unary(Expression.Unary unary) {
        Kind kind = out.types().of(unary);
        if (kind != Kind.VALUE) {
            of(kind, unary);
            out.box(kind);
        } else if (unary.operator() == UnaryOperator.NOT) {
            conditions.value(unary);
        } else {
            operators.value(unary);
        }
    }

    private static Callee get(ClassDesc key) {
        return Callee.function(
                Symbols.INDEXING, "get", Symbols.VALUE, Symbols.VALUE, key, Symbols.STRING);
    }

    private static Callee list(ClassDesc... parts) {
        return Callee.function(Symbols.VALUE, "varargsOf", Symbols.VARARGS, parts);
    }

    /** Leaves the left value if it decides, else the right one. */
    private void choose(Expression left, Expression right, boolean decides) {
        int kept = out.code().allocateLocal(TypeKind.REFERENCE);
        Label end = out.code().newLabel();
        value(left);
        out.code().dup();
        out.code().astore(kept);
        conditions.jumpOnTruth(end, decides);
        value(right);
        out.code().astore(kept);
        out.code().labelBinding(end);
        out.code().aload(kept);
    }
}
