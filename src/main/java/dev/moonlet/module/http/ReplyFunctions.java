package dev.moonlet.module.http;

import dev.moonlet.lua.Text;
import dev.moonlet.lua.value.LuaInt;
import dev.moonlet.lua.value.Table;
import dev.moonlet.module.Arguments;
import dev.moonlet.module.ModuleFunction;
import dev.moonlet.module.signature.Field;
import dev.moonlet.module.signature.Type;
import dev.moonlet.module.signature.Types;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** What handlers make replies with. */
final class ReplyFunctions {

    private static final Type VALUES = Types.union(Types.STRING, Types.array(Types.STRING));
    private static final List<Field> FIELDS =
            List.of(
                    field("status", Types.INTEGER, "200, or 204 without a body"),
                    field(
                            "headers",
                            Types.map(Types.STRING, VALUES),
                            "a list sends a header several times"),
                    field("body", Types.ANY, "a table is JSON, a string text or bytes"),
                    field("content_type", Types.STRING, "if it is not what the body says"),
                    field("cookies", Types.array(Types.STRING), "what http.cookie has made"));
    private static final Type REPLY =
            Types.record("http.ReplyFields", FIELDS.toArray(Field[]::new));
    private static final List<String> NAMES = FIELDS.stream().map(Field::name).toList();

    private static final Set<Integer> REDIRECTIONS = Set.of(301, 302, 303, 307, 308);
    private static final Pattern WEB = Pattern.compile("(?i)https?:");
    private static final Pattern ASCII = Pattern.compile("\\p{ASCII}+");

    private ReplyFunctions() {}

    static List<ModuleFunction> functions() {
        return List.of(
                ModuleFunction.named("response")
                        .described("What a handler answers, as one value, for it to return.")
                        .takes("reply", REPLY)
                        .returns(ReplyValue.TYPE)
                        .does(ReplyFunctions::response),
                ModuleFunction.named("redirect")
                        .described(
                                "Sends the client elsewhere: to a path, or an address of http or"
                                        + " https. The status is 301, 302, 303, 307 or 308.")
                        .takes("url", Types.STRING)
                        .takes("status", Types.INTEGER, LuaInt.of(302))
                        .returns(ReplyValue.TYPE)
                        .does(ReplyFunctions::redirect),
                CookieText.FUNCTION);
    }

    private static LuaValue response(Arguments given) {
        Options fields = new Options(given.table(1));
        ReplyValue reply =
                new ReplyValue(
                        fields.value("status"),
                        fields.value("headers"),
                        fields.value("body"),
                        fields.value("content_type"),
                        fields.value("cookies"));
        try {
            fields.check(NAMES);
            reply.check();
        } catch (IllegalArgumentException | LuaError wrong) {
            throw given.wrong(1, String.valueOf(wrong.getMessage()));
        }
        return ReplyValue.TYPE.of(reply);
    }

    private static LuaValue redirect(Arguments given) {
        int status = (int) given.integer(2);
        if (given.integer(2) != status || !REDIRECTIONS.contains(status)) {
            throw given.wrong(
                    2,
                    "%d is no redirection: 301, 302, 303, 307 or 308".formatted(given.integer(2)));
        }
        LuaString url = given.bytes(1);
        if (!isAddress(Text.of(url))) {
            throw given.wrong(
                    1, "no path and no address of http or https: has it to be percent-encoded?");
        }
        Table headers = new Table();
        headers.put(Text.of("Location"), url);
        return ReplyValue.TYPE.of(
                new ReplyValue(
                        LuaInt.of(status), headers, LuaValue.NIL, LuaValue.NIL, LuaValue.NIL));
    }

    private static boolean isAddress(String text) {
        try {
            URI uri = new URI(text);
            boolean isPath = uri.getScheme() == null;
            boolean isWeb = uri.getHost() != null && WEB.matcher(text).lookingAt();
            return (isPath || isWeb) && ASCII.matcher(text).matches();
        } catch (URISyntaxException none) {
            return false;
        }
    }

    private static Field field(String name, Type type, String description) {
        return new Field(name, Types.optional(type), description);
    }
}
