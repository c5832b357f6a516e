package dev.moonlet.module.crypto;

import dev.moonlet.lua.Text;
import dev.moonlet.module.Arguments;
import dev.moonlet.module.ModuleFunction;
import dev.moonlet.module.signature.Types;
import java.security.SecureRandom;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.luaj.vm2.LuaValue;
import org.springframework.security.crypto.bcrypt.BCrypt;

/** Hashes passwords, of bytes that need not be text. */
final class Passwords {

    /** bcrypt looks at no more. */
    private static final int LONGEST = 72;

    private static final int LEAST = 4;

    /** About a second; no script can be stopped while it lasts. */
    private static final int MOST = 14;

    private static final LuaValue USUAL = LuaValue.valueOf(10);

    private static final Pattern HASH =
            Pattern.compile("\\$2[aby]?\\$(\\d\\d)\\$[./0-9A-Za-z]{53}");

    private final SecureRandom random;

    Passwords(SecureRandom random) {
        this.random = random;
    }

    List<ModuleFunction> functions() {
        return List.of(
                ModuleFunction.named("bcrypt")
                        .described(
                                "Hashes a password of at most 72 bytes. The cost is 4 to 14; 10"
                                        + " takes some 60 ms, each more twice as long, 14 about a"
                                        + " second.")
                        .takes("password", Types.STRING)
                        .takes("cost", Types.INTEGER, USUAL)
                        .returns(Types.STRING)
                        .does(this::hash),
                ModuleFunction.named("verify")
                        .described(
                                "Whether a password is the one that bcrypt has hashed; it takes as"
                                        + " long as that did.")
                        .takes("password", Types.STRING)
                        .takes("hash", Types.STRING)
                        .returns(Types.BOOLEAN)
                        .does(given -> LuaValue.valueOf(isRight(given))));
    }

    private LuaValue hash(Arguments given) {
        byte[] password = given.copy(1);
        if (password.length > LONGEST) {
            throw given.wrong(
                    1, "bcrypt takes %d bytes, got %d".formatted(LONGEST, password.length));
        }
        long cost = given.integer(2);
        checkCost(given, cost);
        return Text.of(BCrypt.hashpw(password, BCrypt.gensalt((int) cost, random)));
    }

    /** A password that is too long has no hash, so that users may type what they like. */
    private static boolean isRight(Arguments given) {
        Matcher hash = HASH.matcher(given.text(2));
        if (!hash.matches()) {
            throw given.wrong(2, "this is no hash of bcrypt");
        }
        checkCost(given, Integer.parseInt(hash.group(1)));
        byte[] password = given.copy(1);
        return password.length <= LONGEST && BCrypt.checkpw(password, hash.group());
    }

    private static void checkCost(Arguments given, long cost) {
        if (cost < LEAST || cost > MOST) {
            throw given.wrong(
                    2, "the cost of bcrypt is %d to %d here, got %d".formatted(LEAST, MOST, cost));
        }
    }
}
