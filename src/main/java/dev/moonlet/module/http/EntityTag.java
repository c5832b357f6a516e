package dev.moonlet.module.http;

import dev.moonlet.lua.Text;
import dev.moonlet.lua.value.Comparison;
import dev.moonlet.module.Arguments;
import dev.moonlet.module.ModuleFunction;
import dev.moonlet.module.json.JsonValues;
import dev.moonlet.module.signature.Field;
import dev.moonlet.module.signature.Types;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.springframework.http.ETag;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Names what a value is at the moment, by a hash. */
public final class EntityTag {

    /** So much of a hash does nobody meet twice. */
    private static final int LENGTH = 16;

    private static final int LONGEST = 8 << 10;

    /** Writes what is the same in the same way: a table of Lua's has no order. */
    private static final JsonMapper SORTED =
            JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    private EntityTag() {}

    /** The tag of a body. */
    public static String of(byte[] bytes, boolean weak) {
        byte[] hash = Arrays.copyOf(sha256(bytes), LENGTH);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        return (weak ? "W/\"" : "\"") + text + "\"";
    }

    static List<ModuleFunction> functions() {
        return List.of(
                ModuleFunction.named("etag")
                        .described("An ETag of a string, or of any value that has a JSON form.")
                        .takes("value", Types.ANY)
                        .takes(
                                "options",
                                Types.optional(
                                        Types.record(
                                                "http.ETag",
                                                new Field(
                                                        "weak",
                                                        Types.optional(Types.BOOLEAN),
                                                        "whether what means the same may differ"))))
                        .returns(Types.STRING)
                        .does(given -> Text.of(of(bytes(given), isWeak(given)))),
                ModuleFunction.named("matches")
                        .described(
                                "Whether a request with this If-Match may change what has this"
                                        + " ETag, or nothing has; without If-Match it may.")
                        .takes("if_match", Types.optional(Types.STRING))
                        .takes("etag", Types.optional(Types.STRING))
                        .returns(Types.BOOLEAN)
                        .does(given -> LuaValue.valueOf(!given.has(1) || matches(given))));
    }

    private static byte[] bytes(Arguments given) {
        return given.value(1) instanceof LuaString
                ? given.copy(1)
                : SORTED.writeValueAsBytes(JsonValues.copy(given, 1));
    }

    private static boolean isWeak(Arguments given) {
        return given.has(2) && Comparison.isTrue(given.table(2).rawget("weak"));
    }

    private static boolean matches(Arguments given) {
        if (given.bytes(1).m_length > LONGEST) {
            throw given.wrong(1, "longer than any header");
        }
        if (!given.has(2)) {
            return false;
        }
        ETag current = ETag.create(given.text(2));
        return ETag.parse(given.text(1)).stream()
                .anyMatch(each -> each.isWildcard() || each.compare(current, true));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException none) {
            throw new AssertionError(none);
        }
    }
}
