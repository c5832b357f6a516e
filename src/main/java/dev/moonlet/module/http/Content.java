package dev.moonlet.module.http;

import dev.moonlet.module.json.JsonSchema;
import dev.moonlet.operation.stream.Inlet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The body of a request. */
public sealed interface Content {

    /** As it was sent; empty for a form whose parts were read as they came. */
    byte[] bytes();

    /** Lets go of what is kept for the time of the request. */
    default void forget() {}

    byte[] NOTHING = {};

    /** There is none. */
    record None() implements Content {

        @Override
        public byte[] bytes() {
            return NOTHING;
        }
    }

    /** The handler reads it as it comes. */
    record Streamed(Inlet inlet) implements Content {

        @Override
        public byte[] bytes() {
            return NOTHING;
        }

        @Override
        public void forget() {
            inlet.close();
        }
    }

    /** JSON that is still to be read. */
    record Json(byte[] bytes, @Nullable JsonSchema schema) implements Content {}

    /** A text, or bytes of any kind. */
    record Text(byte[] bytes, @Nullable JsonSchema schema) implements Content {}

    /**
     * A form.
     *
     * @param fields by name, with the file's name in the place of a file
     */
    record Form(byte[] bytes, JsonNode fields, @Nullable JsonSchema schema, List<Upload> files)
            implements Content {

        @Override
        public void forget() {
            files.forEach(file -> file.source().forget());
        }
    }
}
