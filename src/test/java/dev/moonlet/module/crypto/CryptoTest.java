package dev.moonlet.module.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlet.module.TestKit;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hashes, passwords, random values and identifiers. */
class CryptoTest {

    /** A clock that stands still, at 2026-01-02T03:04:05.678Z. */
    private static final long NOW = 1_767_323_045_678L;

    private final TestKit kit =
            TestKit.of(new CryptoModule(InstantSource.fixed(Instant.ofEpochMilli(NOW))));

    private @Nullable Object run(String script) {
        return kit.run("local crypto = require 'crypto'\n" + script);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            textBlock =
                    """
                    sha256('abc') ; ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad
                    sha256('')    ; e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
                    sha256('abc', 'base64') ; ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=
                    hmac('sha256', 'Jefe', 'what do ya want for nothing?') ; 5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843
                    """)
    void hashesAsTheStandardsSay(String call, String hash) {
        assertThat(run("return crypto." + call)).isEqualTo(hash);
    }

    @Test
    void hashesToAsManyBytesAsTheNameSays() {
        assertThat(
                        run(
                                """
                                return #crypto.sha256("\\xff\\0", "raw"), #crypto.sha384("", "raw"),
                                  #crypto.sha512("", "raw"), #crypto.hmac("sha512", "k", "", "raw"),
                                  #crypto.hmac("sha384", "k", "")\
                                """))
                .isEqualTo(List.of(32L, 48L, 64L, 64L, 96L));
    }

    @Test
    void tellsARightPasswordFromAWrongOne() {
        assertThat(
                        run(
                                """
                                local hash = crypto.bcrypt("s\\xffcret", 4)
                                local long = crypto.bcrypt(("x"):rep(72), 4)
                                return hash:sub(1, 7), crypto.verify("s\\xffcret", hash),
                                  crypto.verify("s\\xfecret", hash), crypto.verify("", hash),
                                  crypto.bcrypt("s\\xffcret", 4) ~= hash,
                                  crypto.verify(("x"):rep(72), long),
                                  crypto.verify(("x"):rep(73), long),
                                  crypto.bcrypt("x"):sub(1, 7)\
                                """))
                .isEqualTo(List.of("$2a$04$", true, false, false, true, true, false, "$2a$10$"));
    }

    @Test
    void knowsHashesThatOthersHaveMade() {
        assertThat(
                        run(
                                """
                                return crypto.verify("a",
                                  "$2a$06$m0CrhHm10qJ3lXRY.5zDGO3rS2KdeeWLuGmsfGlMfOxih58VYVfxe")\
                                """))
                .isEqualTo(true);
    }

    @Test
    void makesUuids() {
        assertThat(String.valueOf(run("return crypto.uuid()")))
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(String.valueOf(run("return crypto.uuid7()")))
                .matches("019b7ca9-8f2e-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    }

    @Test
    void makesUuidsThatGrowWhileTheClockStandsStill() {
        assertThat(
                        run(
                                """
                                local last = ""
                                for i = 1, 20000 do
                                  local id = crypto.uuid7()
                                  assert(id > last)
                                  assert(id:sub(15, 15) == "7" and id:sub(20, 20):find "[89ab]")
                                  last = id
                                end
                                return #last\
                                """))
                .isEqualTo(36L);
    }

    @Test
    void makesRandomBytes() {
        assertThat(
                        run(
                                """
                                return #crypto.random(0), #crypto.random(1048576),
                                  crypto.random(16) ~= crypto.random(16)\
                                """))
                .isEqualTo(List.of(0L, 1_048_576L, true));
    }

    @Test
    void takesEachCharacterOfAnAlphabetAsOften() {
        assertThat(
                        run(
                                """
                                local count = {}
                                for c in crypto.random_string(30000, "abc"):gmatch "." do
                                  count[c] = (count[c] or 0) + 1
                                end
                                for _, c in ipairs { "a", "b", "c" } do
                                  assert(math.abs(count[c] - 10000) < 600)
                                end
                                return crypto.random_string(24):find "^%w+$" == 1,
                                  crypto.random_string(0)\
                                """))
                .isEqualTo(List.of(true, ""));
    }

    @Test
    void comparesSecrets() {
        assertThat(
                        run(
                                """
                                return crypto.equal("a\\0b", "a\\0b"), crypto.equal("a", "b"),
                                  crypto.equal("a", "aa"), crypto.equal("", "")\
                                """))
                .isEqualTo(List.of(true, false, false, true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            textBlock =
                    """
                    sha256()             ; bad argument #1 to 'sha256' (string expected, got no value)
                    sha512('', 'utf8')   ; bad argument #2 to 'sha512' (unknown encoding 'utf8', known are hex, base64, raw)
                    hmac('md5', 'k', '') ; bad argument #1 to 'hmac' (unknown algorithm 'md5', known are sha256, sha384, sha512)
                    hmac('sha256', '', '') ; bad argument #2 to 'hmac' (the key is empty)
                    hmac('sha256', 'k', '', 'x') ; bad argument #4 to 'hmac' (unknown encoding 'x', known are hex, base64, raw)
                    bcrypt(('x'):rep(73)) ; bad argument #1 to 'bcrypt' (bcrypt takes 72 bytes, got 73)
                    bcrypt(('ö'):rep(37)) ; bad argument #1 to 'bcrypt' (bcrypt takes 72 bytes, got 74)
                    bcrypt('x', 3)       ; bad argument #2 to 'bcrypt' (the cost of bcrypt is 4 to 14 here, got 3)
                    bcrypt('x', 15)      ; bad argument #2 to 'bcrypt' (the cost of bcrypt is 4 to 14 here, got 15)
                    verify('x', 'x')     ; bad argument #2 to 'verify' (this is no hash of bcrypt)
                    verify('x', '$2a$31$' .. ('a'):rep(53)) ; bad argument #2 to 'verify' (the cost of bcrypt is 4 to 14 here, got 31)
                    random(-1)           ; bad argument #1 to 'random' (0 to 1048576 expected, got -1)
                    random(1048577)      ; bad argument #1 to 'random' (0 to 1048576 expected, got 1048577)
                    random_string(1, 'a') ; bad argument #2 to 'random_string' (an alphabet has two characters or more)
                    random_string(1, 'aba') ; bad argument #2 to 'random_string' (an alphabet of different ASCII characters expected)
                    random_string(1, 'aö') ; bad argument #2 to 'random_string' (an alphabet of different ASCII characters expected)
                    equal('a')           ; bad argument #2 to 'equal' (string expected, got no value)
                    """)
    void refusesWhatDoesNotFit(String call, String message) {
        assertThatThrownBy(() -> run("crypto." + call)).hasMessage("test.lua:2: " + message);
    }
}
