package dev.moonlet.lua.compiler;

import dev.moonlet.lua.syntax.Exits;
import dev.moonlet.lua.syntax.FunctionBody;
import dev.moonlet.lua.syntax.Statement;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.List;

/**
 * Emits the call of a piece of a function, and goes where it says: it returns null if control goes
 * on behind it, an {@link Exit}, or what the function is to return.
 */
final class PieceEmitter {

    private final Emitter out;
    private final ExpressionEmitter expressions;
    private final Jumps jumps;

    PieceEmitter(Emitter out, ExpressionEmitter expressions, Jumps jumps) {
        this.out = out;
        this.expressions = expressions;
        this.jumps = jumps;
    }

    void emit(Statement.Piece piece) {
        call(piece.body());
        Exits exits = piece.exits();
        if (!exits.any()) {
            out.code().pop();
            return;
        }
        CodeBuilder code = out.code();
        int result = code.allocateLocal(TypeKind.REFERENCE);
        Label behind = code.newLabel();
        code.astore(result).aload(result).ifnull(behind);
        if (exits.breaks() || !exits.labels().isEmpty()) {
            follow(exits, result);
        }
        if (exits.returns()) {
            code.aload(result);
            if (jumps.closing()) {
                out.finish();
            }
            jumps.leave(TypeKind.REFERENCE);
        }
        code.labelBinding(behind);
    }

    private void call(FunctionBody piece) {
        expressions.body(piece);
        ClassDesc type = out.script().classOf(piece);
        if (piece.isVararg()) {
            out.code().aload(expressions.calls().varargsSlot());
            out.code().invokevirtual(type, "tail", Symbols.type(Symbols.VARARGS, Symbols.VARARGS));
        } else {
            out.code().invokevirtual(type, "tail", Symbols.type(Symbols.VARARGS));
        }
    }

    private void follow(Exits exits, int result) {
        CodeBuilder code = out.code();
        Label returned = code.newLabel();
        code.aload(result).instanceOf(Exit.TYPE).ifeq(returned);
        code.aload(result).checkcast(Exit.TYPE).getfield(Exit.TYPE, "index", Symbols.INT);
        Label last = code.newLabel();
        List<SwitchCase> cases = new ArrayList<>();
        for (int i = exits.breaks() ? 0 : 1; i < exits.labels().size(); i++) {
            cases.add(SwitchCase.of(i, code.newLabel()));
        }
        code.lookupswitch(last, cases);
        for (SwitchCase each : cases) {
            code.labelBinding(each.target());
            jumps.to(exits.labels().get(each.caseValue()));
        }
        code.labelBinding(last);
        if (exits.breaks()) {
            jumps.toBreak();
        } else {
            jumps.to(exits.labels().getFirst());
        }
        code.labelBinding(returned);
    }
}
