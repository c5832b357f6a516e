package dev.moonlet.lua.syntax;

import java.util.List;

/**
 * Where statements may go but on to what is behind them.
 *
 * @param labels of the gotos whose labels are elsewhere
 * @param breaks whether they leave the loop around them
 * @param returns whether they leave the function
 */
public record Exits(List<Label> labels, boolean breaks, boolean returns) {

    /** Whether there are any. */
    public boolean any() {
        return breaks || returns || !labels.isEmpty();
    }
}
