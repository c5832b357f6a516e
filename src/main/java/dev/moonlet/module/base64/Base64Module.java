package dev.moonlet.module.base64;

import dev.moonlet.lua.value.Memory;
import dev.moonlet.module.Arguments;
import dev.moonlet.module.Definition;
import dev.moonlet.module.ErrorValue;
import dev.moonlet.module.Module;
import dev.moonlet.module.ModuleClass;
import dev.moonlet.module.ModuleFunction;
import dev.moonlet.module.signature.Types;
import dev.moonlet.operation.Kind;
import java.util.Base64;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;
import org.springframework.stereotype.Component;

/** Writes bytes as text and reads them back: {@code base64.encode(data)}. */
@Component
final class Base64Module implements Module {

    private static final String COMMON =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    @Override
    public Definition definition() {
        return Definition.of("base64", "Writes bytes as text and reads them back.")
                .classes(ModuleClass.ENCODING, ModuleClass.DETERMINISTIC)
                .with(
                        ModuleFunction.named("encode")
                                .described(
                                        "Writes bytes as base64; what is safe in a URL has - and _"
                                                + " for + and /, and no padding.")
                                .takes("data", Types.STRING)
                                .takes("url_safe", Types.BOOLEAN, LuaValue.FALSE)
                                .returns(Types.STRING)
                                .does(Base64Module::encoded))
                .with(
                        ModuleFunction.named("decode")
                                .described("Reads base64, whose padding may be missing.")
                                .takes("text", Types.STRING)
                                .takes("url_safe", Types.BOOLEAN, LuaValue.FALSE)
                                .returnsOrFails(Types.STRING)
                                .does(Base64Module::decoded));
    }

    private static Varargs encoded(Arguments given) {
        byte[] data = given.copy(1);
        Memory.chargeString((data.length + 2L) / 3 * 4);
        Base64.Encoder encoder =
                given.isTrue(2) ? Base64.getUrlEncoder().withoutPadding() : Base64.getEncoder();
        return LuaString.valueUsing(encoder.encode(data));
    }

    private static Varargs decoded(Arguments given) {
        byte[] text = given.copy(1);
        boolean urlSafe = given.isTrue(2);
        Base64.Decoder decoder = urlSafe ? Base64.getUrlDecoder() : Base64.getDecoder();
        try {
            return LuaString.valueUsing(decoder.decode(text));
        } catch (IllegalArgumentException wrong) {
            return ErrorValue.failure(
                    Kind.INVALID, problem(text, COMMON + (urlSafe ? "-_" : "+/")));
        }
    }

    private static String problem(byte[] text, String alphabet) {
        int end = text.length;
        while (end > 0 && end > text.length - 2 && text[end - 1] == '=') {
            end--;
        }
        for (int i = 0; i < end; i++) {
            if (alphabet.indexOf(text[i]) < 0) {
                return "not base64 at byte " + (i + 1);
            }
        }
        return "not base64: its last group, up to byte %d, is incomplete".formatted(text.length);
    }
}
