package dev.moonlet;

import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Helm makes of the chart. */
abstract class RenderedChart {

    static final Path CHART = Path.of("helm", "moonlet");
    private static final String OLDEST_KUBERNETES = "1.30.0";

    @TempDir private Path folder;

    final JsonNode container(String values) throws IOException {
        return pod(values).at("/containers/0");
    }

    final JsonNode pod(String values) throws IOException {
        return manifest(values, "Deployment").at("/spec/template/spec");
    }

    final JsonNode manifest(String values, String kind) throws IOException {
        return Objects.requireNonNull(render(values).get(kind), kind);
    }

    final Map<String, JsonNode> render(String values) throws IOException {
        Path file = Files.writeString(folder.resolve("values.yaml"), values);
        TemplateCommand template = new Helm(CHART).template().withKubeVersion(OLDEST_KUBERNETES);
        String text = template.withName("shop").withValuesFile(file).call();
        return documents(text).stream()
                .collect(Collectors.toMap(it -> it.at("/kind").asString(), Function.identity()));
    }

    static void assertAt(JsonNode node, String pointer, String expected) {
        assertThat(node.at(pointer)).as(pointer).isEqualTo(yaml(expected));
    }

    static JsonNode yaml(String text) {
        return documents(text).getFirst();
    }

    static List<JsonNode> documents(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Yaml yaml = new Yaml(new SafeConstructor(options));
        return StreamSupport.stream(yaml.loadAll(text).spliterator(), false)
                .map(new JsonMapper()::<JsonNode>valueToTree)
                .toList();
    }
}
