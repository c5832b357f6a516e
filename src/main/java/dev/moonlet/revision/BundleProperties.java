package dev.moonlet.revision;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the bundle is.
 *
 * @param directory The folder that holds config/ and lua/.
 */
@ConfigurationProperties("moonlet.bundle")
record BundleProperties(@DefaultValue(".") String directory) {}
