package dev.moonlet.lua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.moonlet.lua.coroutine.Carrier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * What the manual promises, chapter by chapter, in Lua: each {@code it} of the specs below {@code
 * manual/} is a test.
 */
class SpecTest {

    private static final Path MANUAL = Path.of("src/test/resources/dev/moonlet/lua/manual");

    @TestFactory
    List<DynamicNode> keepsWhatTheManualPromises() throws IOException {
        return specs(".*_spec.lua", Carrier.Kind.CONTINUATION);
    }

    @TestFactory
    List<DynamicNode> keepsWhatTheManualPromisesOfCoroutinesOnThreads() throws IOException {
        return specs(".*coroutine.*_spec.lua", Carrier.Kind.THREAD);
    }

    private static List<DynamicNode> specs(String names, Carrier.Kind carriers) throws IOException {
        try (Stream<Path> files = Files.list(MANUAL)) {
            List<DynamicNode> specs =
                    files.filter(file -> file.toString().matches(names))
                            .sorted()
                            .map(file -> spec(file, carriers))
                            .toList();
            assertThat(specs).isNotEmpty();
            return specs;
        }
    }

    private static DynamicNode spec(Path file, Carrier.Kind carriers) {
        String name = file.getFileName().toString();
        try {
            return dynamicContainer(name, nodes(new Spec(file, carriers).children()));
        } catch (Spec.Broken broken) {
            return dynamicTest(
                    name,
                    () -> {
                        throw broken;
                    });
        }
    }

    private static Stream<DynamicNode> nodes(List<Spec.Child> children) {
        return children.stream().map(SpecTest::node);
    }

    private static DynamicNode node(Spec.Child child) {
        return switch (child) {
            case Spec.Group group -> dynamicContainer(group.name(), nodes(group.children()));
            case Spec.Fact fact ->
                    dynamicTest(fact.name(), () -> fact.failure().ifPresent(Assertions::fail));
        };
    }
}
