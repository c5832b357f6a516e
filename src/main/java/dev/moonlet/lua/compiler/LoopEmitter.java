package dev.moonlet.lua.compiler;

import dev.moonlet.lua.syntax.Block;
import dev.moonlet.lua.syntax.Local;
import dev.moonlet.lua.syntax.Statement;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/** Emits loops. */
final class LoopEmitter {

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
        jumps.enterLoop(end);
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
        jumps.enterLoop(end);
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
        out.code().dup();
        out.code().loadConstant("(for state)");
        out.call(Symbols.of(Closing.class), "check", Symbols.VOID, Symbols.VALUE, Symbols.STRING);
        int closing = keep();
        new CloseEmitter(out, jumps)
                .guard(closing, () -> rounds(loop, new int[] {iterator, state, control}), true);
    }

    private void rounds(Statement.GenericFor loop, int[] parts) {
        int control = parts[2];
        Label end = out.code().newLabel();
        Label top = out.code().newBoundLabel();
        next(loop, parts);
        List<Local> variables = loop.variables();
        if (variables.size() == 1) {
            out.code().dup().astore(control);
            out.code().dup();
            Label go = out.code().newLabel();
            jumpUnlessNil(go);
            out.code().pop().goto_(end);
            out.code().labelBinding(go);
            out.frame().declare(variables.getFirst());
        } else {
            several(variables, control, end);
        }
        body(loop.block(), end);
        out.poll();
        out.code().goto_(top);
        out.code().labelBinding(end);
    }

    private void several(List<Local> variables, int control, Label end) {
        int results = keep();
        out.code().aload(results);
        expressions.first();
        out.code().dup().astore(control);
        Label go = out.code().newLabel();
        jumpUnlessNil(go);
        out.code().goto_(end);
        out.code().labelBinding(go);
        for (int i = 0; i < variables.size(); i++) {
            if (i == 0) {
                out.code().aload(control);
            } else {
                argument(results, i + 1);
            }
            out.frame().declare(variables.get(i));
        }
    }

    private void jumpUnlessNil(Label target) {
        out.nil();
        out.code().if_acmpne(target);
    }

    /** Leaves the first result of the iterator, or all where the loop has several variables. */
    private void next(Statement.GenericFor loop, int[] parts) {
        out.code().aload(parts[0]);
        out.name("for iterator 'for iterator'");
        out.call(Symbols.CALLS, "body", Symbols.BODY, Symbols.VALUE, Symbols.STRING);
        out.code().aload(parts[1]).aload(parts[2]);
        out.line(loop.at().line());
        boolean one = loop.variables().size() == 1;
        out.code()
                .invokevirtual(
                        Symbols.BODY,
                        one ? "call" : "apply",
                        Symbols.values(one ? Symbols.VALUE : Symbols.VARARGS, 2));
    }

    private int part(int values, int index) {
        argument(values, index);
        return keep();
    }

    private void argument(int values, int index) {
        out.code().aload(values).loadConstant(index);
        MethodTypeDesc type = MethodTypeDesc.of(Symbols.VALUE, Symbols.INT);
        out.code().invokevirtual(Symbols.VARARGS, "arg", type);
    }

    private int keep() {
        int slot = out.code().allocateLocal(TypeKind.REFERENCE);
        out.code().astore(slot);
        return slot;
    }
}
