package dev.moonlet.module.json;

import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.OutputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.ValidationLimitExceededException;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.format.Format;
import com.networknt.schema.path.PathType;
import com.networknt.schema.walk.ApplyDefaultsStrategy;
import com.networknt.schema.walk.WalkConfig;
import dev.moonlet.lua.Rejected.Reason;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * A JSON Schema of the dialect 2020-12, compiled. It refers to nothing outside itself, its formats
 * are checked, and checking it takes no longer than the run lets it.
 */
public final class JsonSchema {

    /** More says nothing more. */
    public static final int MOST_REASONS = 50;

    private static final long MOST_STEPS = 50_000_000;
    private static final int DEEPEST = 2_000;

    private static final Dialect DIALECT =
            Dialect.builder(
                            "https://json-schema.org/draft/2020-12/schema",
                            Dialects.getDraft202012())
                    .formats(formats -> {
                        formats.clear();
                        Formats.ALL.forEach((name, test) -> formats.put(name, format(name, test)));
                    })
                    .build();

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDialect(
                    DIALECT,
                    registry ->
                            registry.schemaCacheEnabled(false)
                                    .schemaLoader(loader -> loader.block(_ -> true))
                                    .schemaRegistryConfig(
                                            SchemaRegistryConfig.builder()
                                                    .locale(Locale.ENGLISH)
                                                    .pathType(PathType.JSON_POINTER)
                                                    .regularExpressionFactory(Validation::regex)
                                                    .build()));

    private static final WalkConfig FILLING =
            WalkConfig.builder()
                    .applyDefaultsStrategy(new ApplyDefaultsStrategy(true, false, false))
                    .build();

    private final Schema schema;
    private final boolean fills;

    private JsonSchema(Schema schema, boolean fills) {
        this.schema = schema;
        this.fills = fills;
    }

    /**
     * Compiles a schema.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static JsonSchema of(JsonNode schema) {
        try {
            Schema compiled = REGISTRY.getSchema(schema);
            compiled.initializeValidators();
            return new JsonSchema(compiled, !schema.findValues("default").isEmpty());
        } catch (SchemaException | PatternSyntaxException wrong) {
            throw new IllegalArgumentException("is no JSON Schema: " + wrong.getMessage(), wrong);
        }
    }

    /** What of a value does not fit; properties that are missing get the schema's defaults. */
    public List<Reason> check(JsonNode value) {
        ExecutionContext context = new Checking();
        try {
            if (fills) {
                context.setWalkConfig(FILLING);
                return reasons(schema.walk(context, value, true).getErrors());
            }
            return reasons(schema.validate(context, value, OutputFormat.DEFAULT));
        } catch (ValidationLimitExceededException exceeded) {
            return List.of(new Reason("", "takes too long to check"));
        }
    }

    private static List<Reason> reasons(List<Error> errors) {
        return errors.stream()
                .limit(MOST_REASONS)
                .map(each -> new Reason(each.getInstanceLocation().toString(), each.getMessage()))
                .toList();
    }

    private static Format format(String name, Predicate<String> test) {
        return new Format() {

            @Override
            public String getName() {
                return name;
            }

            @Override
            public boolean matches(ExecutionContext context, String value) {
                return test.test(value);
            }
        };
    }

    /** Keeps no more reasons than are told. */
    private static final class Checking extends PollingContext {

        Checking() {
            executionConfig(config ->
                    config.formatAssertionsEnabled(true)
                            .maxEvaluationSteps(MOST_STEPS)
                            .maxEvaluationDepth(DEEPEST));
        }

        @Override
        public void addError(Error error) {
            if (getErrors().size() < MOST_REASONS) {
                super.addError(error);
            }
        }
    }
}
