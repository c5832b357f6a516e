package dev.moonlet.module.http;

import dev.moonlet.lua.value.Body;
import dev.moonlet.lua.value.Failures;
import dev.moonlet.lua.value.Interned;
import dev.moonlet.lua.value.Memory;
import dev.moonlet.lua.value.Names;
import dev.moonlet.lua.value.Table;
import dev.moonlet.module.ErrorValue;
import dev.moonlet.module.json.JsonReader;
import dev.moonlet.module.json.JsonTree;
import dev.moonlet.operation.Kind;
import dev.moonlet.operation.stream.Inlet;
import java.util.List;
import java.util.function.Function;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaUserdata;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** The methods of a {@code req}, which read its body anew: {@code req:json()}. */
final class RequestMethods {

    /** Where a metatable keeps the body; scripts can't see metatables that are locked. */
    private static final LuaString CONTENT = Interned.of("content");

    private static final String STREAM = "stream";

    private static final Table METHODS = new Table();
    private static final Table NO_BODY;

    static {
        method("text", RequestMethods::text);
        method("json", RequestMethods::json);
        method("form", RequestMethods::form);
        method("files", RequestMethods::files);
        method(STREAM, RequestMethods::stream);
        METHODS.freeze();
        NO_BODY = metatable(new Content.None());
    }

    private RequestMethods() {}

    /** The metatable of a request with this body. */
    static Table of(Content content) {
        return content instanceof Content.None ? NO_BODY : metatable(content);
    }

    private static Table metatable(Content content) {
        Table metatable = new Table(0, 4);
        metatable.put(Names.INDEX, METHODS);
        metatable.put(Names.METATABLE, LuaValue.FALSE);
        metatable.put(CONTENT, new LuaUserdata(content));
        metatable.freeze();
        return metatable;
    }

    private static void method(String name, Function<Content, Varargs> reads) {
        METHODS.put(Interned.of(name), new Method(name, reads).function());
    }

    private static Varargs text(Content content) {
        Memory.chargeString(content.bytes().length);
        return LuaString.valueUsing(content.bytes());
    }

    private static Varargs json(Content content) {
        return JsonReader.decode(LuaString.valueUsing(content.bytes()));
    }

    private static Varargs form(Content content) {
        return content instanceof Content.Form form
                ? JsonTree.value(form.fields())
                : ErrorValue.failure(Kind.INVALID, "the body is no form");
    }

    private static Varargs files(Content content) {
        List<Upload> files = content instanceof Content.Form form ? form.files() : List.of();
        Table list = new Table(files.size(), 0);
        for (int i = 0; i < files.size(); i++) {
            list.put(i + 1L, UploadValue.TYPE.of(files.get(i)));
        }
        return list;
    }

    private static Varargs stream(Content content) {
        if (content instanceof Content.Streamed(Inlet inlet)) {
            return BodyValue.of(inlet);
        }
        throw Failures.of(
                "the body is in req.body: req:stream() reads it where the operation says"
                        + " 'x-stream: true'");
    }

    /** Finds the body of the request that it is called for. */
    private static final class Method extends Body {

        private final String name;
        private final Function<Content, Varargs> reads;

        Method(String name, Function<Content, Varargs> reads) {
            this.name = name;
            this.reads = reads;
        }

        @Override
        public Varargs apply(Varargs arguments) {
            Table own = arguments.arg1() instanceof Table self ? self.metatable() : null;
            if (own != null
                    && own.get(CONTENT) instanceof LuaUserdata held
                    && held.m_instance instanceof Content content) {
                if (content instanceof Content.Streamed && !name.equals(STREAM)) {
                    throw Failures.of(
                            "the operation says 'x-stream: true', so its body is read by req:stream(),"
                                    + " not by req:%s()".formatted(name));
                }
                return reads.apply(content);
            }
            throw new LuaError("this is no request: write req:%s()".formatted(name));
        }
    }
}
