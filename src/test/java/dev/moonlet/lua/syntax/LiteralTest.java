package dev.moonlet.lua.syntax;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.luaj.vm2.LuaString;

class LiteralTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "007, 7",
        "9223372036854775807, 9223372036854775807",
        "00000000000000000000000000000000009, 9",
        "0x10, 16",
        "0XfF, 255",
        "0x7fffffffffffffff, 9223372036854775807",
        "0xffffffffffffffff, -1",
        "0x123456789abcdef01, 2541551405711093505",
    })
    void isAnInteger(String source, long value) throws SyntaxError {
        assertThat(literal(source))
                .isInstanceOfSatisfying(
                        Expression.IntegerLiteral.class,
                        literal -> assertThat(literal.value()).isEqualTo(value));
    }

    @ParameterizedTest
    @CsvSource({
        "9223372036854775808, 9223372036854775808",
        "3., 3",
        ".5, .5",
        "3.25, 3.25",
        "1e2, 100",
        "1E+2, 100",
        "5.e-1, .5",
        "1e400, Infinity",
        "0x.8p1, 0x1p0",
        "0xA.8, 0xA.8p0",
        "0x1p4, 16",
        "0X.1P-2, 0x.1p-2",
        "0x1.00000000000008, 0x1p0",
        "0x1.000000000000081, 0x1.0000000000001p0",
        "2.2250738585072012e-308, 2.2250738585072014e-308",
        "0.1, .1",
    })
    void isAFloat(String source, double value) throws SyntaxError {
        assertThat(literal(source))
                .isInstanceOfSatisfying(
                        Expression.FloatLiteral.class,
                        literal -> assertThat(literal.value()).isEqualTo(value));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            textBlock =
                    """
                    ``, ``
                    abc, 61 62 63
                    \\a\\b\\f\\n\\r\\t\\v, 07 08 0c 0a 0d 09 0b
                    \\\\\\'\\", 5c 27 22
                    \\65\\065\\10a, 41 41 0a 61
                    \\0\\255, 00 ff
                    \\x41\\xfF, 41 ff
                    \\u{48}\\u{7ff}, 48 df bf
                    \\u{20AC}\\u{10FFFF}, e2 82 ac f4 8f bf bf
                    \\u{3ffffff}\\u{7fffffff}, fb bf bf bf bf fd bf bf bf bf bf
                    a\\z \t  b, 61 62
                    ä, c3 a4
                    """)
    void isAString(String content, String bytes) throws SyntaxError {
        assertThat(string("'" + content + "'")).isEqualTo(bytes.replace(" ", ""));
        assertThat(string("\"" + content + "\"")).isEqualTo(bytes.replace(" ", ""));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            textBlock =
                    """
                    [[]], ``
                    [[a]], a
                    [=[a]]b]=], a]]b
                    [==[a]=]]==], a]=]
                    [[\\n]], \\n
                    [[⏎⏎a⏎]], ⏎a⏎
                    [[␍⏎a␍b]], a⏎b
                    [[⏎␍a␍⏎b⏎␍c␍␍d]], a⏎b⏎c⏎⏎d
                    'a\\⏎b', a⏎b
                    'a\\␍⏎b', a⏎b
                    'a\\z⏎␍⏎  b', ab
                    """)
    void readsEveryEndOfALineAsANewline(String source, String content) throws SyntaxError {
        String text = source.replace('⏎', '\n').replace('␍', '\r');

        assertThat(string(text))
                .isEqualTo(HexFormat.of().formatHex(content.replace('⏎', '\n').getBytes(UTF_8)));
    }

    @Test
    void keepsBytesThatAreNoText() throws SyntaxError {
        byte[] source = "return '\u00ff\u0000\u0080'".getBytes(ISO_8859_1);

        assertThat(hex(literal(source))).isEqualTo("ff0080");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--x⏎return 1",
                "--[x⏎return 1",
                "--[==x⏎return 1",
                "--[[x⏎]]return 1",
                "--[=[]]⏎]=]return 1",
                "#!/usr/bin/lua⏎return 1",
                "# ' return 2⏎return 1",
                "\uFEFFreturn 1",
                "\uFEFF#!/usr/bin/lua⏎return 1",
                "\t\u000b\f⏎return 1",
            })
    void skipsWhatIsNotForTheMachine(String source) throws SyntaxError {
        byte[] bytes = source.replace('⏎', '\n').getBytes(UTF_8);

        assertThat(Printer.print(Parser.parse("a.lua", bytes).block())).isEqualTo("(return 1)");
    }

    private static String string(String source) throws SyntaxError {
        return hex(literal(source));
    }

    private static String hex(Expression literal) {
        LuaString value = ((Expression.StringLiteral) literal).value();
        int end = value.m_offset + value.m_length;
        return HexFormat.of().formatHex(Arrays.copyOfRange(value.m_bytes, value.m_offset, end));
    }

    private static Expression literal(String source) throws SyntaxError {
        return literal(("return " + source).getBytes(UTF_8));
    }

    private static Expression literal(byte[] source) throws SyntaxError {
        Block block = Parser.parse("a.lua", source).block();
        return ((Statement.Return) block.statements().getFirst()).values().getFirst();
    }
}
