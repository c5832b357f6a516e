package dev.moonlet.lua.syntax;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreeTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = "->",
            quoteCharacter = '`',
            textBlock =
                    """
                    nil -> nil
                    true -> true
                    false -> false
                    7 -> 7
                    7.0 -> 7.0
                    'a' -> 'a'
                    ... -> ...
                    x -> $x
                    a.b -> (index $a 'b')
                    a[1] -> (index $a 1)
                    a.b[c].d -> (index (index (index $a 'b') $c) 'd')
                    (a) -> (paren $a)
                    (...) -> (paren ...)
                    ((a).b) -> (paren (index (paren $a) 'b'))
                    f() -> (call $f)
                    f(1, 2) -> (call $f 1 2)
                    f'a' -> (call $f 'a')
                    f[[a]] -> (call $f 'a')
                    f{1} -> (call $f (table 1))
                    f()() -> (call (call $f))
                    ('x'):rep(3) -> (method (paren 'x') 'rep' 3)
                    a.b:c'd' -> (method (index $a 'b') 'c' 'd')
                    -1 -> (NEGATE 1)
                    not not a -> (NOT (NOT $a))
                    #a.b -> (LENGTH (index $a 'b'))
                    ~a -> (BITWISE_NOT $a)
                    function() end -> (function [])
                    function(a, b) return a end -> (function [a b] (return a))
                    function(...) return ... end -> (function [] ... (return ...))
                    function(a, ...) end -> (function [a] ...)
                    {} -> (table)
                    {1, 2; 3,} -> (table 1 2 3)
                    {a, b = c, [d] = e} -> (table $a ('b' $c) ($d $e))
                    {a == b, ...} -> (table (EQUAL $a $b) ...)
                    """)
    void hasExpressions(String source, String tree) throws SyntaxError {
        assertThat(expression(source)).isEqualTo(tree);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "->",
            quoteCharacter = '`',
            textBlock =
                    """
                    1 + 2 - 3 -> (SUBTRACT (ADD 1 2) 3)
                    1 .. 2 .. 3 -> (CONCATENATE 1 (CONCATENATE 2 3))
                    2 ^ 3 ^ 4 -> (POWER 2 (POWER 3 4))
                    -2 ^ 2 -> (NEGATE (POWER 2 2))
                    2 ^ -3 -> (POWER 2 (NEGATE 3))
                    2 ^ -3 * 4 -> (MULTIPLY (POWER 2 (NEGATE 3)) 4)
                    not a == b -> (EQUAL (NOT $a) $b)
                    1 + 2 * 3 -> (ADD 1 (MULTIPLY 2 3))
                    1 * 2 + 3 -> (ADD (MULTIPLY 1 2) 3)
                    1 / 2 // 3 % 4 -> (MODULO (FLOOR_DIVIDE (DIVIDE 1 2) 3) 4)
                    a .. 1 + 2 -> (CONCATENATE $a (ADD 1 2))
                    1 << 2 .. 3 >> 4 -> (SHIFT_RIGHT (SHIFT_LEFT 1 (CONCATENATE 2 3)) 4)
                    1 & 2 << 3 -> (BITWISE_AND 1 (SHIFT_LEFT 2 3))
                    1 ~ 2 & 3 -> (BITWISE_XOR 1 (BITWISE_AND 2 3))
                    1 | 2 ~ 3 -> (BITWISE_OR 1 (BITWISE_XOR 2 3))
                    1 < 2 | 3 -> (LESS 1 (BITWISE_OR 2 3))
                    1 <= 2 == 3 -> (EQUAL (LESS_OR_EQUAL 1 2) 3)
                    1 > 2 ~= 3 -> (NOT_EQUAL (GREATER 1 2) 3)
                    1 >= 2 -> (GREATER_OR_EQUAL 1 2)
                    a and b == c -> (and $a (EQUAL $b $c))
                    a or b and c or d -> (or (or $a (and $b $c)) $d)
                    (a or b) and c -> (and (paren (or $a $b)) $c)
                    """)
    void groupsByTheStrengthOfOperators(String source, String tree) throws SyntaxError {
        assertThat(expression(source)).isEqualTo(tree);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "->",
            quoteCharacter = '`',
            textBlock =
                    """
                    ;; -> ``
                    f() -> (call $f)
                    a.b:c() -> (method (index $a 'b') 'c')
                    x = 1 -> (= [$x] 1)
                    x, a.b, c[1] = 1, 2 -> (= [$x (index $a 'b') (index $c 1)] 1 2)
                    f().x = 1 -> (= [(index (call $f) 'x')] 1)
                    local x -> (local [x])
                    local x, y = 1 -> (local [x y] 1)
                    local x = x -> (local [x] $x)
                    local x <const>, y <close> = 1, nil -> (local [x<const> y<close>] 1 nil)
                    local function f() f() end -> (local-function f (function [] (call f)))
                    local f = function() f() end -> (local [f] (function [] (call $f)))
                    function f() end -> (= [$f] (function []))
                    function a.b.c(x) end -> (= [(index (index $a 'b') 'c')] (function [x]))
                    function a.b:c() end -> (= [(index (index $a 'b') 'c')] (function [self]))
                    function a:b(...) end -> (= [(index $a 'b')] (function [self] ...))
                    do local x x = 1 end x = 2 -> (do (local [x]) (= [x] 1)) (= [$x] 2)
                    while a do b() end -> (while $a (call $b))
                    repeat local x until x -> (repeat (local [x]) x)
                    if a then b() end -> (if ($a (call $b)))
                    if a then elseif b then else c() end -> (if ($a) ($b) (else (call $c)))
                    for i = 1, 2 do f(i) end -> (for i 1 2 - (call $f i))
                    for i = i, 2, 3 do end -> (for i $i 2 3)
                    for k in k do f(k) end -> (for-in [k] ($k) (call $f k))
                    for k, v in a, b do end -> (for-in [k v] ($a $b))
                    while a do break end -> (while $a (break))
                    while a do break; b() end -> (while $a (break) (call $b))
                    goto a ::a:: -> (goto a) (label a)
                    ::a:: ; ::b:: goto a -> (label a) (label b) (goto a)
                    do goto a end f() ::a:: -> (do (goto a)) (call $f) (label a)
                    return -> (return)
                    return; -> (return)
                    return 1, f() -> (return 1 (call $f))
                    """)
    void hasStatements(String source, String tree) throws SyntaxError {
        assertThat(Printer.print(parse(source))).isEqualTo(tree);
    }

    private static String expression(String source) throws SyntaxError {
        Statement.Return result =
                (Statement.Return) parse("return " + source).statements().getFirst();
        return Printer.print(result.values().getFirst());
    }

    private static Block parse(String source) throws SyntaxError {
        return Parser.parse("tree.lua", source.getBytes(UTF_8)).block();
    }
}
