package dev.moonlet.lua.compiler;

import dev.moonlet.lua.syntax.Block;
import dev.moonlet.lua.syntax.Statement;
import dev.moonlet.lua.value.Cursor;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.util.List;

/** Emits loops. */
final class LoopEmitter {

    private static final ClassDesc CURSOR = Symbols.of(Cursor.class);
    private static final Callee CURSOR_OF =
            Callee.function(CURSOR, "of", CURSOR, Symbols.VALUE, Symbols.VALUE, Symbols.VALUE);
    private static final Callee NEXT = Callee.method(CURSOR, "next", Symbols.BOOLEAN);
    private static final List<Callee> PARTS =
            List.of(
                    Callee.method(CURSOR, "key", Symbols.VALUE),
                    Callee.method(CURSOR, "value", Symbols.VALUE));

    private final Emitter out;
    private final ExpressionEmitter expressions;
    private final StatementEmitter statements;
    private final Jumps jumps;

    LoopEmitter(
            Emitter out, ExpressionEmitter expressions, StatementEmitter statements, Jumps jumps) {
        this.out = out;
        this.expressions = expressions;
        this.statements = statements;
        this.jumps = jumps;
    }

    /** Emits the body of a loop, which a break leaves to its end. */
    void body(Block block, Label end) {
        jumps.enterLoop(end, block.end().line());
        statements.block(block);
        jumps.leaveLoop();
    }

    void whileLoop(Statement.While loop) {
        Label end = out.code().newLabel();
        Label top = out.code().newBoundLabel();
        expressions.conditions().jump(loop.condition(), end, false);
        body(loop.block(), end);
        out.poll();
        out.code().goto_(top);
        out.code().labelBinding(end);
    }

    void repeat(Statement.Repeat loop) {
        Label end = out.code().newLabel();
        Label top = out.code().newBoundLabel();
        jumps.enterLoop(end, loop.end().line());
        statements.repeated(
                loop.block(),
                () -> {
                    out.line(loop.condition().at().line());
                    expressions.conditions().jump(loop.condition(), end, true);
                });
        jumps.leaveLoop();
        out.poll();
        out.code().goto_(top);
        out.code().labelBinding(end);
    }

    /** {@code for a, b in iterator, state, control, closing}. */
    void generic(Statement.GenericFor loop) {
        expressions.list(loop.values());
        int values = keep();
        int iterator = part(values, 1);
        int state = part(values, 2);
        int control = part(values, 3);
        argument(values, 4);
        CloseEmitter.check(out, "(for state)");
        int closing = keep();
        new CloseEmitter(out, jumps)
                .guard(closing, () -> rounds(loop, new int[] {iterator, state, control}), true);
    }

    private void rounds(Statement.GenericFor loop, int[] parts) {
        int cursor = cursor(parts);
        int[] values = new int[loop.variables().size()];
        for (int i = 0; i < values.length; i++) {
            out.nil();
            values[i] = keep();
        }
        Label end = out.code().newLabel();
        Label call = out.code().newLabel();
        Label go = out.code().newLabel();
        Label top = out.code().newBoundLabel();
        out.code().aload(cursor).ifnull(call);
        advance(loop, cursor, values, end);
        out.code().goto_(go);
        out.code().labelBinding(call);
        next(loop, parts, values);
        out.code().aload(values[0]).dup().astore(parts[2]);
        jumpOnNil(end);
        out.code().labelBinding(go);
        for (int i = 0; i < values.length; i++) {
            out.code().aload(values[i]);
            out.frame().declare(loop.variables().get(i));
        }
        body(loop.block(), end);
        out.poll();
        out.code().goto_(top);
        out.code().labelBinding(end);
        out.line(loop.block().end().line());
    }

    private int cursor(int[] parts) {
        out.code().aload(parts[0]).aload(parts[1]).aload(parts[2]);
        out.call(CURSOR_OF);
        return keep();
    }

    /** Goes on by a cursor, which gives a key and a value. */
    private void advance(Statement.GenericFor loop, int cursor, int[] values, Label end) {
        out.line(loop.at().line());
        out.code().aload(cursor);
        out.call(NEXT);
        out.code().ifeq(end);
        for (int i = 0; i < Math.min(values.length, PARTS.size()); i++) {
            if (loop.variables().get(i).used()) {
                out.code().aload(cursor);
                out.call(PARTS.get(i));
                out.code().astore(values[i]);
            }
        }
    }

    private void jumpOnNil(Label target) {
        out.nil();
        out.code().if_acmpeq(target);
    }

    /** Calls the iterator; takes its first result, or several where the loop has more variables. */
    private void next(Statement.GenericFor loop, int[] parts, int[] values) {
        out.code().aload(parts[0]);
        out.name("for iterator 'for iterator'");
        out.call(CallEmitter.BODY);
        out.code().aload(parts[1]).aload(parts[2]);
        out.line(loop.at().line());
        boolean one = values.length == 1;
        out.call(one ? CallEmitter.CALL.get(2) : CallEmitter.APPLY.get(2));
        int results = keep();
        for (int i = 0; i < values.length; i++) {
            if (one) {
                out.code().aload(results);
            } else {
                argument(results, i + 1);
            }
            out.code().astore(values[i]);
        }
    }

    private int part(int values, int index) {
        argument(values, index);
        return keep();
    }

    private void argument(int values, int index) {
        out.code().aload(values);
        out.argument(index);
    }

    private int keep() {
        int slot = out.code().allocateLocal(TypeKind.REFERENCE);
        out.code().astore(slot);
        return slot;
    }
}
