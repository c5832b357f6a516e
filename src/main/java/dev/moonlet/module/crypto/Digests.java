package dev.moonlet.module.crypto;

import dev.moonlet.module.Arguments;
import dev.moonlet.module.ModuleFunction;
import dev.moonlet.module.signature.Types;
import java.util.ArrayList;
import java.util.List;
import org.luaj.vm2.LuaValue;

/** Hashes, with and without a key. */
final class Digests {

    private static final String ENCODING = "encoding";

    private Digests() {}

    static List<ModuleFunction> functions() {
        List<ModuleFunction> functions = new ArrayList<>();
        for (Hash hash : Hash.values()) {
            functions.add(
                    ModuleFunction.named(hash.toString())
                            .described("Hashes bytes; the encoding is hex, base64 or raw.")
                            .takes("data", Types.STRING)
                            .takes(ENCODING, Types.STRING, Encoding.HEX.toString())
                            .returns(Types.STRING)
                            .does(given -> encoded(given, 2, hash.of(given.copy(1)))));
        }
        functions.add(
                ModuleFunction.named("hmac")
                        .described(
                                "Hashes bytes with a key; the algorithm is sha256, sha384 or"
                                        + " sha512, the encoding hex, base64 or raw.")
                        .takes("algorithm", Types.STRING)
                        .takes("key", Types.STRING)
                        .takes("data", Types.STRING)
                        .takes(ENCODING, Types.STRING, Encoding.HEX.toString())
                        .returns(Types.STRING)
                        .does(Digests::mac));
        return functions;
    }

    private static LuaValue mac(Arguments given) {
        Hash hash = Hash.CHOICES.chosen(given, 1, given.value(1));
        byte[] key = given.copy(2);
        if (key.length == 0) {
            throw given.wrong(2, "the key is empty");
        }
        return encoded(given, 4, hash.mac(key, given.copy(3)));
    }

    private static LuaValue encoded(Arguments given, int i, byte[] bytes) {
        return Encoding.CHOICES.chosen(given, i, given.value(i)).of(bytes);
    }
}
