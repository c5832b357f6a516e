package dev.moonlet.http;

import org.apache.coyote.http2.Http2Protocol;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Has Tomcat wait no longer for the client of a stream of HTTP/2 than for others. */
@Component
final class StreamTimeouts
        implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    private final long writeMillis;

    StreamTimeouts(HttpProperties properties) {
        writeMillis = properties.writeTimeout().toMillis();
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory tomcat) {
        tomcat.addConnectorCustomizers(connector -> {
            for (var upgrade : connector.findUpgradeProtocols()) {
                if (upgrade instanceof Http2Protocol http2) {
                    http2.setStreamWriteTimeout(writeMillis);
                }
            }
        });
    }
}
