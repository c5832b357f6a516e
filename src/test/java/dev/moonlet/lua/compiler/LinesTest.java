package dev.moonlet.lua.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The lines of errors in scripts longer than the JVM counts. */
class LinesTest {

    @Test
    void areCountedBeyondWhatTheJvmCounts() {
        String script =
                """
                local function near() error("x") end
                %s
                local function far()

                  error("y")
                end
                local t = { function() error("z") end }
                print(pcall(near)) print(pcall(far)) print(pcall(t[1]))
                """
                        .formatted("\n".repeat(69_999));
        assertThat(Lua.output(script))
                .isEqualTo(
                        """
                        false\ttest.lua:1: x
                        false\ttest.lua:70004: y
                        false\ttest.lua:70006: z
                        """);
    }
}
