package dev.moonlet.lua;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunScriptTest {

    @TempDir private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void printsWhatTheScriptPrints() throws IOException, InterruptedException {
        assertThat(run("print('one', 2, nil) print() print('\u00e4 \ud83d\ude00')")).isZero();

        assertThat(out.toString(UTF_8)).isEqualTo("one\t2\tnil\n\n\u00e4 \ud83d\ude00\n");
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    @Test
    void printsBytesAsTheyAre() throws IOException, InterruptedException {
        assertThat(run("print('\\0\\xff')")).isZero();

        assertThat(out.toString(ISO_8859_1)).isEqualTo("\0\u00ff\n");
    }

    @Test
    void passesArguments() throws IOException, InterruptedException {
        String script = "print(...) print(#arg, arg[1], arg[2], arg[0] == nil, arg[-1])";

        assertThat(run(script, "a", "\u00e4 b")).isZero();

        assertThat(out.toString(UTF_8)).isEqualTo("a\t\u00e4 b\n2\ta\t\u00e4 b\tfalse\tnil\n");
    }

    @Test
    void passesTheScriptsNameToo() throws IOException, InterruptedException {
        Path file = file("print(arg[0])");

        assertThat(runFile(file.toString())).isZero();

        assertThat(out.toString(UTF_8)).isEqualTo(file + "\n");
    }

    @Test
    void readsTheScriptFromStandardInput() throws IOException, InterruptedException {
        assertThat(read("print(arg[0], ...) error('here')", "-", "a")).isEqualTo(1);

        assertThat(out.toString(UTF_8)).isEqualTo("-\ta\n");
        assertThat(err.toString(UTF_8)).startsWith("moonlet: stdin:1: here\n");
    }

    @Test
    void skipsAFirstLineForTheShell() throws IOException, InterruptedException {
        assertThat(read("#!/usr/bin/env lua\nprint(1)\nerror('x')", "-")).isEqualTo(1);

        assertThat(out.toString(UTF_8)).isEqualTo("1\n");
        assertThat(err.toString(UTF_8)).startsWith("moonlet: stdin:3: x\n");
    }

    @Test
    void tellsHowAnErrorWasReached() throws IOException, InterruptedException {
        String script =
                """
                local t = {}
                local function inner()
                  error("broken")
                end
                function t.field() inner() return 1 end
                function t:method() t.field() return 1 end
                function global()
                  t:method()
                  return 1
                end
                (function()
                  global()
                  return 1
                end)()
                """;

        assertThat(read(script, "-")).isEqualTo(1);

        assertThat(err.toString(UTF_8))
                .isEqualTo(
                        """
                        moonlet: stdin:3: broken
                        stack traceback:
                        \tstdin:3: in function 'inner'
                        \tstdin:5: in function 't.field'
                        \tstdin:6: in function 't:method'
                        \tstdin:8: in function 'global'
                        \tstdin:12: in function <stdin:11>
                        \tstdin:11: in main chunk
                        \t[Java]: in ?
                        """);
    }

    @Test
    void tellsThatACallWasALastOne() throws IOException, InterruptedException {
        String script = "local function f()\nreturn error('x')\nend\nreturn f()";

        assertThat(read(script, "-")).isEqualTo(1);

        assertThat(err.toString(UTF_8))
                .startsWith("moonlet: stdin:2: x\nstack traceback:\n\tstdin:2: in function 'f'\n");
    }

    @Test
    void cutsALongTraceback() throws IOException, InterruptedException {
        String script =
                "local function f(n) if n == 0 then error('deep') end f(n - 1) n = 0 end f(99)";

        assertThat(read(script, "-")).isEqualTo(1);

        List<String> lines = err.toString(UTF_8).lines().toList();
        assertThat(lines).hasSize(2 + 10 + 1 + 11);
        assertThat(lines.get(12)).isEqualTo("\t...\t(skipping 81 levels)");
        assertThat(lines.subList(22, 24))
                .containsExactly("\tstdin:1: in main chunk", "\t[Java]: in ?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    error("text", 0)      | text
                    error("\u00e4 \ud83d\ude00", 0) | \u00e4 \ud83d\ude00
                    error(42)             | 42
                    error({})             | (error object is a table value)
                    error(nil)            | (error object is a nil value)
                    error(true)           | (error object is a boolean value)
                    error(setmetatable({}, {__tostring = function() return "mine" end})) | mine
                    local x; x()          | stdin:1: attempt to call a nil value (local 'x')
                    """)
    void showsAnyError(String script, String shown) throws IOException, InterruptedException {
        assertThat(read(script, "-")).isEqualTo(1);

        assertThat(err.toString(UTF_8)).startsWith("moonlet: " + shown + "\nstack traceback:\n");
        assertThat(out.size()).isZero();
    }

    @Test
    void refusesWhatIsNotLua() throws IOException, InterruptedException {
        Path file = file("print('never')\nx = = 1");

        assertThat(runFile(file.toString())).isEqualTo(1);

        assertThat(err.toString(UTF_8))
                .isEqualTo("moonlet: " + file + ":2: unexpected symbol near '='\n");
        assertThat(out.size()).isZero();
    }

    @Test
    void tellsThatThereIsNoFile() throws IOException, InterruptedException {
        String missing = folder.resolve("missing.lua").toString();

        assertThat(runFile(missing)).isEqualTo(1);

        assertThat(err.toString(UTF_8))
                .isEqualTo("moonlet: cannot open " + missing + ": there is no such file\n");
    }

    @Test
    void tellsThatAFolderIsNoFile() throws IOException, InterruptedException {
        assertThat(runFile(folder.toString())).isEqualTo(1);

        assertThat(err.toString(UTF_8)).startsWith("moonlet: cannot read " + folder + ": ");
    }

    @Test
    void tellsHowItIsUsed() throws IOException, InterruptedException {
        assertThat(runFile()).isEqualTo(2);

        assertThat(err.toString(UTF_8)).startsWith("usage: java -jar moonlet.jar run FILE.lua");
    }

    @Test
    void takesAStackOverflowForAnyError() throws IOException, InterruptedException {
        String script =
                """
                local function endless() return 1 + endless() end
                print(pcall(endless))
                endless()
                """;

        assertThat(read(script, "-")).isEqualTo(1);

        assertThat(out.toString(UTF_8)).isEqualTo("false\tstdin:1: stack overflow\n");
        assertThat(err.toString(UTF_8)).startsWith("moonlet: stdin:1: stack overflow\n");
    }

    @Test
    void hasRoomForDeepCalls() throws IOException, InterruptedException {
        String script =
                """
                local function depth(n) if n == 0 then return 0 end return 1 + depth(n - 1) end
                print(depth(150000))
                """;

        assertThat(read(script, "-")).isZero();

        assertThat(out.toString(UTF_8)).isEqualTo("150000\n");
    }

    private int run(String script, String... arguments) throws IOException, InterruptedException {
        String[] all = new String[arguments.length + 1];
        all[0] = file(script).toString();
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return runFile(all);
    }

    private int runFile(String... arguments) throws IOException, InterruptedException {
        return read("", arguments);
    }

    private int read(String input, String... arguments) throws IOException, InterruptedException {
        PrintStream to = new PrintStream(out, true, UTF_8);
        PrintStream problems = new PrintStream(err, true, UTF_8);
        return new RunScript(new ByteArrayInputStream(input.getBytes(UTF_8)), to, problems)
                .run(List.of(arguments));
    }

    private Path file(String script) throws IOException {
        return Files.writeString(folder.resolve("script.lua"), script);
    }
}
