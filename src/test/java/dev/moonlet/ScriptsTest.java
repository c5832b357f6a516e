package dev.moonlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlet.module.Scripts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Java calls the scripts of the bundle. */
class ScriptsTest {

    @TempDir static Path folder;
    private static RunningMoonlet moonlet;
    private static Scripts scripts;

    @BeforeAll
    static void start() throws IOException {
        new BundleFolder(folder)
                .serving("/x:\n  get: {x-handler: lib.money.format}\n")
                .with(
                        "lua/lib/money.lua",
                        """
                        local money = {}
                        function money.format(cents, currency)
                          return ("%d.%02d %s"):format(cents // 100, cents % 100, currency or "EUR")
                        end
                        function money.echo(...) return ... end
                        function money.broken() error("no money") end
                        function money.profile() return PROFILE end
                        return money
                        """);
        moonlet = RunningMoonlet.serving(folder, "moonlet.limits.cpu=300ms");
        scripts = moonlet.bean(Scripts.class);
    }

    @AfterAll
    static void stop() {
        moonlet.close();
    }

    @Test
    void callFunctions() {
        assertThat(scripts.call("lib.money", "format", 1250)).isEqualTo("12.50 EUR");
        assertThat(scripts.call("lib.money", "format", 5, "CHF")).isEqualTo("0.05 CHF");
    }

    @Test
    void passValuesBothWays() {
        assertThat(
                        scripts.call(
                                "lib.money",
                                "echo",
                                null,
                                true,
                                1L << 60,
                                0.5,
                                "text",
                                List.of(1, "b"),
                                Map.of("k", List.of())))
                .isEqualTo(
                        Arrays.asList(
                                null,
                                true,
                                1L << 60,
                                0.5,
                                "text",
                                List.of(1L, "b"),
                                Map.of("k", Map.of())));
        assertThat(scripts.call("lib.money", "echo")).isNull();
        assertThatThrownBy(() -> scripts.call("lib.money", "echo", new Object()))
                .hasMessageContaining("a java.lang.Object is nothing to Lua");
    }

    @Test
    void sayWhyTheyDoNotReturn() {
        assertThatThrownBy(() -> scripts.call("lib.money", "nothing"))
                .hasMessage(
                        "function 'nothing' not found: the script lib/money.lua does not return"
                                + " it");
        assertThatThrownBy(() -> scripts.call("lib.nothing", "f"))
                .hasMessage("module 'lib.nothing' not found");
        assertThatThrownBy(() -> scripts.call("lib.money", "broken"))
                .hasMessage("lib/money.lua:6: no money");
        assertThatThrownBy(() -> scripts.in("huge").call("lib.money", "format", 1))
                .hasMessage("profile 'huge' is unknown; known are full, minimal, standard");
    }

    @Test
    void executeTexts() {
        assertThat(scripts.execute("return require('lib.money').format(100)"))
                .isEqualTo("1.00 EUR");
        assertThat(scripts.in("full").execute("return PROFILE")).isEqualTo("full");
        assertThatThrownBy(() -> scripts.execute("local x ="))
                .hasMessageStartingWith("execute.lua:2: unexpected symbol near");
        assertThatThrownBy(() -> scripts.execute("while true do end"))
                .hasMessageContaining("killed: the limit of cpu");
    }
}
