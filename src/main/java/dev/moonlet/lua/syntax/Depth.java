package dev.moonlet.lua.syntax;

/**
 * Keeps the parser, and all who walk its tree, from overflowing their stack.
 *
 * <p>The parser recurses on what is nested, but not on {@code a + b + c} or {@code a.b.c}, which
 * may be of any length and still are trees that are as high as they are long. So there are two
 * limits: one on what is nested, and one on the expressions between the root of the tree and a
 * leaf.
 */
final class Depth {

    /** C Lua stands as much, give or take a few. */
    static final int MAX_LEVELS = 200;

    /**
     * Beyond what people write, and low enough to spend a kilobyte of stack on each expression when
     * a thread has a megabyte.
     */
    static final int MAX_HEIGHT = 500;

    private final Tokens tokens;
    private int level;
    private int height;

    Depth(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Begins a statement or an expression. */
    void enter() throws SyntaxError {
        level++;
        if (level > MAX_LEVELS) {
            throw tooDeep();
        }
    }

    void leave() {
        level--;
    }

    /**
     * Also the error if a thread has too little stack for what is allowed, some hundred kilobytes.
     */
    SyntaxError tooDeep() {
        return tokens.error("C stack overflow");
    }

    /** Begins a tree that is to be grown; the result is for {@link #end}. */
    int begin() {
        int besides = height;
        height = 0;
        return besides;
    }

    /** Puts a node on top of the trees since the beginning. */
    void grow() throws SyntaxError {
        height++;
        if (height > MAX_HEIGHT) {
            throw tokens.error("too many operators in a row (limit is " + MAX_HEIGHT + ")");
        }
    }

    /** Ends a tree, which is now one of those besides it. */
    void end(int besides) {
        height = Math.max(height, besides);
    }
}
