package dev.moonlet.lua.compiler;

import dev.moonlet.lua.syntax.Expression;
import dev.moonlet.lua.syntax.Expression.Field;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Emits table constructors. */
final class TableEmitter {

    private static final MethodTypeDesc NEW = Symbols.type(Symbols.VOID, Symbols.INT, Symbols.INT);
    private static final Callee FILL =
            Callee.method(Symbols.TABLE, "fill", Symbols.VOID, Symbols.INT, Symbols.VALUE);
    private static final Callee FILL_REST =
            Callee.method(Symbols.TABLE, "fill", Symbols.VOID, Symbols.INT, Symbols.VARARGS);
    private static final Callee FILLED =
            Callee.method(Symbols.TABLE, "filled", Symbols.VOID, Symbols.INT);
    private static final Callee FIELD = checked("field");
    private static final Map<ClassDesc, Callee> PUT =
            Map.of(
                    Symbols.TEXT, put(Symbols.TEXT),
                    Symbols.LONG, put(Symbols.LONG),
                    Symbols.VALUE, checked("put"));
    private final Emitter out;
    private final ExpressionEmitter expressions;

    TableEmitter(Emitter out, ExpressionEmitter expressions) {
        this.out = out;
        this.expressions = expressions;
    }

    void emit(Expression.TableConstructor constructor) {
        int items = items(constructor.fields());
        out.code().new_(Symbols.TABLE).dup();
        out.code().loadConstant(items);
        out.code().loadConstant(constructor.fields().size() - items);
        out.code().invokespecial(Symbols.TABLE, "<init>", NEW);
        int next = 1;
        for (Field field : constructor.fields()) {
            out.code().dup();
            switch (field) {
                case Field.Named named -> named(named, items > 0);
                case Field.Item item
                        when field == constructor.fields().getLast()
                                && Returns.isMultiple(item.value()) -> {
                    rest(next, item);
                    return;
                }
                case Field.Item item -> {
                    out.code().loadConstant(next++);
                    expressions.value(item.value());
                    out.call(FILL);
                }
            }
        }
        if (next > 1) {
            out.code().dup().loadConstant(next - 1);
            out.call(FILLED);
        }
    }

    private static int items(List<Field> fields) {
        int items = 0;
        for (Field field : fields) {
            if (field instanceof Field.Item) {
                items++;
            }
        }
        return items;
    }

    private void named(Field.Named named, boolean besideItems) {
        if (besideItems && !(named.key() instanceof Expression.StringLiteral)) {
            expressions.value(named.key());
            expressions.value(named.value());
            set(named, FIELD);
        } else {
            ClassDesc key = expressions.key(named.key());
            expressions.value(named.value());
            set(named, Objects.requireNonNull(PUT.get(key)));
        }
    }

    /** Sets a field; one whose key may be none fails where its value ends. */
    private void set(Field.Named named, Callee method) {
        out.line(named.end().line());
        out.call(method);
    }

    private static Callee checked(String name) {
        return Callee.function(
                Symbols.INDEXING, name, Symbols.VOID, Symbols.TABLE, Symbols.VALUE, Symbols.VALUE);
    }

    private static Callee put(ClassDesc key) {
        return Callee.method(Symbols.TABLE, "put", Symbols.VOID, key, Symbols.VALUE);
    }

    private void rest(int first, Field.Item item) {
        out.code().loadConstant(first);
        expressions.multiple(item.value());
        out.call(FILL_REST);
    }
}
