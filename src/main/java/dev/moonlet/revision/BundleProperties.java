package dev.moonlet.revision;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the bundle is, and what is asked of it.
 *
 * @param directory The folder that holds config/ and lua/.
 * @param watch How long the folder has to be left alone after a change before it is read again; 0
 *     to read it once.
 * @param mode Whether a bundle with a problem is refused whole (strict), or served without what the
 *     problem concerns (lenient).
 */
@ConfigurationProperties("moonlet.bundle")
public record BundleProperties(
        @DefaultValue(".") String directory,
        @DefaultValue("500ms") Duration watch,
        @DefaultValue("strict") Mode mode) {

    /** What becomes of a bundle with a problem. */
    public enum Mode {
        STRICT,
        LENIENT
    }

    public BundleProperties {
        if (watch.isNegative()) {
            throw new IllegalArgumentException("moonlet.bundle.watch can't be negative");
        }
    }
}
