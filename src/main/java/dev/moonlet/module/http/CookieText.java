package dev.moonlet.module.http;

import dev.moonlet.lua.Text;
import dev.moonlet.lua.value.Conversions;
import dev.moonlet.module.Arguments;
import dev.moonlet.module.Choices;
import dev.moonlet.module.Durations;
import dev.moonlet.module.ModuleFunction;
import dev.moonlet.module.signature.Field;
import dev.moonlet.module.signature.Type;
import dev.moonlet.module.signature.Types;
import java.time.Duration;
import java.util.List;
import org.luaj.vm2.LuaValue;
import org.springframework.http.ResponseCookie;

/** Writes a cookie as a value of {@code Set-Cookie}. */
final class CookieText {

    private static final List<Field> FIELDS =
            List.of(
                    field("path", Types.STRING, "below which it is sent back"),
                    field("domain", Types.STRING, "to which it is sent back, if not to this alone"),
                    field(
                            "max_age",
                            Types.union(Types.NUMBER, Types.STRING),
                            "seconds, or a text like '1h'; 0 deletes it"),
                    field("secure", Types.BOOLEAN, "over https alone"),
                    field("http_only", Types.BOOLEAN, "hidden from scripts of the page"),
                    field("same_site", Types.STRING, "Strict, Lax or None"));
    private static final List<String> NAMES = FIELDS.stream().map(Field::name).toList();
    private static final Choices<String> SAME_SITE =
            new Choices<>("same_site", List.of("Strict", "Lax", "None"), word -> word);

    static final ModuleFunction FUNCTION =
            ModuleFunction.named("cookie")
                    .described("The text of a Set-Cookie header.")
                    .takes("name", Types.STRING)
                    .takes("value", Types.STRING)
                    .takes(
                            "options",
                            Types.optional(
                                    Types.record("http.Cookie", FIELDS.toArray(Field[]::new))))
                    .returns(Types.STRING)
                    .does(CookieText::of);

    private CookieText() {}

    private static LuaValue of(Arguments given) {
        ResponseCookie.ResponseCookieBuilder cookie =
                ResponseCookie.from(given.text(1), given.text(2));
        try {
            cookie.build();
        } catch (IllegalArgumentException wrong) {
            throw given.wrong(
                    ReadReply.TOKEN.matcher(given.text(1)).matches() ? 2 : 1,
                    "a cookie can't have it; percent-encode it: " + wrong.getMessage());
        }
        if (!given.has(3)) {
            return Text.of(cookie.build().toString());
        }
        try {
            Options options = new Options(given.table(3));
            options.check(NAMES);
            return Text.of(with(options, cookie, given).build().toString());
        } catch (IllegalArgumentException wrong) {
            throw given.wrong(3, String.valueOf(wrong.getMessage()));
        }
    }

    private static ResponseCookie.ResponseCookieBuilder with(
            Options options, ResponseCookie.ResponseCookieBuilder cookie, Arguments given) {
        boolean secure = options.value("secure").toboolean();
        cookie.secure(secure).httpOnly(options.value("http_only").toboolean());
        if (options.has("path")) {
            cookie.path(options.text("path"));
        }
        if (options.has("domain")) {
            cookie.domain(options.text("domain"));
        }
        if (options.has("max_age")) {
            cookie.maxAge(age(options));
        }
        if (options.has("same_site")) {
            String sameSite = SAME_SITE.chosen(given, 3, options.value("same_site"));
            if (sameSite.equals("None") && !secure) {
                throw new IllegalArgumentException(
                        "same_site 'None' needs 'secure': browsers drop it otherwise");
            }
            cookie.sameSite(sameSite);
        }
        return cookie;
    }

    private static Duration age(Options options) {
        LuaValue given = options.value("max_age");
        if (Conversions.toNumber(given) == LuaValue.NIL) {
            Duration age = Durations.parse(options.text("max_age"));
            if (age.isNegative()) {
                throw options.wrong("max_age", "0 or more");
            }
            return age;
        }
        double seconds = Conversions.toNumber(given).todouble();
        if (!(seconds >= 0 && seconds <= Integer.MAX_VALUE)) {
            throw options.wrong("max_age", "0 or more");
        }
        return Duration.ofSeconds((long) seconds);
    }

    private static Field field(String name, Type type, String description) {
        return new Field(name, Types.optional(type), description);
    }
}
