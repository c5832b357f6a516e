package dev.moonlet.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.moonlet.revision.Bundle;
import dev.moonlet.revision.Revisions;
import io.swagger.v3.core.util.Yaml31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Paths;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Puts the bundle's document into the one that springdoc publishes, without Moonlet's own keys. */
@Component
final class DescribeRoutes implements OpenApiCustomizer {

    private static final Logger LOG = LoggerFactory.getLogger(DescribeRoutes.class);
    private static final List<String> OWN_KEYS =
            List.of("x-handler", "x-websocket", "x-profile", "x-limits", "x-cors");

    private final Revisions revisions;
    private final ObjectMapper yaml = Yaml31.mapper();

    DescribeRoutes(Revisions revisions) {
        this.revisions = revisions;
    }

    @Override
    public void customise(OpenAPI published) {
        Bundle bundle = revisions.current().bundle();
        bundle.file(PrepareRoutes.FILE).ifPresent(file -> merge(file, published));
    }

    private void merge(byte[] file, OpenAPI published) {
        OpenAPI bundle;
        try {
            bundle = yaml.readValue(file, OpenAPI.class);
        } catch (IOException unreadable) {
            LOG.warn("{} can't be published: {}", PrepareRoutes.FILE, reason(unreadable));
            return;
        }
        if (bundle.getInfo() != null) {
            published.setInfo(bundle.getInfo());
        }
        published.setTags(bundle.getTags());
        published.setSecurity(bundle.getSecurity());
        mergePaths(bundle.getPaths(), published);
        mergeComponents(bundle.getComponents(), published);
    }

    private static void mergePaths(Paths bundle, OpenAPI published) {
        if (bundle == null) {
            return;
        }
        Paths all = published.getPaths() == null ? new Paths() : published.getPaths();
        bundle.values().removeIf(Objects::isNull);
        bundle.forEach((path, item) -> {
            item.readOperations().stream()
                    .filter(operation -> operation.getExtensions() != null)
                    .forEach(operation -> OWN_KEYS.forEach(operation.getExtensions()::remove));
            all.addPathItem(path, item);
        });
        published.setPaths(all);
    }

    /** Spring's own endpoints declare none that the bundle's could clash with. */
    private static void mergeComponents(Components bundle, OpenAPI published) {
        if (bundle != null) {
            published.setComponents(bundle);
        }
    }

    private static String reason(IOException unreadable) {
        return unreadable instanceof JsonProcessingException json
                ? json.getOriginalMessage()
                : String.valueOf(unreadable.getMessage());
    }
}
