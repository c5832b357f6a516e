package dev.moonlet.module.json;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.Error;
import com.networknt.schema.OutputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.ValidationLimitExceededException;
import com.networknt.schema.path.PathType;
import com.networknt.schema.regex.RegularExpression;
import dev.moonlet.lua.Text;
import dev.moonlet.lua.value.Interned;
import dev.moonlet.lua.value.Memory;
import dev.moonlet.lua.value.Table;
import dev.moonlet.module.Arguments;
import dev.moonlet.module.ErrorValue;
import dev.moonlet.module.Recent;
import dev.moonlet.module.text.Patterns;
import dev.moonlet.module.text.Polled;
import dev.moonlet.operation.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;
import tools.jackson.databind.json.JsonMapper;

/** Checks values against JSON Schemas, which refer to nothing outside themselves. */
final class Validation {

    private static final LuaString PATH = Interned.of("path");
    private static final LuaString MESSAGE = Interned.of("message");

    /** A tree takes more than its text. */
    private static final long TREE = 8;

    private static final JsonMapper MAPPER = new JsonMapper();

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    registry ->
                            registry.schemaCacheEnabled(false)
                                    .schemaLoader(loader -> loader.block(_ -> true))
                                    .schemaRegistryConfig(
                                            SchemaRegistryConfig.builder()
                                                    .locale(Locale.ENGLISH)
                                                    .pathType(PathType.JSON_POINTER)
                                                    .regularExpressionFactory(Validation::regex)
                                                    .build()));

    private static final Recent<Schema> SCHEMAS =
            new Recent<>(text -> REGISTRY.getSchema(MAPPER.readTree(text)));

    private Validation() {}

    static Varargs validate(Arguments given) {
        String value = json(given, 1);
        String schema = json(given, 2);
        try {
            List<Error> errors =
                    SCHEMAS.get(schema)
                            .validate(
                                    new PollingContext(),
                                    MAPPER.readTree(value),
                                    OutputFormat.DEFAULT);
            return errors.isEmpty() ? LuaValue.TRUE : invalid(errors);
        } catch (SchemaException | PatternSyntaxException wrong) {
            throw given.wrong(2, "no JSON Schema: " + wrong.getMessage());
        } catch (ValidationLimitExceededException exceeded) {
            return ErrorValue.failure(Kind.INVALID, "the value is too large for its schema");
        }
    }

    private static String json(Arguments given, int i) {
        try {
            byte[] json = JsonWriter.write(given.value(i));
            Memory.charge(TREE * json.length);
            return new String(json, StandardCharsets.UTF_8);
        } catch (JsonError noForm) {
            throw given.wrong(i, String.valueOf(noForm.getMessage()));
        }
    }

    private static Varargs invalid(List<Error> errors) {
        Table details = new Table();
        for (Error error : errors) {
            Table detail = new Table(0, 2);
            detail.put(PATH, Text.of(error.getInstanceLocation().toString()));
            detail.put(MESSAGE, Text.of(error.getMessage()));
            details.put(details.rawlen() + 1L, detail);
        }
        String path = errors.getFirst().getInstanceLocation().toString();
        String message = (path.isEmpty() ? "" : path + ": ") + errors.getFirst().getMessage();
        return ErrorValue.failure(Kind.INVALID, message, details);
    }

    static RegularExpression regex(String text) {
        Pattern pattern = Patterns.of(text);
        return value -> pattern.matcher(new Polled(value)).find();
    }
}
