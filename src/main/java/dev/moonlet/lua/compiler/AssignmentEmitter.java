package dev.moonlet.lua.compiler;

import dev.moonlet.lua.syntax.Expression;
import dev.moonlet.lua.syntax.Local;
import dev.moonlet.lua.syntax.Position;
import dev.moonlet.lua.syntax.Statement;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;

/** Emits assignments and declarations, of one value or of several at once. */
final class AssignmentEmitter {

    private static final Map<ClassDesc, Callee> SET =
            Map.of(
                    Symbols.TEXT, set(Symbols.TEXT),
                    Symbols.LONG, set(Symbols.LONG),
                    Symbols.VALUE, set(Symbols.VALUE));

    private final Emitter out;
    private final ExpressionEmitter expressions;

    AssignmentEmitter(Emitter out, ExpressionEmitter expressions) {
        this.out = out;
        this.expressions = expressions;
    }

    void declare(Statement.LocalDeclaration declaration) {
        List<Local> locals = declaration.locals();
        List<Expression> values = declaration.values();
        if (locals.size() == 1 && values.size() == 1) {
            expressions.of(out.frame().kind(locals.getFirst()), values.getFirst());
            declare(locals.getFirst(), declaration.end());
            return;
        }
        List<Integer> slots = evaluate(values, locals.size(), i -> out.frame().kind(locals.get(i)));
        for (int i = 0; i < locals.size(); i++) {
            load(out.frame().kind(locals.get(i)), slots.get(i));
            declare(locals.get(i), declaration.end());
        }
    }

    void assign(Statement.Assignment assignment) {
        List<Expression> targets = assignment.targets();
        List<Expression> values = assignment.values();
        if (targets.size() == 1 && values.size() == 1) {
            one(targets.getFirst(), values.getFirst());
            return;
        }
        List<Place> places = places(targets);
        List<Integer> slots = evaluate(values, targets.size(), i -> places.get(i).kind());
        for (int i = targets.size() - 1; i >= 0; i--) {
            int slot = slots.get(i);
            Kind kind = places.get(i).kind();
            places.get(i).store(() -> load(kind, slot));
        }
    }

    private void declare(Local local, Position end) {
        if (local.attribute() == Local.Attribute.CLOSE) {
            out.line(end.line());
            CloseEmitter.check(out, local.name());
        }
        out.frame().declare(local);
    }

    private void one(Expression target, Expression value) {
        switch (target) {
            case Expression.LocalUse use -> {
                expressions.of(out.frame().kind(use.local()), value);
                out.frame().store(use.local());
            }
            case Expression.GlobalUse use ->
                    set(use.environment(), use.name(), value, use.at().line());
            case Expression.Index index ->
                    set(index.table(), index.key(), value, index.at().line());
            default -> throw new IllegalStateException("nothing to assign to: " + target);
        }
    }

    private void set(Expression table, Expression key, Expression value, int line) {
        ReadOrder order = expressions.order();
        if (order.isLate(table, key) || order.isLate(key) || order.isBehindKey(table, key)) {
            Place place = new FieldPlace(table, key, line, List.of());
            expressions.value(value);
            int slot = keep(Kind.VALUE);
            place.store(() -> load(Kind.VALUE, slot));
            return;
        }
        expressions.value(table);
        ClassDesc keyType = expressions.key(key);
        expressions.value(value);
        set(table, keyType, line);
    }

    /** Sets a field: the table, the key and the value are on the stack. */
    private void set(Expression table, ClassDesc keyType, int line) {
        out.line(line);
        out.name(Names.of(table, out.function()));
        out.call(Objects.requireNonNull(SET.get(keyType)));
    }

    private static Callee set(ClassDesc key) {
        return Callee.function(
                Symbols.INDEXING,
                "set",
                Symbols.VOID,
                Symbols.VALUE,
                key,
                Symbols.VALUE,
                Symbols.STRING);
    }

    /** Evaluates expressions to slots, as many as are wanted: nil where there are fewer. */
    private List<Integer> evaluate(List<Expression> values, int wanted, IntFunction<Kind> kinds) {
        List<Integer> slots = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Expression value = values.get(i);
            if (i == values.size() - 1 && Returns.isMultiple(value) && wanted > values.size()) {
                spread(value, wanted - i, slots);
            } else {
                Kind kind = i < wanted ? kinds.apply(i) : Kind.VALUE;
                expressions.of(kind, value);
                slots.add(keep(kind));
            }
        }
        while (slots.size() < wanted) {
            out.nil();
            slots.add(keep(Kind.VALUE));
        }
        return slots;
    }

    private void spread(Expression value, int count, List<Integer> slots) {
        expressions.multiple(value);
        int all = out.code().allocateLocal(TypeKind.REFERENCE);
        out.code().astore(all);
        for (int i = 1; i <= count; i++) {
            out.code().aload(all);
            out.argument(i);
            slots.add(keep(Kind.VALUE));
        }
    }

    private int keep(Kind kind) {
        int slot = out.code().allocateLocal(type(kind));
        out.code().storeLocal(type(kind), slot);
        return slot;
    }

    private void load(Kind kind, int slot) {
        out.code().loadLocal(type(kind), slot);
    }

    private static TypeKind type(Kind kind) {
        return switch (kind) {
            case INTEGER -> TypeKind.LONG;
            case FLOAT -> TypeKind.DOUBLE;
            case VALUE -> TypeKind.REFERENCE;
        };
    }

    /** What is assigned to, its table and key evaluated. */
    private interface Place {

        Kind kind();

        void store(Runnable value);
    }

    private record LocalPlace(Local local, Kind kind, Frame frame) implements Place {

        @Override
        public void store(Runnable value) {
            value.run();
            frame.store(local);
        }
    }

    /** What is assigned to further on is read before; in C Lua too it is the target before. */
    private List<Place> places(List<Expression> targets) {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            places.add(place(targets.get(i), targets.subList(i + 1, targets.size())));
        }
        return places;
    }

    private Place place(Expression target, List<Expression> following) {
        return switch (target) {
            case Expression.LocalUse use ->
                    new LocalPlace(use.local(), out.frame().kind(use.local()), out.frame());
            case Expression.GlobalUse use ->
                    new FieldPlace(use.environment(), use.name(), use.at().line(), following);
            case Expression.Index index ->
                    new FieldPlace(index.table(), index.key(), index.at().line(), following);
            default -> throw new IllegalStateException("nothing to assign to: " + target);
        };
    }

    private static boolean isAmong(List<Expression> targets, Expression operand) {
        return operand instanceof Expression.LocalUse use
                && targets.stream()
                        .anyMatch(target ->
                                target instanceof Expression.LocalUse other
                                        && other.local() == use.local());
    }

    /** A field, of which is kept in slots what is not read late. */
    private final class FieldPlace implements Place {

        private static final int NONE = -1;

        private final Expression table;
        private final Expression key;
        private final int line;
        private final ClassDesc keyType;
        private int tableSlot = NONE;
        private int keySlot = NONE;

        FieldPlace(Expression table, Expression key, int line, List<Expression> following) {
            this.table = table;
            this.key = key;
            this.line = line;
            boolean keepsTable =
                    !expressions.order().isLate(table, key) || isAmong(following, table);
            boolean isBehind = expressions.order().isBehindKey(table, key);
            if (keepsTable && !isBehind) {
                keepTable();
            }
            keyType = keepKey(isAmong(following, key));
            if (keepsTable && isBehind) {
                keepTable();
            }
        }

        private void keepTable() {
            expressions.value(table);
            tableSlot = keep(Kind.VALUE);
        }

        private ClassDesc keepKey(boolean changes) {
            if (key instanceof Expression.StringLiteral) {
                return Symbols.TEXT;
            }
            if (expressions.order().isLate(key) && !changes) {
                return Symbols.VALUE;
            }
            ClassDesc type = expressions.key(key);
            keySlot = keep(type.equals(Symbols.LONG) ? Kind.INTEGER : Kind.VALUE);
            return type;
        }

        @Override
        public Kind kind() {
            return Kind.VALUE;
        }

        @Override
        public void store(Runnable value) {
            if (tableSlot == NONE) {
                expressions.value(table);
            } else {
                out.code().aload(tableSlot);
            }
            if (keySlot == NONE) {
                expressions.key(key);
            } else {
                load(keyType.equals(Symbols.LONG) ? Kind.INTEGER : Kind.VALUE, keySlot);
            }
            value.run();
            set(table, keyType, line);
        }
    }
}
