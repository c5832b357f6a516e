package dev.moonlet.module;

import dev.moonlet.lua.Limits;
import dev.moonlet.lua.PoolSettings;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator allows all scripts together.
 *
 * @param limits The operator's caps, which no bundle can raise.
 * @param pool How states are lent.
 */
@ConfigurationProperties("moonlet")
record ScriptProperties(@DefaultValue Caps limits, @DefaultValue Pool pool) {

    Limits caps() {
        return new Limits(limits.time());
    }

    PoolSettings poolSettings() {
        return new PoolSettings(pool.max(), pool.maxWait());
    }

    /**
     * The operator's caps.
     *
     * @param time The longest time that an invocation may take, waiting included.
     */
    record Caps(@DefaultValue("30s") Duration time) {

        Caps {
            check(time.isPositive(), "moonlet.limits.time has to be longer than nothing");
        }
    }

    /**
     * How states are lent.
     *
     * @param max The most states that a profile may have: how many requests run at once.
     * @param maxWait How long a request waits for a state before it is answered 503.
     */
    record Pool(@DefaultValue("256") int max, @DefaultValue("250ms") Duration maxWait) {

        Pool {
            check(max > 0, "moonlet.pool.max has to be 1 at least");
            check(!maxWait.isNegative(), "moonlet.pool.max-wait can't be negative");
        }
    }

    private static void check(boolean right, String message) {
        if (!right) {
            throw new IllegalArgumentException(message);
        }
    }
}
