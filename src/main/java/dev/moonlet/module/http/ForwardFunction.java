package dev.moonlet.module.http;

import dev.moonlet.module.Arguments;
import dev.moonlet.module.Definition;
import dev.moonlet.module.Durations;
import dev.moonlet.module.ModuleFunction;
import dev.moonlet.module.signature.Field;
import dev.moonlet.module.signature.Type;
import dev.moonlet.module.signature.Types;
import java.util.List;
import org.luaj.vm2.LuaValue;

/** What a handler returns to have another server answer. */
final class ForwardFunction {

    private static final Type HEADER =
            Types.union(Types.STRING, Types.BOOLEAN, Types.array(Types.STRING));

    private static final List<Field> FIELDS =
            List.of(
                    new Field("url", Types.STRING, "of the server, with or without a path"),
                    field("path", Types.STRING, "else the url's own, or the request's"),
                    field(
                            "query",
                            Types.union(Types.STRING, RequestTypes.PAIRS),
                            "else the url's own, or the request's"),
                    field("method", Types.STRING, "else the request's"),
                    field(
                            "headers",
                            Types.map(Types.STRING, HEADER),
                            "in place of the request's own; false sends none of a name"),
                    field(
                            "timeout",
                            Durations.TYPE,
                            "until the answer begins: milliseconds, or a text like '2s'"),
                    field(
                            "preserve_host",
                            Types.BOOLEAN,
                            "sends the Host that the client has named"));

    static final Type OPTIONS = Types.record("http.ForwardOptions", FIELDS.toArray(Field[]::new));

    private static final List<String> NAMES = FIELDS.stream().map(Field::name).toList();

    private ForwardFunction() {}

    static Definition addedTo(Definition definition) {
        return definition
                .with(ForwardValue.TYPE)
                .with(
                        ModuleFunction.named("forward")
                                .described(
                                        "Has another server answer the request, for a handler to"
                                                + " return.")
                                .takes("options", OPTIONS)
                                .returns(ForwardValue.TYPE)
                                .waiting()
                                .does(ForwardFunction::forward));
    }

    private static LuaValue forward(Arguments given) {
        Options options = new Options(given.table(1));
        try {
            options.check(NAMES);
            ReadForward.check(options);
        } catch (IllegalArgumentException wrong) {
            throw given.wrong(1, String.valueOf(wrong.getMessage()));
        }
        return ForwardValue.TYPE.of(new ForwardValue(options.table()));
    }

    private static Field field(String name, Type type, String description) {
        return new Field(name, Types.optional(type), description);
    }
}
