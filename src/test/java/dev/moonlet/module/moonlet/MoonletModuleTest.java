package dev.moonlet.module.moonlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlet.module.Definition;
import dev.moonlet.module.TestKit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What scripts get to know of what runs them. */
class MoonletModuleTest {

    private final TestKit kit =
            TestKit.of(
                    new MoonletModule(),
                    () -> Definition.of("a", ""),
                    () -> Definition.of("b", ""));

    @Test
    void loadsSeveralModules() {
        assertThat(
                        kit.run(
                                """
                                local m = require('moonlet').load {'a', 'b'}
                                return m.a == require 'a', m.b == require 'b', m.a ~= m.b\
                                """))
                .isEqualTo(List.of(true, true, true));
        assertThatThrownBy(() -> kit.run("require('moonlet').load {'a', 'nothing'}"))
                .hasMessageContaining("module 'nothing' not found");
    }

    @Test
    void tellsItsVersion() {
        assertThat(kit.run("return require('moonlet').version")).isInstanceOf(String.class);
    }
}
