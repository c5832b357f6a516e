package dev.moonlet.module.http;

import dev.moonlet.lua.Text;
import dev.moonlet.lua.value.Cursor;
import dev.moonlet.lua.value.Failures;
import dev.moonlet.lua.value.Poll;
import dev.moonlet.lua.value.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** Reads the headers of a reply. */
final class ReadHeaders {

    /** So many no client expects; it is found out before more are read. */
    static final int MOST = 100;

    private static final String CONTENT_TYPE = "Content-Type";
    private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e\\x80-\\xff]*");

    /** They say where a message ends, which is the server's business alone. */
    private static final Set<String> FRAMING =
            Set.of(
                    "connection",
                    "content-length",
                    "keep-alive",
                    "te",
                    "trailer",
                    "transfer-encoding",
                    "upgrade");

    private final List<Reply.Header> headers = new ArrayList<>();

    private ReadHeaders() {}

    /**
     * The headers that a script has given, if any.
     *
     * @param contentType a text or nil
     * @param cookies a list of texts or nil
     */
    static List<Reply.Header> from(LuaValue headers, LuaValue contentType, LuaValue cookies) {
        if (headers.isnil() && contentType.isnil() && cookies.isnil()) {
            return List.of();
        }
        ReadHeaders read = new ReadHeaders();
        read.addAll(headers);
        if (!contentType.isnil()) {
            read.add(CONTENT_TYPE, contentType);
        }
        if (!cookies.isnil()) {
            read.add("Set-Cookie", cookies);
        }
        return read.headers;
    }

    private void addAll(LuaValue given) {
        if (given.isnil()) {
            return;
        }
        if (!(given instanceof Table table)) {
            throw new LuaError("the headers of a reply are a table, not a " + given.typename());
        }
        for (Cursor entries = Cursor.ofKeys(table); entries.next(); ) {
            Poll.poll();
            add(name(entries.key()), entries.value());
        }
    }

    private void add(String name, LuaValue value) {
        if (headers.stream().anyMatch(each -> each.name().equalsIgnoreCase(name))) {
            throw new LuaError(
                    "the header '%s' is given twice: write several values as a list"
                            .formatted(name));
        }
        if (value instanceof Table list) {
            addEach(name, list);
        } else {
            addOne(name, value);
        }
    }

    private void addEach(String name, Table list) {
        int length = list.rawlen();
        if (list.keyCount() != length) {
            throw new LuaError("the header '%s' is a table that is no list".formatted(name));
        }
        for (int i = 1; i <= length; i++) {
            addOne(name, list.rawget(i));
        }
    }

    private void addOne(String name, LuaValue value) {
        if (headers.size() == MOST) {
            throw new LuaError("a reply has no more than %d headers".formatted(MOST));
        }
        headers.add(new Reply.Header(name, check(VALUE, name, text(name, value))));
    }

    private static String name(LuaValue key) {
        if (!(key instanceof LuaString text)) {
            throw new LuaError("%s is no name of a header".formatted(key.tojstring()));
        }
        String name = Text.of(text);
        if (FRAMING.contains(name.toLowerCase(Locale.ROOT))) {
            throw new LuaError("the header '%s' is set by the server alone".formatted(name));
        }
        return check(ReadReply.TOKEN, Failures.excerpt(text), name);
    }

    private static String text(String name, LuaValue value) {
        return switch (value) {
            case LuaString text -> Text.of(text);
            case LuaNumber number -> Text.of(number.strvalue());
            default ->
                    throw new LuaError(
                            "the header '%s' is a %s, not a text"
                                    .formatted(name, value.typename()));
        };
    }

    private static String check(Pattern allowed, String name, String text) {
        if (!allowed.matcher(text).matches()) {
            throw new LuaError(
                    "the header '%s' has a character that no header may have".formatted(name));
        }
        return text;
    }
}
