package dev.moonlet.lua;

/**
 * Names a function of a script, as {@code handlers.hello.greet} names {@code greet} of the table
 * that {@code handlers/hello.lua} returns.
 */
public record FunctionName(String module, String function) {

    /**
     * Reads a name.
     *
     * @throws IllegalArgumentException if the text names no script
     */
    public static FunctionName of(String text) {
        int dot = text.lastIndexOf('.');
        if (dot < 1 || dot == text.length() - 1) {
            throw new IllegalArgumentException(
                    "'%s' names no function of a script; 'handlers.hello.greet' means 'greet' of"
                                    .formatted(text)
                            + " lua/handlers/hello.lua");
        }
        return new FunctionName(text.substring(0, dot), text.substring(dot + 1));
    }

    /** The path of the script below the bundle's {@code lua/}. */
    public String script() {
        return module.replace('.', '/') + ".lua";
    }

    @Override
    public String toString() {
        return module + "." + function;
    }
}
