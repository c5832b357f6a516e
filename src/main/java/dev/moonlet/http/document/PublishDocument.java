package dev.moonlet.http.document;

import dev.moonlet.revision.Revisions;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts the current revision's document into what springdoc answers. The bundle's goes by as it was
 * written: springdoc's model would drop what it does not know.
 */
@RestControllerAdvice(assignableTypes = OpenApiWebMvcResource.class)
final class PublishDocument implements ResponseBodyAdvice<byte[]> {

    private static final Logger LOG = LoggerFactory.getLogger(PublishDocument.class);

    private final Revisions revisions;
    private final JsonMapper json;
    private volatile @Nullable Published last;

    /** What was answered last: of a large document it takes some tenths of a second to make. */
    private record Published(BundleDocument bundle, byte[] own, byte[] answer) {}

    PublishDocument(Revisions revisions, JsonMapper json) {
        this.revisions = revisions;
        this.json = json;
    }

    @Override
    public boolean supports(
            MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return returned.getParameterType() == byte[].class;
    }

    @Override
    public byte @Nullable [] beforeBodyWrite(
            byte @Nullable [] body,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        return body == null
                ? null
                : published(body, type.isCompatibleWith(MediaType.APPLICATION_JSON));
    }

    private byte[] published(byte[] own, boolean isJson) {
        BundleDocument bundle = revisions.current().part(BundleDocument.class);
        Published known = last;
        if (known != null && known.bundle() == bundle && Arrays.equals(known.own(), own)) {
            return known.answer();
        }
        try {
            byte[] answer = merged(bundle, own, isJson);
            last = new Published(bundle, own, answer);
            return answer;
        } catch (RuntimeException | Unpublishable unexpected) {
            LOG.error("The bundle's document can't be published", unexpected);
            return own;
        }
    }

    private byte[] merged(BundleDocument bundle, byte[] own, boolean isJson) throws Unpublishable {
        ObjectNode document = (ObjectNode) ReadTree.from(isJson ? "own.json" : "own.yaml", own);
        OwnDocument.complete(document);
        ObjectNode merged = Merge.of(bundle.tree(), document);
        return isJson ? json.writeValueAsBytes(merged) : yaml(merged);
    }

    private byte[] yaml(ObjectNode document) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(FlowStyle.BLOCK);
        return new Yaml(options)
                .dump(json.convertValue(document, Map.class))
                .getBytes(StandardCharsets.UTF_8);
    }
}
