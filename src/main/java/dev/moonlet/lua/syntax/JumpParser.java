package dev.moonlet.lua.syntax;

import java.util.ArrayList;
import java.util.List;

/** Parses labels and what jumps to them. */
final class JumpParser {

    private final Tokens tokens;
    private final Scopes scopes;

    JumpParser(Tokens tokens, Scopes scopes) {
        this.tokens = tokens;
        this.scopes = scopes;
    }

    Statement.Break parseBreak() throws SyntaxError {
        Position at = tokens.next().at();
        FunctionScope function = scopes.function();
        if (!function.block().inLoop()) {
            function.block().await(PendingGoto.ofBreak(at, function));
        }
        return new Statement.Break(at);
    }

    /** Adds a goto; one that jumps ahead has a label of its own until the label comes. */
    void parseGoto(List<Statement> statements) throws SyntaxError {
        Position at = tokens.next().at();
        Token.Name name = tokens.name();
        FunctionScope function = scopes.function();
        Label label = function.block().label(name.text());
        if (label == null) {
            label = new Label(name.text(), name.at());
            function.block().await(PendingGoto.of(name, function, statements));
        }
        statements.add(new Statement.Goto(at, label));
    }

    /**
     * Adds labels in a row, and what is empty between them: if a block ends behind them, it ends
     * for all of them.
     */
    void parseLabels(List<Statement> statements) throws SyntaxError {
        List<Label> labels = new ArrayList<>();
        while (tokens.kind() == Kind.DOUBLE_COLON || tokens.kind() == Kind.SEMICOLON) {
            Token first = tokens.next();
            if (first.kind() == Kind.DOUBLE_COLON) {
                Label label = new Label(tokens.name().text(), first.at());
                tokens.expect(Kind.DOUBLE_COLON);
                labels.add(label);
                statements.add(new Statement.LabelStatement(first.at(), label));
            }
        }
        for (Label label : labels.reversed()) {
            define(label);
        }
    }

    private void define(Label label) throws SyntaxError {
        FunctionScope function = scopes.function();
        BlockScope block = function.block();
        Label earlier = block.label(label.name());
        if (earlier != null) {
            throw tokens.errorBefore(
                    "label '%s' already defined on line %d"
                            .formatted(label.name(), earlier.at().line()));
        }
        int visible = tokens.kind().endsScope() ? block.visible() : function.visible().size();
        for (PendingGoto jump : block.add(label)) {
            int seen = jump.visibleIn(block);
            if (seen < visible) {
                throw tokens.errorBefore(
                        "<goto %s> at line %d jumps into the scope of local '%s'"
                                .formatted(
                                        jump.name(),
                                        jump.line(),
                                        function.visible().get(seen).name()));
            }
            jump.resolve(label);
        }
    }
}
