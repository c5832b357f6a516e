package dev.moonlet.lua.compiler;

import dev.moonlet.lua.syntax.Block;
import dev.moonlet.lua.syntax.Expression;
import dev.moonlet.lua.syntax.Local;
import dev.moonlet.lua.syntax.Statement;
import dev.moonlet.lua.value.Poll;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Emits statements. */
final class StatementEmitter {

    private final Emitter out;
    private final ExpressionEmitter expressions;
    private final AssignmentEmitter assignments;
    private final LoopEmitter loops;
    private final Jumps jumps;

    StatementEmitter(Emitter out, ExpressionEmitter expressions) {
        this.out = out;
        this.expressions = expressions;
        jumps = new Jumps(out);
        assignments = new AssignmentEmitter(out, expressions);
        loops = new LoopEmitter(out, expressions, this, jumps);
    }

    void block(Block block) {
        boolean closes = closes(block);
        guarded(block.statements(), closes ? () -> out.line(block.last().line()) : () -> {});
    }

    private static boolean closes(Block block) {
        for (Statement each : block.statements()) {
            if (closed(each) != null) {
                return true;
            }
        }
        return false;
    }

    /** Emits a block whose locals are still in sight of what follows it. */
    void repeated(Block block, Runnable condition) {
        guarded(block.statements(), condition);
    }

    /** Emits the rest of a block and its end; what follows a local to be closed is guarded. */
    private void guarded(List<Statement> statements, Runnable end) {
        announceLabels(statements);
        for (int i = 0; i < statements.size(); i++) {
            Statement statement = statements.get(i);
            statement(statement);
            Local closed = closed(statement);
            if (closed != null) {
                List<Statement> rest = statements.subList(i + 1, statements.size());
                boolean fallsOut = rest.isEmpty() || !Returns.neverFallsOut(rest.getLast());
                new CloseEmitter(out, jumps).guard(closed, () -> guarded(rest, end), fallsOut);
                return;
            }
        }
        end.run();
    }

    private void announceLabels(List<Statement> statements) {
        for (Statement statement : statements) {
            if (statement instanceof Statement.LabelStatement label) {
                jumps.announce(label.label());
            }
        }
    }

    private static @Nullable Local closed(Statement statement) {
        return statement instanceof Statement.LocalDeclaration declaration
                ? declaration.closed().orElse(null)
                : null;
    }

    private void statement(Statement statement) {
        Poll.poll();
        out.line(statement.at().line());
        switch (statement) {
            case Statement.LocalDeclaration declaration -> assignments.declare(declaration);
            case Statement.Assignment assignment -> assignments.assign(assignment);
            case Statement.CallStatement call -> {
                expressions.calls().multiple(call.call());
                out.code().pop();
            }
            case Statement.LocalFunction function -> localFunction(function);
            case Statement.Do inner -> block(inner.block());
            case Statement.While loop -> loops.whileLoop(loop);
            case Statement.Repeat loop -> loops.repeat(loop);
            case Statement.If choice -> choice(choice);
            case Statement.NumericFor loop ->
                    new NumericForEmitter(out, expressions, loops).emit(loop);
            case Statement.GenericFor loop -> loops.generic(loop);
            case Statement.Return result -> result(result);
            case Statement.Break _ -> jumps.toBreak();
            case Statement.Goto jump -> jumps.to(jump.target());
            case Statement.LabelStatement label -> jumps.bind(label.label());
            case Statement.Piece piece -> new PieceEmitter(out, expressions, jumps).emit(piece);
        }
    }

    /** The function sees the local; where that changes, it has to see the cell before it is set. */
    private void localFunction(Statement.LocalFunction statement) {
        if (Frame.isCell(statement.local())) {
            out.nil();
            out.frame().declare(statement.local());
            expressions.value(statement.function());
            out.frame().store(statement.local());
        } else {
            out.script().isValueOf(statement.function().body(), statement.local());
            expressions.value(statement.function());
            out.frame().declare(statement.local());
        }
    }

    private void choice(Statement.If choice) {
        Label end = out.code().newLabel();
        for (Statement.Branch branch : choice.branches()) {
            Label next = out.code().newLabel();
            expressions.conditions().jump(branch.condition(), next, false);
            block(branch.block());
            if (!Returns.neverFallsOut(branch.block())) {
                out.code().goto_(end);
            }
            out.code().labelBinding(next);
        }
        choice.otherwise().ifPresent(this::block);
        out.code().labelBinding(end);
    }

    private void result(Statement.Return statement) {
        List<Expression> values = statement.values();
        if (out.returns().single()) {
            expressions.value(values.getFirst());
            leave(statement);
        } else if (values.size() == 1 && Returns.isCall(values.getFirst()) && !jumps.closing()) {
            expressions.calls().tail(values.getFirst());
            out.code().areturn();
        } else {
            expressions.list(values);
            if (jumps.closing()) {
                out.finish();
            }
            leave(statement);
        }
    }

    private void leave(Statement.Return statement) {
        if (jumps.closing()) {
            out.line(statement.last().line());
        }
        jumps.leave(TypeKind.REFERENCE);
    }
}
