package dev.moonlet.module.crypto;

import dev.moonlet.lua.value.Memory;
import dev.moonlet.lua.value.Poll;
import dev.moonlet.module.Arguments;
import dev.moonlet.module.ModuleFunction;
import dev.moonlet.module.signature.Types;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.List;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** What nobody can guess, and the comparison that does not give it away. */
final class RandomValues {

    /** So many bytes take some milliseconds. */
    private static final int MOST = 1 << 20;

    private static final String ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final SecureRandom random;

    RandomValues(SecureRandom random) {
        this.random = random;
    }

    List<ModuleFunction> functions() {
        return List.of(
                ModuleFunction.named("random")
                        .described("So many random bytes, at most 1 MB.")
                        .takes("n", Types.INTEGER)
                        .returns(Types.STRING)
                        .does(this::bytes),
                ModuleFunction.named("random_string")
                        .described(
                                "So many characters of an alphabet in ASCII, each as likely as the"
                                        + " others; of letters and digits, if none is given.")
                        .takes("n", Types.INTEGER)
                        .takes("alphabet", Types.STRING, ALPHABET)
                        .returns(Types.STRING)
                        .does(this::characters),
                ModuleFunction.named("equal")
                        .described(
                                "Whether two strings are equal; how long that takes does not tell"
                                        + " where they differ.")
                        .takes("a", Types.STRING)
                        .takes("b", Types.STRING)
                        .returns(Types.BOOLEAN)
                        .does(given ->
                                LuaValue.valueOf(
                                        MessageDigest.isEqual(given.copy(1), given.copy(2)))));
    }

    private LuaValue bytes(Arguments given) {
        byte[] bytes = new byte[count(given)];
        random.nextBytes(bytes);
        return LuaString.valueUsing(bytes);
    }

    private LuaValue characters(Arguments given) {
        byte[] alphabet = alphabet(given);
        byte[] characters = new byte[count(given)];
        for (int i = 0; i < characters.length; i++) {
            Poll.poll();
            characters[i] = alphabet[random.nextInt(alphabet.length)];
        }
        return LuaString.valueUsing(characters);
    }

    private static int count(Arguments given) {
        long count = given.integer(1);
        if (count < 0 || count > MOST) {
            throw given.wrong(1, "0 to %d expected, got %d".formatted(MOST, count));
        }
        Memory.chargeString(count);
        return (int) count;
    }

    private static byte[] alphabet(Arguments given) {
        byte[] alphabet = given.copy(2);
        boolean[] used = new boolean[128];
        for (byte each : alphabet) {
            if (each < 0 || used[each]) {
                throw given.wrong(2, "an alphabet of different ASCII characters expected");
            }
            used[each] = true;
        }
        if (alphabet.length < 2) {
            throw given.wrong(2, "an alphabet has two characters or more");
        }
        return alphabet;
    }
}
