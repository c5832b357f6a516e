package dev.moonlet.operation.cache;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much the cache of scripts keeps.
 *
 * @param maxSize What all values may take together; when it is more, the least useful go.
 * @param maxValue What one value and its key may take.
 * @param ttl How long a value is kept if the script does not say.
 */
@ConfigurationProperties("moonlet.cache")
record CacheProperties(
        @DefaultValue("64MB") DataSize maxSize,
        @DefaultValue("1MB") DataSize maxValue,
        @DefaultValue("10m") Duration ttl) {

    CacheProperties {
        if (maxSize.isNegative()) {
            throw new IllegalArgumentException("moonlet.cache.max-size can't be negative");
        }
        if (maxValue.toBytes() < 1
                || maxValue.toBytes() > Math.min(maxSize.toBytes(), Integer.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "moonlet.cache.max-value has to be from 1B to moonlet.cache.max-size, and below"
                            + " 2GB");
        }
        if (!ttl.isPositive()) {
            throw new IllegalArgumentException("moonlet.cache.ttl has to be positive");
        }
    }
}
