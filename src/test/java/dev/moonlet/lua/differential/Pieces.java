package dev.moonlet.lua.differential;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Takes programs to pieces, which make the program again when they are joined. */
final class Pieces {

    private static final Pattern LINES = Pattern.compile("[^\n]*\n|[^\n]+");

    private static final Pattern TOKENS =
            Pattern.compile(
                    "\\s*(?:\\[(=*)\\[.*?\\]\\1\\]|\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'"
                            + "|0[xX][\\w.]+|\\d[\\w.]*|\\w+|\\.\\.\\.?|::|[=<>~]=|//|<<|>>|.)\\s*",
                    Pattern.DOTALL);

    private Pieces() {}

    static List<String> lines(String program) {
        return pieces(program, LINES);
    }

    /** Each with the space around it. */
    static List<String> tokens(String program) {
        return pieces(program, TOKENS);
    }

    private static List<String> pieces(String text, Pattern pattern) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }
}
