package dev.moonlet.module.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlet.lua.Limits;
import dev.moonlet.module.Profile;
import dev.moonlet.module.TestKit;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What scripts write to the log. */
@ExtendWith(OutputCaptureExtension.class)
class LogModuleTest {

    private final TestKit kit = TestKit.of(new LogModule());

    @ParameterizedTest
    @CsvSource({"info, INFO", "warn, WARN", "error, ERROR"})
    void writesOfEachLevelWithThePlaceOfTheScript(
            String function, String level, CapturedOutput output) {
        run("log." + function + "('paid')");

        assertThat(output.getOut()).containsPattern(level + ".* lua .*test\\.lua:1: paid\n");
    }

    @Test
    void putsFieldsBehindTheMessageInTheirOrder(CapturedOutput output) {
        run("log.info('paid', {order = 7, by = 'Ann Lee', ok = true, note = '', q = '\"'})");

        assertThat(output.getOut())
                .contains("paid by=\"Ann Lee\" note=\"\" ok=true order=7 q=\"\\\"\"\n");
    }

    @Test
    void keepsEverythingOnOneLine(CapturedOutput output) {
        run("log.info('a\\nERROR b\\r', {['k\\n'] = 'v\\n\\27[31m\\u{2028}'})");

        assertThat(output.getOut())
                .contains("a\\nERROR b\\r k\\n=v\\n\\u001b[31m\\u2028\n")
                .doesNotContain("\nERROR b");
    }

    @Test
    void cutsWhatNobodyReads(CapturedOutput output) {
        run("log.info(('x'):rep(1000000), {a = 1})");

        assertThat(output.getOut()).hasSizeLessThan(10_000).contains("xxx…\n");
    }

    @Test
    void countsAsOutput() {
        Profile quiet = new Profile("quiet", Set.of("log"), Limits.NONE.withOutput(1000));

        assertThatThrownBy(() ->
                        TestKit.of(new LogModule())
                                .in(quiet)
                                .run("while true do require('log').info('again') end"))
                .hasMessageContaining("killed: the limit of output is 1000 bytes");
    }

    @Test
    void takesWhatSaysItsTextItself(CapturedOutput output) {
        run("log.info(setmetatable({}, {__tostring = function() return 'me' end}))");

        assertThat(output.getOut()).contains("test.lua:1: me\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            textBlock =
                    """
                    log.info('a', 'b')      ; bad argument #2 to 'info' (table<string, any> expected, got string)
                    log.warn('a', {[{}]=1}) ; bad argument #2 to 'warn' (key: string expected, got table)
                    """)
    void refusesWhatDoesNotFit(String call, String message) {
        assertThatThrownBy(() -> run(call)).hasMessage("test.lua:1: " + message);
    }

    private void run(String script) {
        kit.run("local log = require 'log' " + script);
    }
}
