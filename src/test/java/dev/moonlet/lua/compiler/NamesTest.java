package dev.moonlet.lua.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What functions, fields and locals may be called. */
class NamesTest {

    @Test
    void mayBeNamedAsTheJvmNamesNothing() {
        String name = "n".repeat(70_000);
        assertThat(
                        Lua.output(
                                """
                                local t = { ["a;b/c[d<e>.f"] = function() return 1 end }
                                t["."] = function() return 2 end
                                t[""] = function() return 3 end
                                function t.%1$s() return 4 end
                                local %1$s <close> = nil
                                print(t["a;b/c[d<e>.f"](), t["."](), t[""](), t.%1$s(), t["\0é"])
                                print(pcall(function() return %1$s.x end))
                                """
                                        .formatted(name)))
                .isEqualTo(
                        """
                        1\t2\t3\t4\tnil
                        false\ttest.lua:7: attempt to index a nil value (upvalue '%s)
                        """
                                .formatted("n".repeat(991)));
    }
}
