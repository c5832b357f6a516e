package dev.moonlet.module.crypto;

import dev.moonlet.lua.value.Conversions;
import dev.moonlet.lua.value.Failures;
import dev.moonlet.lua.value.Interned;
import dev.moonlet.lua.value.LuaInt;
import dev.moonlet.lua.value.Table;
import dev.moonlet.module.Arguments;
import dev.moonlet.module.json.JsonReader;
import dev.moonlet.module.json.JsonWriter;
import java.time.InstantSource;
import java.util.List;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** What a token says, and how long it holds. */
final class Claims {

    static final String LIFETIME = "expires";
    static final String LEEWAY = "leeway";

    private static final String EXPIRES = "exp";
    private static final String BEGINS = "nbf";

    /** A hundred years. */
    private static final long LONGEST = 36_525L * 24 * 60 * 60;

    private final InstantSource clock;

    Claims(InstantSource clock) {
        this.clock = clock;
    }

    byte[] written(Arguments given) {
        Table claims = given.table(1);
        if (claims.rawlen() > 0) {
            throw given.wrong(1, "claims have names, got a table with items");
        }
        for (String time : List.of(EXPIRES, BEGINS)) {
            LuaValue value = claims.rawget(time);
            if (value != LuaValue.NIL && !(value instanceof LuaNumber)) {
                throw given.wrong(
                        1,
                        "field '%s': number expected, got %s"
                                .formatted(time, Failures.typeName(value)));
            }
        }
        Table lasting = Tokens.option(given, LIFETIME) == LuaValue.NIL ? claims : until(given);
        try {
            return JsonWriter.write(lasting);
        } catch (LuaError wrong) {
            throw given.wrong(1, String.valueOf(wrong.getMessage()));
        }
    }

    /** The claims, or nil and an error; clocks may differ by some seconds. */
    Varargs read(byte[] json, long leeway) {
        LuaValue read;
        try {
            read = JsonReader.read(json);
        } catch (LuaError wrong) {
            return Tokens.refused("the token's claims are not JSON");
        }
        return read instanceof Table claims
                ? checked(claims, leeway)
                : Tokens.refused("the token has no claims");
    }

    /** An option that is a number of seconds; 0 if it is left out. */
    static long seconds(Arguments given, String name) {
        LuaValue value = Tokens.option(given, name);
        long seconds = value == LuaValue.NIL ? 0 : Conversions.toNumber(value).tolong();
        if (seconds < 0 || seconds > LONGEST) {
            throw given.wrong(
                    3,
                    "field '%s': 0 to %d seconds expected, got %d"
                            .formatted(name, LONGEST, seconds));
        }
        return seconds;
    }

    private Varargs checked(Table claims, long leeway) {
        double now = clock.millis() / 1000.0;
        LuaValue begins = claims.rawget(BEGINS);
        LuaValue expires = claims.rawget(EXPIRES);
        if (!isTime(begins) || !isTime(expires)) {
            return Tokens.refused("the token's exp or nbf is no number");
        }
        if (expires != LuaValue.NIL && now - leeway >= expires.todouble()) {
            return Tokens.refused("the token has expired");
        }
        if (begins != LuaValue.NIL && now + leeway < begins.todouble()) {
            return Tokens.refused("the token is not valid yet");
        }
        return claims;
    }

    private static boolean isTime(LuaValue value) {
        return value == LuaValue.NIL || value instanceof LuaNumber;
    }

    private Table until(Arguments given) {
        Table claims = given.table(1);
        Table copy = new Table();
        for (LuaValue name : claims.keys()) {
            copy.put(name, claims.rawget(name));
        }
        long end = clock.instant().getEpochSecond() + seconds(given, LIFETIME);
        copy.put(Interned.of(EXPIRES), LuaInt.of(end));
        return copy;
    }
}
