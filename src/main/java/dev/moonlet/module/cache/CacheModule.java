package dev.moonlet.module.cache;

import dev.moonlet.lua.Text;
import dev.moonlet.lua.value.LuaInt;
import dev.moonlet.module.Arguments;
import dev.moonlet.module.Definition;
import dev.moonlet.module.Durations;
import dev.moonlet.module.Module;
import dev.moonlet.module.ModuleClass;
import dev.moonlet.module.ModuleFunction;
import dev.moonlet.module.json.JsonValues;
import dev.moonlet.module.signature.Type;
import dev.moonlet.module.signature.Types;
import dev.moonlet.operation.cache.CacheOperation;
import dev.moonlet.operation.cache.Found;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.springframework.stereotype.Component;

/** Values that all scripts share, for a time: {@code cache.get(key)}. */
@Component
final class CacheModule implements Module {

    private static final String KEY = "key";
    private static final String TTL = "ttl";
    private static final Type TIME = Types.optional(Durations.TYPE);

    @Override
    public Definition definition() {
        return Definition.of("cache", "Keeps values for a time, for all scripts.")
                .classes(ModuleClass.STORAGE)
                .with(
                        ModuleFunction.named("get")
                                .described("The value of a key, a copy of its own; nil if none.")
                                .takes(KEY, Types.STRING)
                                .returnsOrFails(Types.ANY)
                                .asks(
                                        CacheOperation.Get.class,
                                        given -> new CacheOperation.Get(key(given)),
                                        CacheModule::value))
                .with(set())
                .with(
                        ModuleFunction.named("delete")
                                .described("Drops a value; returns whether there was one.")
                                .takes(KEY, Types.STRING)
                                .returnsOrFails(Types.BOOLEAN)
                                .asks(
                                        CacheOperation.Delete.class,
                                        given -> new CacheOperation.Delete(key(given)),
                                        was -> LuaValue.valueOf(Boolean.TRUE.equals(was))))
                .with(
                        ModuleFunction.named("clear")
                                .described("Drops all values; returns how many.")
                                .returnsOrFails(Types.INTEGER)
                                .asks(
                                        CacheOperation.Clear.class,
                                        _ -> new CacheOperation.Clear(),
                                        CacheModule::integer))
                .with(increment())
                .with(getOrSet());
    }

    private static ModuleFunction set() {
        return ModuleFunction.named("set")
                .described(
                        "Keeps a copy of a value that has a JSON form, for so long if the cache has"
                                + " room.")
                .takes(KEY, Types.STRING)
                .takes("value", Types.ANY)
                .takes(TTL, TIME)
                .returnsOrFails(Types.BOOLEAN)
                .asks(
                        CacheOperation.Set.class,
                        given -> new CacheOperation.Set(key(given), copy(given, 2), ttl(given, 3)),
                        _ -> LuaValue.TRUE);
    }

    private static ModuleFunction increment() {
        return ModuleFunction.named("incr")
                .described(
                        "Adds to an integer, which begins at 0, and returns the sum: no other comes"
                                + " in between. The ttl is for one that begins; one that is there"
                                + " keeps its time.")
                .takes(KEY, Types.STRING)
                .takes("by", Types.INTEGER, LuaInt.of(1))
                .takes(TTL, TIME)
                .returnsOrFails(Types.INTEGER)
                .asks(
                        CacheOperation.Increment.class,
                        given ->
                                new CacheOperation.Increment(
                                        key(given), given.integer(2), ttl(given, 3)),
                        CacheModule::value);
    }

    private static ModuleFunction getOrSet() {
        return ModuleFunction.named("get_or_set")
                .described(
                        "The value of a key; if there is none, what the function returns, which is"
                                + " kept unless it is nil. Of many who ask at once, one calls its"
                                + " function and the others wait for that; if it fails, the next"
                                + " one calls its own.")
                .takes(KEY, Types.STRING)
                .takes(TTL, TIME)
                .takes("compute", Types.FUNCTION)
                .returns(Types.ANY, Types.ANY)
                .does(given -> new GetOrSet(given, key(given), ttl(given, 2)).run())
                .waiting();
    }

    private static String key(Arguments given) {
        LuaString key = given.bytes(1);
        if (!Text.isUtf8(key)) {
            throw given.wrong(1, "a key is a text in UTF-8: encode bytes with base64");
        }
        return Text.of(key);
    }

    private static @Nullable Object copy(Arguments given, int i) {
        if (!given.has(i)) {
            throw given.wrong(i, "nil is no value: delete the key, or keep json.null");
        }
        return JsonValues.copy(given, i);
    }

    private static Optional<Duration> ttl(Arguments given, int i) {
        if (!given.has(i)) {
            return Optional.empty();
        }
        Duration ttl = Durations.of(given, i);
        if (ttl.isZero()) {
            throw given.wrong(i, "no value is kept for no time");
        }
        return Optional.of(ttl);
    }

    static LuaValue value(@Nullable Object found) {
        return found == null ? LuaValue.NIL : JsonValues.of(((Found) found).value());
    }

    private static LuaValue integer(@Nullable Object number) {
        return LuaInt.of(number instanceof Long integer ? integer : 0);
    }
}
