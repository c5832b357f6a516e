package dev.moonlet.module.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlet.module.TestKit;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON Web Tokens: what is signed is read, and nothing else. */
class TokensTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final TestKit kit = TestKit.of(new CryptoModule(now::get));

    private @Nullable Object run(String script) {
        return kit.run(
                """
                local crypto, key = require 'crypto', ('k'):rep(32)
                local function verdict(claims, e) return claims or e:kind() .. ': ' .. e end
                """
                        + script);
    }

    private @Nullable Object signed(String claims, String options) {
        return run("return crypto.jwt_sign(%s, key, %s)".formatted(claims, options));
    }

    private @Nullable Object verdict(@Nullable Object token, String options) {
        return run("return verdict(crypto.jwt_verify('%s', key, %s))".formatted(token, options));
    }

    private static KeyPair rsa(int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private static KeyPair ec(String curve) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }

    private static String pem(String label, Key key) {
        String body = Base64.getMimeEncoder().encodeToString(key.getEncoded());
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, body, label);
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }

    @Test
    void bringClaimsThere() {
        assertThat(
                        run(
                                """
                                local claims = { sub = "ann", roles = { "a", "b" }, age = 7, top = true }
                                local token = crypto.jwt_sign(claims, key, { expires = 60 })
                                local read = crypto.jwt_verify(token, key)
                                return select(2, token:gsub("%.", "")), claims.exp == nil, read.sub,
                                  read.roles[2], read.age, read.top, read.exp\
                                """))
                .isEqualTo(List.of(2L, true, "ann", "b", 7L, true, NOW.getEpochSecond() + 60));
    }

    @Test
    void areWhatTheRfcSays() {
        now.set(Instant.ofEpochSecond(1_300_819_379));
        byte[] key =
                Base64.getUrlDecoder()
                        .decode(
                                "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow");
        StringBuilder escaped = new StringBuilder();
        for (byte each : key) {
            escaped.append("\\x%02x".formatted(each));
        }

        assertThat(
                        run(
                                """
                                return crypto.jwt_verify("eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9."
                                  .. "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxl"
                                  .. "LmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
                                  "%s").iss\
                                """
                                        .formatted(escaped)))
                .isEqualTo("joe");
    }

    @Test
    void holdFromOneTimeToAnother() {
        Object token = signed("{nbf = %d}".formatted(NOW.getEpochSecond()), "{expires = 60}");

        assertThat(verdict(token, "nil")).isInstanceOf(Map.class);

        now.set(NOW.minusSeconds(5));
        assertThat(verdict(token, "nil")).isEqualTo("Unauthenticated: the token is not valid yet");
        assertThat(verdict(token, "{leeway = 5}")).isInstanceOf(Map.class);

        now.set(NOW.plusSeconds(59));
        assertThat(verdict(token, "nil")).isInstanceOf(Map.class);

        now.set(NOW.plusSeconds(60));
        assertThat(verdict(token, "nil")).isEqualTo("Unauthenticated: the token has expired");
        assertThat(verdict(token, "{leeway = 1}")).isInstanceOf(Map.class);
    }

    @ParameterizedTest
    @CsvSource({"HS384, 48", "HS512, 64"})
    void areSignedWithLongerHashes(String algorithm, int bytes) {
        assertThat(
                        run(
                                """
                                local key, options = ("k"):rep(%d), { algorithm = "%s" }
                                local token = crypto.jwt_sign({ sub = "ann" }, key, options)
                                return crypto.jwt_verify(token, key, options).sub,
                                  verdict(crypto.jwt_verify(token, key))\
                                """
                                        .formatted(bytes, algorithm)))
                .isEqualTo(List.of("ann", "Unauthenticated: the token is not signed with HS256"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "ES256"})
    void areSignedWithAPrivateKeyAndReadWithThePublicOne(String algorithm)
            throws GeneralSecurityException {
        KeyPair pair = algorithm.equals("RS256") ? rsa(2048) : ec("secp256r1");
        KeyPair other = algorithm.equals("RS256") ? rsa(2048) : ec("secp256r1");

        assertThat(
                        run(
                                """
                                local private, public, other = [[%s]], [[%s]], [[%s]]
                                local options = { algorithm = "%s" }
                                local token = crypto.jwt_sign({ sub = "ann" }, private, options)
                                return crypto.jwt_verify(token, public, options).sub,
                                  verdict(crypto.jwt_verify(token, other, options)),
                                  select(2, pcall(crypto.jwt_verify, token, private, options))
                                    :find "takes a 'PUBLIC KEY' in PEM" ~= nil,
                                  select(2, pcall(crypto.jwt_sign, {}, public, options))
                                    :find "takes a 'PRIVATE KEY' in PEM" ~= nil\
                                """
                                        .formatted(
                                                pem("PRIVATE KEY", pair.getPrivate()),
                                                pem("PUBLIC KEY", pair.getPublic()),
                                                pem("PUBLIC KEY", other.getPublic()),
                                                algorithm)))
                .isEqualTo(
                        List.of(
                                "ann",
                                "Unauthenticated: the token's signature is wrong",
                                true,
                                true));
    }

    @Test
    void takeNoKeyOfAnotherAlgorithm() throws GeneralSecurityException {
        String script = "crypto.jwt_verify('', [[%s]], {algorithm = '%s'})";
        String rsa = pem("PUBLIC KEY", rsa(2048).getPublic());
        String small = pem("PUBLIC KEY", rsa(1024).getPublic());
        String p384 = pem("PUBLIC KEY", ec("secp384r1").getPublic());

        assertThatThrownBy(() -> run(script.formatted(rsa, "HS256")))
                .hasMessageContaining("(HS256 takes a secret, got a key in PEM)");
        assertThatThrownBy(() -> run(script.formatted(small, "RS256")))
                .hasMessageContaining(
                        "(RS256 takes a 'PUBLIC KEY' in PEM, of RSA with 2048 bits or more)");
        assertThatThrownBy(() -> run(script.formatted(rsa, "ES256")))
                .hasMessageContaining("(ES256 takes a 'PUBLIC KEY' in PEM, on the curve P-256)");
        assertThatThrownBy(() -> run(script.formatted(p384, "ES256")))
                .hasMessageContaining("(ES256 takes a 'PUBLIC KEY' in PEM, on the curve P-256)");
    }

    @Test
    void areRefusedWithoutASignature() {
        String header = encoded("{\"alg\":\"none\"}");
        String claims = encoded("{\"sub\":\"ann\"}");

        for (String token : List.of(header + "." + claims + ".", header + "." + claims + ".AAAA")) {
            assertThat(verdict(token, "nil")).isEqualTo("Unauthenticated: this is no signed token");
        }
    }

    @Test
    void areRefusedIfTheyWereChanged() {
        String token = String.valueOf(signed("{sub = 'ann'}", "nil"));
        String[] parts = token.split("\\.", -1);

        assertThat(verdict(parts[0] + "." + encoded("{\"sub\":\"bob\"}") + "." + parts[2], "nil"))
                .isEqualTo("Unauthenticated: the token's signature is wrong");
        assertThat(verdict(parts[0] + "." + parts[1] + ".", "nil"))
                .isIn(
                        "Unauthenticated: the token's signature is wrong",
                        "Unauthenticated: this is no signed token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a.b", "a.b.c", "....", "e30.e30.e30", "\\xff.\\xff.\\xff"})
    void areRefusedIfTheyAreNone(String token) {
        assertThat(verdict(token, "nil")).isEqualTo("Unauthenticated: this is no signed token");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            textBlock =
                    """
                    sign('x', key)      ; bad argument #1 to 'jwt_sign' (table expected, got string)
                    sign({1}, key)      ; bad argument #1 to 'jwt_sign' (claims have names, got a table with items)
                    sign({a = print}, key) ; bad argument #1 to 'jwt_sign' (a function at /a has no JSON form)
                    sign({exp = 'soon'}, key) ; bad argument #1 to 'jwt_sign' (field 'exp': number expected, got string)
                    sign({}, 'short')   ; bad argument #2 to 'jwt_sign' (HS256 takes a key of 32 bytes or more, got 5)
                    sign({}, key, {algorithm = 'HS512'}) ; bad argument #2 to 'jwt_sign' (HS512 takes a key of 64 bytes or more, got 32)
                    sign({}, key, {algorithm = 'RS256'}) ; bad argument #2 to 'jwt_sign' (RS256 takes a 'PRIVATE KEY' in PEM, of RSA with 2048 bits or more)
                    sign({}, key, {algorithm = 'none'}) ; bad argument #3 to 'jwt_sign' (unknown algorithm 'none', known are HS256, HS384, HS512, RS256, ES256)
                    sign({}, key, {expires = -1}) ; bad argument #3 to 'jwt_sign' (field 'expires': 0 to 3155760000 seconds expected, got -1)
                    sign({}, key, {expires = 'x'}) ; bad argument #3 to 'jwt_sign' (field 'expires': number expected, got string)
                    verify(nil, key)    ; bad argument #1 to 'jwt_verify' (string expected, got nil)
                    verify('', 'short') ; bad argument #2 to 'jwt_verify' (HS256 takes a key of 32 bytes or more, got 5)
                    verify('', key, {leeway = -1}) ; bad argument #3 to 'jwt_verify' (field 'leeway': 0 to 3155760000 seconds expected, got -1)
                    verify('', key, {algorithm = 'none'}) ; bad argument #3 to 'jwt_verify' (unknown algorithm 'none', known are HS256, HS384, HS512, RS256, ES256)
                    """)
    void refuseWhatDoesNotFit(String call, String message) {
        assertThatThrownBy(() -> run("crypto.jwt_" + call)).hasMessage("test.lua:3: " + message);
    }
}
