package dev.moonlet.http.document;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an object in an OpenAPI document is. A schema may have a property that is called {@code
 * $ref}, and an example may hold anything: only where an object stands tells what its names mean.
 */
enum Kind {
    DOCUMENT(
            "info=OTHER tags=OTHER servers=OTHER externalDocs=OTHER paths=PATHS"
                    + " webhooks{}=PATH_ITEM components=COMPONENTS"),
    COMPONENTS(
            "schemas{}=SCHEMA responses{}=RESPONSE parameters{}=PARAMETER examples{}=EXAMPLE"
                    + " requestBodies{}=REQUEST_BODY headers{}=HEADER"
                    + " securitySchemes{}=SECURITY_SCHEME links{}=LINK callbacks{}=CALLBACK"
                    + " pathItems{}=PATH_ITEM"),
    PATHS("*=PATH_ITEM"),
    PATH_ITEM(
            "get=OPERATION put=OPERATION post=OPERATION delete=OPERATION options=OPERATION"
                    + " head=OPERATION patch=OPERATION trace=OPERATION parameters=PARAMETER"
                    + " servers=OTHER"),
    OPERATION(
            "parameters=PARAMETER requestBody=REQUEST_BODY responses=RESPONSES"
                    + " callbacks{}=CALLBACK servers=OTHER externalDocs=OTHER"),
    CALLBACK("*=PATH_ITEM"),
    RESPONSES("*=RESPONSE"),
    RESPONSE("headers{}=HEADER content{}=MEDIA_TYPE links{}=LINK"),
    REQUEST_BODY("content{}=MEDIA_TYPE"),
    PARAMETER("schema=SCHEMA content{}=MEDIA_TYPE examples{}=EXAMPLE"),
    HEADER("schema=SCHEMA content{}=MEDIA_TYPE examples{}=EXAMPLE"),
    MEDIA_TYPE("schema=SCHEMA examples{}=EXAMPLE encoding{}=ENCODING"),
    ENCODING("headers{}=HEADER"),
    SCHEMA(
            "properties{}=SCHEMA patternProperties{}=SCHEMA dependentSchemas{}=SCHEMA $defs{}=SCHEMA"
                    + " definitions{}=SCHEMA allOf=SCHEMA anyOf=SCHEMA oneOf=SCHEMA not=SCHEMA"
                    + " if=SCHEMA then=SCHEMA else=SCHEMA items=SCHEMA prefixItems=SCHEMA"
                    + " contains=SCHEMA additionalProperties=SCHEMA propertyNames=SCHEMA"
                    + " unevaluatedItems=SCHEMA unevaluatedProperties=SCHEMA contentSchema=SCHEMA"
                    + " discriminator=DISCRIMINATOR externalDocs=OTHER"),
    DISCRIMINATOR(""),
    EXAMPLE(""),
    LINK(""),
    SECURITY_SCHEME(""),
    OTHER("");

    private static final Map<Kind, Map<String, Place>> PLACES = new EnumMap<>(Kind.class);

    private static final Set<Kind> FRAME =
            EnumSet.of(DOCUMENT, COMPONENTS, PATHS, PATH_ITEM, OPERATION, RESPONSES);

    /**
     * @param named whether there is a mapping of names, each to an object of that kind
     */
    private record Place(Kind kind, boolean named) {}

    private final String children;

    /**
     * @param children a name, {@code {}} if what it has is told apart by names, and its kind; an
     *     asterisk for every name that does not begin with {@code x-}
     */
    Kind(String children) {
        this.children = children;
    }

    static {
        for (Kind kind : values()) {
            Map<String, Place> places = new HashMap<>();
            for (String child : kind.children.isEmpty() ? List.<String>of() : words(kind)) {
                int equals = child.indexOf('=');
                String name = child.substring(0, equals);
                boolean named = name.endsWith("{}");
                places.put(
                        named ? name.substring(0, name.length() - 2) : name,
                        new Place(valueOf(child.substring(equals + 1)), named));
            }
            PLACES.put(kind, Map.copyOf(places));
        }
    }

    /** Whether it says what there is, rather than what it looks like. */
    boolean isFrame() {
        return FRAME.contains(this);
    }

    /** Where a document keeps objects of this kind that others refer to, if it does. */
    Optional<String> section() {
        return places(COMPONENTS).entrySet().stream()
                .filter(section -> section.getValue().kind() == this)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Visits an object of this kind, then those in it. */
    void walk(ObjectNode object, BiConsumer<ObjectNode, Kind> visitor) {
        visitor.accept(object, this);
        for (Map.Entry<String, JsonNode> property : List.copyOf(object.properties())) {
            Place place = place(property.getKey());
            if (place != null && place.named()) {
                property.getValue().forEach(each -> walk(place.kind(), each, visitor));
            } else if (place != null) {
                walk(place.kind(), property.getValue(), visitor);
            }
        }
    }

    private static void walk(Kind kind, JsonNode value, BiConsumer<ObjectNode, Kind> visitor) {
        if (value instanceof ObjectNode object) {
            kind.walk(object, visitor);
        } else if (value.isArray()) {
            value.forEach(each -> {
                if (each instanceof ObjectNode object) {
                    kind.walk(object, visitor);
                }
            });
        }
    }

    private @Nullable Place place(String name) {
        Place place = places(this).get(name);
        return place != null || name.startsWith("x-") ? place : places(this).get("*");
    }

    private static Map<String, Place> places(Kind kind) {
        return PLACES.getOrDefault(kind, Map.of());
    }

    private static List<String> words(Kind kind) {
        return List.of(kind.children.split(" ", -1));
    }
}
