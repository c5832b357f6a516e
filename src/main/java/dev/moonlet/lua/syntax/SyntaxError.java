package dev.moonlet.lua.syntax;

/** Says why a script is not Lua, in the words of C Lua. */
public final class SyntaxError extends Exception {

    private final String chunk;
    private final int line;
    private final String reason;

    public SyntaxError(String chunk, int line, String reason) {
        super(chunk + ":" + line + ": " + reason);
        this.chunk = chunk;
        this.line = line;
        this.reason = reason;
    }

    public String chunk() {
        return chunk;
    }

    public int line() {
        return line;
    }

    /** The message without the place. */
    public String reason() {
        return reason;
    }
}
