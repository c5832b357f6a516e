package dev.moonlet.http;

import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Has Tomcat write the headers of every reply that is let through, and those that the service adds:
 * without the room it would break the response off.
 */
@Component
final class HeaderRoom implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    /** The status line, and what the service says: Spring Security's, CORS, the problem's. */
    private static final int OWN = 8 << 10;

    private final int needed;

    HeaderRoom(HttpProperties properties) {
        needed = (int) properties.maxResponseHeaders().toBytes() + OWN;
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory tomcat) {
        tomcat.addConnectorCustomizers(connector -> {
            if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> protocol) {
                protocol.setMaxHttpResponseHeaderSize(
                        Math.max(needed, protocol.getMaxHttpResponseHeaderSize()));
            }
        });
    }
}
