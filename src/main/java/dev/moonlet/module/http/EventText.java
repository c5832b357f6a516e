package dev.moonlet.module.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.moonlet.lua.Text;
import dev.moonlet.lua.value.Failures;
import dev.moonlet.lua.value.Table;
import dev.moonlet.module.json.JsonWriter;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** A server-sent event as it is written: {@code data: …}. */
final class EventText {

    private static final Set<String> FIELDS = Set.of("event", "id", "data", "retry", "comment");

    private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");
    private static final Pattern ONE_LINE = Pattern.compile("[^\r\n\0]*");

    private final StringBuilder text = new StringBuilder();

    private EventText() {}

    /** What is sent for a text, or for a table of fields. */
    static byte[] of(LuaValue sent) {
        EventText event = new EventText();
        if (sent instanceof Table fields) {
            event.add(fields);
        } else {
            event.lines("data", Text.of(sent.checkstring()));
        }
        return event.text.append('\n').toString().getBytes(UTF_8);
    }

    private void add(Table fields) {
        for (LuaValue key : fields.keys()) {
            if (!(key instanceof LuaString name) || !FIELDS.contains(Text.of(name))) {
                throw Failures.of(
                        "an event has the fields event, id, data, retry and comment, not '%s'"
                                .formatted(key.tojstring()));
            }
        }
        lines("", field(fields, "comment"));
        line("event", field(fields, "event"));
        line("id", field(fields, "id"));
        line("retry", field(fields, "retry"));
        lines("data", field(fields, "data"));
    }

    private static @Nullable String field(Table fields, String name) {
        LuaValue value = fields.rawget(name);
        if (value == LuaValue.NIL) {
            return null;
        }
        return value.isstring()
                ? Text.of(value.strvalue())
                : new String(JsonWriter.write(value), UTF_8);
    }

    private void line(String name, @Nullable String value) {
        if (value != null && !ONE_LINE.matcher(value).matches()) {
            throw Failures.of("the field '%s' of an event is one line".formatted(name));
        }
        lines(name, value);
    }

    private void lines(String name, @Nullable String value) {
        if (value != null) {
            for (String line : LINE_END.split(value, -1)) {
                text.append(name).append(": ").append(line).append('\n');
            }
        }
    }
}
