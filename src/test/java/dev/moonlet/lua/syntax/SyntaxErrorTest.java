package dev.moonlet.lua.syntax;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What C Lua 5.4.7 says about the same programs. */
class SyntaxErrorTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = "->",
            quoteCharacter = '`',
            textBlock =
                    """
                    x = < -> 1: unexpected symbol near '<'
                    x = -> 1: unexpected symbol near <eof>
                    x = ⏎⏎ -> 3: unexpected symbol near <eof>
                    1 -> 1: unexpected symbol near '1'
                    x = } -> 1: unexpected symbol near '}'
                    ! -> 1: unexpected symbol near '!'
                    x -> 1: syntax error near <eof>
                    x y -> 1: syntax error near 'y'
                    x.y -> 1: syntax error near <eof>
                    (f()) -> 1: syntax error near <eof>
                    f() = 1 -> 1: syntax error near '='
                    (a) = 1 -> 1: syntax error near '='
                    a, f() = 1 -> 1: syntax error near '='
                    a, 1 = 1 -> 1: unexpected symbol near '1'
                    a, b -> 1: '=' expected near <eof>
                    x.1 -> 1: syntax error near '.1'
                    x. = 1 -> 1: <name> expected near '='
                    x:y = 1 -> 1: function arguments expected near '='
                    x[1 = 1 -> 1: ']' expected near '='
                    local 1 -> 1: <name> expected near '1'
                    local function f -> 1: '(' expected near <eof>
                    local function a.b() end -> 1: '(' expected near '.'
                    function f(a, 1) end -> 1: <name> or '...' expected near '1'
                    function f(..., a) end -> 1: ')' expected near ','
                    function f(a,) end -> 1: <name> or '...' expected near ')'
                    function f(a b) end -> 1: ')' expected near 'b'
                    function a:b.c() end -> 1: '(' expected near '.'
                    f( -> 1: unexpected symbol near <eof>
                    f(1 -> 1: ')' expected near <eof>
                    f(⏎1 -> 2: ')' expected (to close '(' at line 1) near <eof>
                    f(1,) -> 1: unexpected symbol near ')'
                    x = (1 -> 1: ')' expected near <eof>
                    x = (1⏎y = 2 -> 2: ')' expected (to close '(' at line 1) near 'y'
                    x = {1 2} -> 1: '}' expected near '2'
                    x = {⏎a = 1⏎b = 2} -> 3: '}' expected (to close '{' at line 1) near 'b'
                    x = {[1] 2} -> 1: '=' expected near '2'
                    x = {, } -> 1: unexpected symbol near ','
                    x = a.b:c -> 1: function arguments expected near <eof>
                    x = 1 + -> 1: unexpected symbol near <eof>
                    x = not -> 1: unexpected symbol near <eof>
                    return 1 x -> 1: <eof> expected near 'x'
                    return return -> 1: unexpected symbol near 'return'
                    end -> 1: <eof> expected near 'end'
                    until x -> 1: <eof> expected near 'until'
                    a.and = 1 -> 1: <name> expected near 'and'
                    local x <const = 1 -> 1: '>' expected near '='
                    :: a -> 1: '::' expected near <eof>
                    goto 1 -> 1: <name> expected near '1'
                    x = 'a' .. [[b]] 'c' -> 1: unexpected symbol near ''c''
                    """)
    void namesTheTokenThatDoesNotFit(String source, String message) {
        assertThat(message(source)).isEqualTo("orders.lua:" + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "->",
            quoteCharacter = '`',
            textBlock =
                    """
                    do -> 1: 'end' expected near <eof>
                    do⏎ -> 2: 'end' expected (to close 'do' at line 1) near <eof>
                    while x do⏎else -> 2: 'end' expected (to close 'while' at line 1) near 'else'
                    while x⏎y() -> 2: 'do' expected near 'y'
                    repeat⏎end -> 2: 'until' expected (to close 'repeat' at line 1) near 'end'
                    if x⏎y() -> 2: 'then' expected near 'y'
                    if x then else⏎elseif -> 2: 'end' expected (to close 'if' at line 1) near 'elseif'
                    if x then⏎return 1 2 end -> 2: 'end' expected (to close 'if' at line 1) near '2'
                    for a b -> 1: '=' or 'in' expected near 'b'
                    for 1 = 1, 2 do end -> 1: <name> expected near '1'
                    for a = 1 do -> 1: ',' expected near 'do'
                    for a, b = 1 do -> 1: 'in' expected near '='
                    for a in b end -> 1: 'do' expected near 'end'
                    for a in b do⏎ -> 2: 'end' expected (to close 'for' at line 1) near <eof>
                    function f()⏎ -> 2: 'end' expected (to close 'function' at line 1) near <eof>
                    x = function⏎()⏎ -> 3: 'end' expected (to close 'function' at line 2) near <eof>
                    local function⏎f⏎()⏎ -> 4: 'end' expected (to close 'function' at line 3) near <eof>
                    function⏎f⏎()⏎ -> 4: 'end' expected (to close 'function' at line 1) near <eof>
                    f⏎(a b -> 2: ')' expected (to close '(' at line 1) near 'b'
                    """)
    void namesWhatIsNotClosed(String source, String message) {
        assertThat(message(source)).isEqualTo("orders.lua:" + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "->",
            quoteCharacter = '`',
            textBlock =
                    """
                    x = "abc -> 1: unfinished string near <eof>
                    x = "abc⏎" -> 1: unfinished string near '"abc'
                    x = 'a\\n\\65⏎' -> 1: unfinished string near ''a⏎A'
                    x = 'a\\ -> 1: unfinished string near <eof>
                    x = 'a\\z⏎ -> 2: unfinished string near <eof>
                    x = 'a\\0b⏎ -> 1: unfinished string near ''a'
                    x = '\\q' -> 1: invalid escape sequence near ''\\q'
                    x = 'a\\10\\q' -> 1: invalid escape sequence near ''a⏎\\q'
                    x = '\\300' -> 1: decimal escape too large near ''\\300''
                    x = '\\256x -> 1: decimal escape too large near ''\\256x'
                    x = '\\x' -> 1: hexadecimal digit expected near ''\\x''
                    x = '\\x4g' -> 1: hexadecimal digit expected near ''\\x4g'
                    x = '\\x -> 1: hexadecimal digit expected near ''\\x'
                    x = '\\u12' -> 1: missing '{' near ''\\u1'
                    x = '\\u{' -> 1: hexadecimal digit expected near ''\\u{''
                    x = '\\u{12' -> 1: missing '}' near ''\\u{12''
                    x = '\\u{80000000}' -> 1: UTF-8 value too large near ''\\u{80000000'
                    x = [[a⏎b -> 2: unfinished long string (starting at line 1) near <eof>
                    ⏎--[[a⏎b -> 3: unfinished long comment (starting at line 2) near <eof>
                    x = [==a -> 1: invalid long string delimiter near '[=='
                    x = 3x -> 1: malformed number near '3x'
                    x = 3xyz -> 1: malformed number near '3x'
                    x = 3and -> 1: malformed number near '3an'
                    x = 0x -> 1: malformed number near '0x'
                    x = 0xg -> 1: malformed number near '0xg'
                    x = 0x.p1 -> 1: malformed number near '0x.p1'
                    x = 1e -> 1: malformed number near '1e'
                    x = 1e+ -> 1: malformed number near '1e+'
                    x = 1..2 -> 1: malformed number near '1..2'
                    x = .0x1 -> 1: malformed number near '.0x1'
                    x = 1_000 -> 1: malformed number near '1_'
                    x = 0x1p -> 1: malformed number near '0x1p'
                    local "a\\65" -> 1: <name> expected near '"aA"'
                    local [=[a]=] -> 1: <name> expected near '[=[a]=]'
                    local 0x10 -> 1: <name> expected near '0x10'
                    local ⏎'a\\⏎b' -> 3: <name> expected near ''a⏎b''
                    local 'ä' -> 1: <name> expected near ''ä''
                    """)
    void showsWhatCantBeRead(String source, String message) {
        assertThat(message(source)).isEqualTo("orders.lua:" + message.replace('⏎', '\n'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "->",
            quoteCharacter = '`',
            textBlock =
                    """
                    local x <const> = 1 x = 2 -> attempt to assign to const variable 'x'
                    local x <close> = nil y, x = 2 -> attempt to assign to const variable 'x'
                    local x <const> = 1 function x() end -> attempt to assign to const variable 'x'
                    local x <const> = 1 function f() x = 1 end -> attempt to assign to const variable 'x'
                    local x <foo> = 1 -> unknown attribute 'foo'
                    local x <close>, y <close> = 1 -> multiple to-be-closed variables in local list
                    function f() return ... end -> cannot use '...' outside a vararg function near '...'
                    function f(...) return function() return ... end end -> cannot use '...' outside a vararg function near '...'
                    """)
    void namesWhatIsNotAllowed(String source, String reason) {
        assertThat(message(source)).isEqualTo("orders.lua:1: " + reason);
    }

    @ParameterizedTest
    @CsvSource({
        "0, unexpected symbol",
        "1, unexpected symbol near '<\\1>'",
        "27, unexpected symbol near '<\\27>'",
        "36, unexpected symbol near '$'",
        "127, unexpected symbol near '<\\127>'",
        "128, unexpected symbol near '<\\128>'",
        "255, unexpected symbol near '<\\255>'",
    })
    void showsBytesThatHaveNoCharacter(int value, String reason) {
        byte[] source = ("x = " + (char) value).getBytes(ISO_8859_1);

        assertThat(error(source)).hasMessage("orders.lua:1: " + reason);
    }

    @ParameterizedTest
    @CsvSource({"⏎, 2", "␍, 2", "␍⏎, 2", "⏎␍, 2", "⏎⏎, 3", "␍␍, 3", "⏎␍⏎, 3"})
    void countsEveryKindOfLine(String lineEnds, int line) {
        assertThat(error(lines(lineEnds + "}")).line()).isEqualTo(line);
    }

    @Test
    void tellsItsParts() {
        SyntaxError error = error(lines("⏎x = }"));

        assertThat(error.chunk()).isEqualTo("orders.lua");
        assertThat(error.line()).isEqualTo(2);
        assertThat(error.reason()).isEqualTo("unexpected symbol near '}'");
    }

    @Test
    void cutsWhatIsTooLongForAMessage() {
        assertThat(message("x = '" + "a".repeat(5000) + "⏎"))
                .isEqualTo("orders.lua:1: unfinished string near ''%s...'", "a".repeat(999));
    }

    private static String message(String source) {
        return String.valueOf(error(lines(source)).getMessage());
    }

    private static byte[] lines(String source) {
        return source.replace('⏎', '\n').replace('␍', '\r').getBytes(UTF_8);
    }

    private static SyntaxError error(byte[] source) {
        return catchThrowableOfType(SyntaxError.class, () -> Parser.parse("orders.lua", source));
    }
}
