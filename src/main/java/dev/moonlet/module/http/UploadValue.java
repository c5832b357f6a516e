package dev.moonlet.module.http;

import dev.moonlet.lua.Text;
import dev.moonlet.lua.value.LuaInt;
import dev.moonlet.lua.value.Memory;
import dev.moonlet.module.Arguments;
import dev.moonlet.module.ErrorValue;
import dev.moonlet.module.ModuleFunction;
import dev.moonlet.module.ObjectType;
import dev.moonlet.module.signature.Field;
import dev.moonlet.module.signature.Types;
import dev.moonlet.operation.Kind;
import java.io.IOException;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.Varargs;

/** A file of a form, as scripts see it. */
final class UploadValue {

    static final ObjectType<Upload> TYPE =
            ObjectType.named("http.Upload", Upload.class)
                    .field(
                            new Field("name", Types.STRING, "of its field in the form"),
                            upload -> Text.of(upload.name()))
                    .field(
                            new Field("filename", Types.STRING, "what the client calls it"),
                            upload -> Text.of(upload.filename()))
                    .field(
                            new Field("content_type", Types.STRING, "what the client says it is"),
                            upload -> Text.of(upload.contentType()))
                    .field(
                            new Field("size", Types.INTEGER, "in bytes"),
                            upload -> LuaInt.of(upload.size()))
                    .method(
                            ModuleFunction.named("read")
                                    .described("All bytes, until the request is answered.")
                                    .returnsOrFails(Types.STRING)
                                    .does(UploadValue::read));

    private UploadValue() {}

    private static Varargs read(Arguments given) {
        Upload upload = given.object(1, TYPE);
        Memory.chargeString(upload.size());
        try {
            return LuaString.valueUsing(upload.source().read());
        } catch (IOException gone) {
            return ErrorValue.failure(
                    Kind.INTERNAL, "the file is gone: it is there until the request is answered");
        }
    }
}
