package dev.moonlet.module.http;

import dev.moonlet.module.Durations;
import dev.moonlet.module.signature.Field;
import dev.moonlet.module.signature.Type;
import dev.moonlet.module.signature.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What scripts say of requests that they send. */
final class RequestTypes {

    /** Values by name, of a query or a form. */
    static final Type PAIRS =
            Types.map(
                    Types.STRING,
                    Types.union(
                            Types.STRING,
                            Types.BOOLEAN,
                            Types.array(Types.union(Types.STRING, Types.BOOLEAN))));

    private static final Type AUTH =
            Types.record(
                    "http.Auth",
                    field("user", Types.STRING, "with password"),
                    field("password", Types.STRING, ""),
                    field("bearer", Types.STRING, "a token"));

    /** What is said of any request. */
    private static final List<Field> MESSAGE =
            List.of(
                    field(
                            "headers",
                            Types.map(
                                    Types.STRING,
                                    Types.union(Types.STRING, Types.array(Types.STRING))),
                            "a list sends a header several times"),
                    field("query", PAIRS, "is added to the address"),
                    field("json", Types.ANY, "the body, as JSON"),
                    field("form", PAIRS, "the body, as of a form"),
                    field("body", Types.STRING, "the body as it is"));

    private static final List<Field> FIELDS =
            and(
                    MESSAGE,
                    field("timeout", Durations.TYPE, "milliseconds, or a text like '2s'"),
                    field("auth", AUTH, "user and password, or a bearer's token"),
                    field("redirects", Types.INTEGER, "how many are followed; 5"),
                    field(
                            "max_size",
                            Types.union(Types.NUMBER, Types.STRING),
                            "how large the response's body may be: bytes, or a text like '1MB'"));

    private static final List<Field> ADDRESSED =
            List.of(
                    field("method", Types.STRING, "GET"),
                    new Field("url", Types.STRING, "of http or https"));

    /** How a request is sent. */
    static final Type OPTIONS = Types.record("http.Options", FIELDS.toArray(Field[]::new));

    /** What is sent, and how. */
    static final Type REQUEST =
            Types.record(
                    "http.Request",
                    Stream.concat(ADDRESSED.stream(), FIELDS.stream()).toArray(Field[]::new));

    /** What is sent to a route of the same bundle. */
    static final Type CALL = Types.record("api.Options", MESSAGE.toArray(Field[]::new));

    private RequestTypes() {}

    static List<String> callNames() {
        return MESSAGE.stream().map(Field::name).toList();
    }

    static List<String> optionNames() {
        return FIELDS.stream().map(Field::name).toList();
    }

    static List<String> requestNames() {
        List<String> names = new ArrayList<>();
        ADDRESSED.forEach(each -> names.add(each.name()));
        names.addAll(optionNames());
        return names;
    }

    private static List<Field> and(List<Field> fields, Field... more) {
        return Stream.concat(fields.stream(), Stream.of(more)).toList();
    }

    private static Field field(String name, Type type, String description) {
        return new Field(name, Types.optional(type), description);
    }
}
