package dev.moonlet.lua.value;

/**
 * The names of the classes that functions are compiled to. Java's own stack traces and profilers
 * show them; {@link Traceback} reads them.
 */
public final class FunctionClass {

    /** The package of every class that a script was compiled to; nothing else is in it. */
    public static final String PACKAGE = "lua.";

    private static final char MAIN = '$';
    private static final char NAMED = '!';
    private static final char ANONYMOUS = '@';
    private static final char BASE = '+';
    private static final char PIECE = '~';

    /** The JVM stores no line beyond. */
    private static final int LAST_LINE = 65_535;

    /** The JVM stores names of up to 65,535 bytes; people read shorter ones. */
    private static final int LONGEST_NAME = 200;

    private FunctionClass() {}

    /** What the names of a script's classes begin with. */
    public static String prefix(String chunk) {
        String path = chunk.endsWith(".lua") ? chunk.substring(0, chunk.length() - 4) : chunk;
        return PACKAGE + allowed(path, "");
    }

    /** The class of a script's own code. */
    public static String main(String prefix) {
        return prefix + MAIN + "main";
    }

    /** The class of a function, which may have no name. */
    public static String of(String prefix, String name, int line, int number) {
        String own = name.isEmpty() ? ANONYMOUS + Integer.toString(line) : NAMED + allowed(name);
        int base = base(line);
        return prefix + own + MAIN + number + (base == 0 ? "" : BASE + Integer.toString(base));
    }

    /** The class of a piece of a function, which goes by the function's name. */
    public static String ofPiece(String prefix, String name, int line, int number) {
        return of(prefix + PIECE, name, line, number);
    }

    static boolean isPiece(String className) {
        return className.indexOf(PIECE) >= 0;
    }

    /** The line that the JVM is told, in the class of a function that begins at a line. */
    public static int stored(int line, int begin) {
        return Math.clamp((long) line - base(begin), 1, LAST_LINE);
    }

    /** The line of the script that the JVM tells of. */
    static int line(String className, int stored) {
        int base = className.lastIndexOf(BASE);
        return base < 0 ? stored : stored + Integer.parseInt(className.substring(base + 1));
    }

    /** Lines of functions far down a script are counted from where they begin. */
    private static int base(int begin) {
        return begin > LAST_LINE / 2 ? begin - 1 : 0;
    }

    /** The name of a field may be any string, and the JVM forbids much in the name of a class. */
    private static String allowed(String name) {
        String cut = name.substring(0, Math.min(name.length(), LONGEST_NAME));
        return allowed(cut, ".:").replace('.', '-');
    }

    /** Letters and digits, and others that are given; what is left is replaced. */
    private static String allowed(String text, String others) {
        StringBuilder result = new StringBuilder(text);
        for (int i = 0; i < result.length(); i++) {
            char each = result.charAt(i);
            if (!isPlain(each) && others.indexOf(each) < 0) {
                result.setCharAt(i, '_');
            }
        }
        return result.toString();
    }

    private static boolean isPlain(char each) {
        return (each >= 'a' && each <= 'z')
                || (each >= 'A' && each <= 'Z')
                || (each >= '0' && each <= '9')
                || each == '_';
    }

    /** A function as C Lua's tracebacks show it. */
    static String shown(String className, String file) {
        int end = className.lastIndexOf(MAIN);
        int name = className.lastIndexOf(NAMED);
        int line = className.lastIndexOf(ANONYMOUS);
        if (name > 0) {
            return "function '" + className.substring(name + 1, end).replace('-', '.') + "'";
        }
        return line > 0
                ? "function <" + file + ":" + className.substring(line + 1, end) + ">"
                : "main chunk";
    }
}
