package dev.moonlet.lua.syntax;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GotoTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = "->",
            quoteCharacter = '`',
            textBlock =
                    """
                    goto x -> 1: no visible label 'x' for <goto> at line 1
                    goto⏎x⏎y() -> 3: no visible label 'x' for <goto> at line 2
                    do ::x:: end goto x -> 1: no visible label 'x' for <goto> at line 1
                    goto x do ::x:: end -> 1: no visible label 'x' for <goto> at line 1
                    ::x:: function f() goto x end -> 1: no visible label 'x' for <goto> at line 1
                    goto x function f() ::x:: end -> 1: no visible label 'x' for <goto> at line 1
                    function f()⏎goto x⏎end⏎::x:: -> 4: no visible label 'x' for <goto> at line 2
                    goto y⏎goto x ::y:: -> 2: no visible label 'x' for <goto> at line 2
                    do goto y end⏎goto x -> 2: no visible label 'y' for <goto> at line 1
                    break -> 1: break outside loop at line 1
                    if x then break end⏎goto x -> 2: break outside loop at line 1
                    while x do function f()⏎break end end -> 2: break outside loop at line 2
                    ::x::⏎::x:: -> 2: label 'x' already defined on line 2
                    ::x:: y()⏎::x:: -> 2: label 'x' already defined on line 1
                    ::x:: do ::x:: end -> 1: label 'x' already defined on line 1
                    goto x local y ::x:: f() -> 1: <goto x> at line 1 jumps into the scope of local 'y'
                    goto x⏎local y <const>, z = 1⏎::x:: f() -> 3: <goto x> at line 1 jumps into the scope of local 'y'
                    local y do goto x end local z ::x:: f() -> 1: <goto x> at line 1 jumps into the scope of local 'z'
                    do local y goto x end local z ::x:: f() -> 1: <goto x> at line 1 jumps into the scope of local 'z'
                    do do local y goto x end end local z ::x:: f() -> 1: <goto x> at line 1 jumps into the scope of local 'z'
                    repeat goto x local y ::x:: until y -> 1: <goto x> at line 1 jumps into the scope of local 'y'
                    goto x local function f() end ::x:: f() -> 1: <goto x> at line 1 jumps into the scope of local 'f'
                    """)
    void keepsItsRules(String source, String message) {
        assertThatThrownBy(() -> parse(source)).hasMessage("jumps.lua:" + message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "goto x local y ::x::",
                "goto x local y ::x:: ::z:: ;",
                "do goto x local y ::x:: end",
                "if a then goto x local y ::x:: else end",
                "while a do goto x local y ::x:: end",
                "while a do if b then goto continue end local y f() ::continue:: end",
                "for i = 1, 2 do for j = 1, 2 do goto next end ::next:: end",
                "repeat do goto x end local y f() do break end ::z:: until a ::x::",
                "do ::x:: end ::x::",
                "do ::x:: goto x end do ::x:: goto x end",
                "::x:: function f() ::x:: goto x end goto x",
                "do goto x end do goto x end goto x ::x::",
                "do local y goto x end ::x:: f()",
                "while a do break break end",
                "repeat while a do break end if b then break end until c",
            })
    void jumpsWhereALabelIsInSight(String source) throws SyntaxError {
        assertThat(parse(source)).isNotNull();
    }

    @Test
    void knowsItsTarget() throws SyntaxError {
        FunctionBody script = parse("do goto x end do ::x:: goto x end ::x::");
        Block first = ((Statement.Do) script.block().statements().get(0)).block();
        Block second = ((Statement.Do) script.block().statements().get(1)).block();
        Label inner = ((Statement.LabelStatement) second.statements().getFirst()).label();
        Label outer = ((Statement.LabelStatement) script.block().statements().get(2)).label();

        assertThat(((Statement.Goto) first.statements().getFirst()).target()).isSameAs(outer);
        assertThat(((Statement.Goto) second.statements().get(1)).target()).isSameAs(inner);
        assertThat(outer.at()).isEqualTo(new Position(1, 35));
    }

    private static FunctionBody parse(String source) throws SyntaxError {
        return Parser.parse("jumps.lua", source.replace('⏎', '\n').getBytes(UTF_8));
    }
}
