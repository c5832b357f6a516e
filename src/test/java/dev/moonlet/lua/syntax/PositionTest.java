package dev.moonlet.lua.syntax;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs with a mark in front of the place that is expected. */
class PositionTest {

    private static final char MARK = '»';

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return »nil",
                "return »...",
                "return⏎ »1",
                "return »'a\\⏎b'",
                "return »x",
                "return a⏎.»b",
                "return a.⏎»b",
                "return a⏎.b⏎. »c",
                "return a[⏎b⏎ »]",
                "return »f()",
                "return »f⏎(⏎1)",
                "return »f 'a'",
                "return »f⏎{}",
                "return »f()⏎()",
                "return »a⏎:b⏎()",
                "return a⏎<⏎»b",
                "return a == b.⏎»c",
                "return a⏎»+⏎b",
                "return a + b⏎»- c",
                "return a ».. b .. c",
                "return a⏎»and b",
                "return a⏎»or b",
                "return »-⏎a",
                "return »not a",
                "return »(a)",
                "return »{⏎}",
                "return »function() end",
                "return 'ä' ».. 1",
                "\treturn »1",
            })
    void placesExpressions(String source) throws SyntaxError {
        Statement.Return result = (Statement.Return) parse(source).block().statements().getLast();

        assertThat(result.values().getFirst().at()).isEqualTo(marked(source));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "»local x⏎= 1",
                "»local function f() end",
                "⏎ »x⏎=⏎1",
                "»f⏎()",
                "»function a⏎.b() end",
                "»do end",
                "»while a⏎do end",
                "»repeat⏎until a",
                "»if a⏎then end",
                "for i⏎= 1, 2 »do end",
                "for k⏎in »a do end",
                "::a:: »goto⏎a",
                "f() »::⏎a ::",
                "f() »return⏎1",
            })
    void placesStatements(String source) throws SyntaxError {
        assertThat(parse(source).block().statements().getLast().at()).isEqualTo(marked(source));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return function⏎»() end",
                "local function f »() end",
                "»function a.b() end",
            })
    void placesFunctionsWhereCLuaCountsFrom(String source) throws SyntaxError {
        assertThat(function(source).at()).isEqualTo(marked(source));
    }

    @ParameterizedTest
    @ValueSource(strings = {"return function() f()⏎ »end", "function f() return 1; »end g()"})
    void placesTheEndOfFunctions(String source) throws SyntaxError {
        assertThat(function(source).end()).isEqualTo(marked(source));
    }

    @Test
    void placesTheEndOfBlocks() throws SyntaxError {
        Statement.If choice =
                (Statement.If)
                        parse("if a then\nelseif b then else\n end")
                                .block()
                                .statements()
                                .getFirst();

        assertThat(choice.branches().stream().map(branch -> branch.block().end()))
                .containsExactly(new Position(2, 1), new Position(2, 15));
        assertThat(choice.otherwise())
                .hasValueSatisfying(block -> assertThat(block.end()).isEqualTo(new Position(3, 2)));
    }

    @Test
    void placesLocals() throws SyntaxError {
        Statement.LocalDeclaration declaration =
                (Statement.LocalDeclaration)
                        parse("local a,\n  b <const> = 1").block().statements().getFirst();

        assertThat(declaration.locals().stream().map(Local::at))
                .containsExactly(new Position(1, 7), new Position(2, 3));
    }

    @Test
    void countsFromBehindAByteOrderMark() throws SyntaxError {
        List<Statement> statements = parse("\uFEFFf()").block().statements();

        assertThat(statements.getFirst().at()).isEqualTo(new Position(1, 1));
    }

    private static FunctionBody function(String source) throws SyntaxError {
        FunctionBody[] last = new FunctionBody[1];
        FunctionBody script = parse(source);
        new Walk() {
            @Override
            public void function(FunctionBody function) {
                last[0] = function;
                super.function(function);
            }
        }.function(script);
        return last[0];
    }

    private static Position marked(String source) {
        String before = source.substring(0, source.indexOf(MARK));
        int lineStart = before.lastIndexOf('⏎') + 1;
        int line = 1 + (int) before.chars().filter(c -> c == '⏎').count();
        return new Position(line, before.substring(lineStart).getBytes(UTF_8).length + 1);
    }

    private static FunctionBody parse(String source) throws SyntaxError {
        String text = source.replace(String.valueOf(MARK), "").replace('⏎', '\n');
        return Parser.parse("place.lua", text.getBytes(UTF_8));
    }
}
