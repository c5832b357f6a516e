package dev.moonlet.lua.compiler;

import dev.moonlet.lua.syntax.Expression;
import dev.moonlet.lua.syntax.Expression.Field;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/** Emits table constructors. */
final class TableEmitter {

    private static final MethodTypeDesc FILL =
            Symbols.type(Symbols.VOID, Symbols.INT, Symbols.VALUE);
    private static final MethodTypeDesc FILL_REST =
            Symbols.type(Symbols.VOID, Symbols.INT, Symbols.VARARGS);
    private static final MethodTypeDesc FILLED = Symbols.type(Symbols.VOID, Symbols.INT);

    private final Emitter out;
    private final ExpressionEmitter expressions;

    TableEmitter(Emitter out, ExpressionEmitter expressions) {
        this.out = out;
        this.expressions = expressions;
    }

    void emit(Expression.TableConstructor constructor) {
        int items =
                (int) constructor.fields().stream().filter(Field.Item.class::isInstance).count();
        out.code().new_(Symbols.TABLE).dup();
        out.code().loadConstant(items);
        out.code().loadConstant(constructor.fields().size() - items);
        out.code()
                .invokespecial(
                        Symbols.TABLE,
                        "<init>",
                        Symbols.type(Symbols.VOID, Symbols.INT, Symbols.INT));
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
                    out.code().invokevirtual(Symbols.TABLE, "fill", FILL);
                }
            }
        }
        if (next > 1) {
            out.code().dup().loadConstant(next - 1);
            out.code().invokevirtual(Symbols.TABLE, "filled", FILLED);
        }
    }

    private void named(Field.Named named, boolean besideItems) {
        if (besideItems && !(named.key() instanceof Expression.StringLiteral)) {
            expressions.value(named.key());
            expressions.value(named.value());
            setChecked(named, "field");
            return;
        }
        ClassDesc key = expressions.key(named.key());
        expressions.value(named.value());
        if (key.equals(Symbols.VALUE)) {
            setChecked(named, "put");
        } else {
            MethodTypeDesc type = Symbols.type(Symbols.VOID, key, Symbols.VALUE);
            out.code().invokevirtual(Symbols.TABLE, "put", type);
        }
    }

    /** Sets a field whose key may be none. */
    private void setChecked(Field.Named named, String method) {
        out.line(named.end().line());
        out.call(
                Symbols.INDEXING,
                method,
                Symbols.VOID,
                Symbols.TABLE,
                Symbols.VALUE,
                Symbols.VALUE);
    }

    private void rest(int first, Field.Item item) {
        out.code().loadConstant(first);
        expressions.multiple(item.value());
        out.code().invokevirtual(Symbols.TABLE, "fill", FILL_REST);
    }
}
