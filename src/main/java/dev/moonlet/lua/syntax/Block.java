package dev.moonlet.lua.syntax;

import java.util.List;

/**
 * Statements with a scope of their own.
 *
 * @param end of the block: its {@code end}, {@code else}, {@code until}
 * @param last the end of the last statement
 */
public record Block(List<Statement> statements, Position end, Position last) {

    Block(List<Statement> statements, Position end) {
        this(statements, end, end);
    }
}
