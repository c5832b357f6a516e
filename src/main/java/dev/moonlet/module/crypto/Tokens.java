package dev.moonlet.module.crypto;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.Payload;
import dev.moonlet.lua.Text;
import dev.moonlet.module.Arguments;
import dev.moonlet.module.Choices;
import dev.moonlet.module.ErrorValue;
import dev.moonlet.module.ModuleFunction;
import dev.moonlet.module.signature.Field;
import dev.moonlet.module.signature.Type;
import dev.moonlet.module.signature.Types;
import dev.moonlet.operation.Kind;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.List;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** JSON Web Tokens: signs claims, and reads those that are signed as they have to be. */
final class Tokens {

    private static final Choices<JWSAlgorithm> ALGORITHMS =
            new Choices<>(
                    "algorithm",
                    List.of(
                            JWSAlgorithm.HS256,
                            JWSAlgorithm.HS384,
                            JWSAlgorithm.HS512,
                            JWSAlgorithm.RS256,
                            JWSAlgorithm.ES256),
                    JWSAlgorithm::getName);

    private static final Field ALGORITHM =
            new Field(
                    "algorithm",
                    Types.optional(Types.STRING),
                    "HS256, HS384, HS512, RS256 or ES256; HS256 if it is left out");

    private static final Type SIGNING =
            Types.record(
                    "crypto.Signing",
                    ALGORITHM,
                    new Field(
                            Claims.LIFETIME,
                            Types.optional(Types.INTEGER),
                            "after how many seconds it is no longer valid"));

    private static final Type VERIFYING =
            Types.record(
                    "crypto.Verifying",
                    ALGORITHM,
                    new Field(
                            Claims.LEEWAY,
                            Types.optional(Types.INTEGER),
                            "by how many seconds clocks may differ; 0 if it is left out"));

    private final InstantSource clock;

    Tokens(InstantSource clock) {
        this.clock = clock;
    }

    List<ModuleFunction> functions() {
        return List.of(
                ModuleFunction.named("jwt_sign")
                        .described(
                                "Signs claims. The key is bytes, as many as the hash has, or a"
                                        + " private key in PEM for RS256 and ES256.")
                        .takes("claims", Types.TABLE)
                        .takes("key", Types.STRING)
                        .takes("options", Types.optional(SIGNING))
                        .returns(Types.STRING)
                        .does(this::signed),
                ModuleFunction.named("jwt_verify")
                        .described(
                                "The claims of a token, if it is signed with that key and"
                                        + " algorithm, and valid now by its exp and nbf.")
                        .takes("token", Types.STRING)
                        .takes("key", Types.STRING)
                        .takes("options", Types.optional(VERIFYING))
                        .returnsOrFails(Types.TABLE)
                        .does(this::verified));
    }

    private LuaValue signed(Arguments given) {
        JWSAlgorithm algorithm = algorithm(given);
        JWSHeader header = new JWSHeader.Builder(algorithm).type(JOSEObjectType.JWT).build();
        byte[] claims = new Claims(clock).written(given);
        JWSObject token = new JWSObject(header, new Payload(claims));
        try {
            token.sign(new TokenKey(given, algorithm).signer());
        } catch (JOSEException wrong) {
            throw new IllegalStateException(wrong);
        }
        return Text.of(token.serialize());
    }

    private Varargs verified(Arguments given) {
        JWSAlgorithm algorithm = algorithm(given);
        JWSVerifier verifier = new TokenKey(given, algorithm).verifier();
        long leeway = Claims.seconds(given, Claims.LEEWAY);
        try {
            JWSObject token = JWSObject.parse(given.text(1));
            // What the token says of its algorithm is the attacker's word: it chooses nothing.
            if (!algorithm.equals(token.getHeader().getAlgorithm())) {
                return refused("the token is not signed with " + algorithm);
            }
            return token.verify(verifier)
                    ? new Claims(clock).read(token.getPayload().toBytes(), leeway)
                    : refused("the token's signature is wrong");
        } catch (ParseException | IllegalArgumentException | JOSEException malformed) {
            return refused("this is no signed token");
        }
    }

    static Varargs refused(String reason) {
        return ErrorValue.failure(Kind.UNAUTHENTICATED, reason);
    }

    private static JWSAlgorithm algorithm(Arguments given) {
        LuaValue word = option(given, ALGORITHM.name());
        return word == LuaValue.NIL ? JWSAlgorithm.HS256 : ALGORITHMS.chosen(given, 3, word);
    }

    /** An option, or nil. */
    static LuaValue option(Arguments given, String name) {
        return given.has(3) ? given.table(3).rawget(name) : LuaValue.NIL;
    }
}
