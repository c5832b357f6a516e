package dev.moonlet.module.http;

import dev.moonlet.lua.value.Held;
import dev.moonlet.module.ObjectType;
import dev.moonlet.module.signature.Field;
import dev.moonlet.module.signature.Types;
import org.luaj.vm2.LuaValue;

/**
 * What a handler answers, as one value. Each part may be nil.
 *
 * @param headers texts, numbers or lists of them, by name
 * @param cookies a list of values of {@code Set-Cookie}
 */
record ReplyValue(
        LuaValue status, LuaValue headers, LuaValue body, LuaValue contentType, LuaValue cookies)
        implements Held {

    static final ObjectType<ReplyValue> TYPE =
            ObjectType.named("http.Reply", ReplyValue.class)
                    .field(
                            new Field("status", Types.optional(Types.INTEGER), "as it was given"),
                            ReplyValue::status)
                    .field(
                            new Field("headers", Types.optional(Types.TABLE), "as they were given"),
                            ReplyValue::headers)
                    .field(new Field("body", Types.ANY, "as it was given"), ReplyValue::body);

    /** Refuses what can't be sent; the body is read when it is. */
    void check() {
        ReadReply.status(status, 200);
        ReadHeaders.from(headers, contentType, cookies);
    }
}
