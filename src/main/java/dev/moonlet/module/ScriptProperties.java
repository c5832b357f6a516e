package dev.moonlet.module;

import dev.moonlet.lua.Isolation;
import dev.moonlet.lua.Limits;
import dev.moonlet.lua.PoolSettings;
import dev.moonlet.revision.Document;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the operator allows all scripts together.
 *
 * @param limits The operator's caps, which no bundle can raise.
 * @param pool How states are lent.
 * @param isolation Whether the requests that a state serves share the scripts that it has loaded
 *     (state), or each loads them anew (request).
 * @param profiles The operator's profiles, by name, which no bundle can change.
 * @param forbid What no script may have, whatever its profile says.
 */
@ConfigurationProperties("moonlet")
record ScriptProperties(
        @DefaultValue Caps limits,
        @DefaultValue Pool pool,
        @DefaultValue("state") Isolation isolation,
        @DefaultValue Map<String, ProfileProperties> profiles,
        @DefaultValue Forbidden forbid) {

    /** The operator's profiles as a bundle would spell them. */
    Document profileDocument() {
        Map<String, Object> tree = new TreeMap<>();
        profiles.forEach((name, profile) -> tree.put(name, profile.tree()));
        return Document.of("moonlet.profiles", tree);
    }

    Limits caps() {
        return limits.limits();
    }

    PoolSettings poolSettings() {
        return pool.settings();
    }

    /**
     * The operator's caps.
     *
     * @param time The longest time that an invocation may take, waiting included.
     * @param cpu The longest time that an invocation may spend in Lua.
     * @param stream The longest time that a stream or a WebSocket may last.
     * @param memory The most memory that an invocation and its state may hold.
     * @param string The largest string that a script may make.
     * @param coroutines The most coroutines of an invocation that have begun and not ended.
     * @param output The most that an invocation may print.
     */
    record Caps(
            @DefaultValue("30s") Duration time,
            @DefaultValue("30s") Duration cpu,
            @DefaultValue("1d") Duration stream,
            @DefaultValue("200MB") DataSize memory,
            @DefaultValue("50MB") DataSize string,
            @DefaultValue("1000") int coroutines,
            @DefaultValue("20MB") DataSize output) {

        Caps {
            check(time.isPositive(), "moonlet.limits.time has to be longer than nothing");
            check(cpu.isPositive(), "moonlet.limits.cpu has to be longer than nothing");
            check(stream.isPositive(), "moonlet.limits.stream has to be longer than nothing");
            check(
                    memory.toBytes() >= Limits.LEAST_MEMORY,
                    "moonlet.limits.memory has to be 1MB at least, for a state needs some");
            check(
                    string.toBytes() >= Limits.LEAST_STRING,
                    "moonlet.limits.string has to be 64KB at least");
            check(coroutines >= 0, "moonlet.limits.coroutines can't be negative");
            check(!output.isNegative(), "moonlet.limits.output can't be negative");
        }

        private Limits limits() {
            return new Limits(
                    time,
                    cpu,
                    stream,
                    memory.toBytes(),
                    string.toBytes(),
                    coroutines,
                    output.toBytes());
        }
    }

    /**
     * How states are lent.
     *
     * @param min The states of a profile that are there before anybody asks.
     * @param max The most states that a profile may have: how many requests run at once.
     * @param maxWait How long a request waits for a state before it is answered 503.
     * @param maxUses How many requests a state serves before another takes its place.
     * @param maxAge How old a state grows before another takes its place.
     * @param maxIdle How long a state lies idle before it is let go.
     * @param drain How long what was begun with a revision may go on when another is served.
     */
    record Pool(
            @DefaultValue("2") int min,
            @DefaultValue("256") int max,
            @DefaultValue("250ms") Duration maxWait,
            @DefaultValue("100000") int maxUses,
            @DefaultValue("1h") Duration maxAge,
            @DefaultValue("10m") Duration maxIdle,
            @DefaultValue("10m") Duration drain) {

        Pool {
            check(max > 0, "moonlet.pool.max has to be 1 at least");
            check(min >= 0, "moonlet.pool.min can't be negative");
            check(!maxWait.isNegative(), "moonlet.pool.max-wait can't be negative");
            check(maxUses > 0, "moonlet.pool.max-uses has to be 1 at least");
            check(maxAge.isPositive(), "moonlet.pool.max-age has to be longer than nothing");
            check(maxIdle.isPositive(), "moonlet.pool.max-idle has to be longer than nothing");
            check(!drain.isNegative(), "moonlet.pool.drain can't be negative");
        }

        private PoolSettings settings() {
            return new PoolSettings(Math.min(min, max), max, maxWait, maxUses, maxAge, maxIdle);
        }
    }

    private static void check(boolean right, String message) {
        if (!right) {
            throw new IllegalArgumentException(message);
        }
    }
}
