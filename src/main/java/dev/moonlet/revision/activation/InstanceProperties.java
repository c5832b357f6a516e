package dev.moonlet.revision.activation;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which of several this is.
 *
 * @param name What the history calls this instance; the name of the host if nothing is said.
 */
@ConfigurationProperties("moonlet.instance")
record InstanceProperties(@DefaultValue("") String name) {

    InstanceProperties {
        name = name.isBlank() ? host() : name;
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "nameless";
        }
    }
}
