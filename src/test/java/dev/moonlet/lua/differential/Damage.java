package dev.moonlet.lua.differential;

import java.util.ArrayList;
import java.util.List;

/** Makes programs wrong, mostly so that they can't be compiled. */
final class Damage {

    private static final String[] WRONG = {
        "local",
        "function",
        "end",
        "if",
        "then",
        "else",
        "for",
        "in",
        "do",
        "while",
        "until",
        "repeat",
        "return",
        "break",
        "goto x",
        "::y::",
        "not",
        "and",
        "nil",
        "=",
        "==",
        "~=",
        "~",
        "<",
        "<const>",
        "<close>",
        "<other>",
        "(",
        ")",
        "{",
        "}",
        "[",
        "]",
        ",",
        ";",
        ":",
        ".",
        "..",
        "...",
        "#",
        "-",
        "//",
        "1",
        "0x",
        "1e",
        "3..4",
        "0x1p",
        "1.2.3",
        "08",
        "5x",
        "'a",
        "\"b\n",
        "'\\q'",
        "'\\300'",
        "'\\x1'",
        "'\\u{110000000}'",
        "'\\u123'",
        "[[",
        "[=[",
        "[=",
        "]]",
        "--[[",
        "--[==[ x",
        "@",
        "$",
        "!",
        "`",
        "%",
        "&",
        "local c <const> = 1; c = 2",
        "local function",
        "x y",
        "a.b:c = 1",
        "f() = 1",
        "for i = 1 do end",
        "for i, j = 1, 2 do end",
        "goto continue",
        "do goto z; local q; ::z:: print(q) end",
        "::y:: ::y::",
        "local a <close>, b <close> = nil, nil",
        "a.1",
        "a.end",
        "{a = }",
        "'\n'",
        "\"\\\n\"",
        "\\",
        "'\\z  x'",
        "repeat local p; if q then goto u end; local r; ::u:: until r",
        "break break",
        "return return",
    };

    private final Dice dice;

    Damage(Dice dice) {
        this.dice = dice;
    }

    String done(String program) {
        List<String> tokens = new ArrayList<>(Pieces.tokens(program));
        for (int i = dice.between(1, 2); i > 0; i--) {
            int at = dice.below(tokens.size());
            switch (dice.below(5)) {
                case 0 -> tokens.remove(at);
                case 1 -> tokens.add(at, dice.of(tokens));
                case 2 -> tokens.set(at, " " + dice.of(WRONG) + " ");
                case 3 ->
                        tokens.subList(at, Math.min(at + dice.between(1, 4), tokens.size()))
                                .clear();
                default -> tokens.add(at, " " + dice.of(WRONG) + " ");
            }
            if (tokens.isEmpty()) {
                tokens.add("=");
            }
        }
        return String.join("", tokens);
    }
}
