package dev.moonlet.http;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Has Tomcat give each request its {@link Connection}, and wait for clients so long and no longer.
 */
@Component
final class WatchConnections implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final String CONNECTION = Connection.class.getName();

    private final HttpProperties properties;
    private final SlowBodies bodies;

    WatchConnections(HttpProperties properties, SlowBodies bodies) {
        this.properties = properties;
        this.bodies = bodies;
    }

    /** The connection of a request. */
    static Connection of(HttpServletRequest request) {
        return (Connection) request.getAttribute(CONNECTION);
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.setProtocol(WatchedProtocol.class.getName());
        server.addEngineValves(new Valve(properties, bodies));
    }

    private static final class Valve extends ValveBase {

        private final Duration readTimeout;
        private final Duration writeTimeout;
        private final SlowBodies bodies;

        Valve(HttpProperties properties, SlowBodies bodies) {
            super(true);
            readTimeout = properties.readTimeout();
            writeTimeout = properties.writeTimeout();
            this.bodies = bodies;
        }

        @Override
        public void invoke(Request request, Response response)
                throws IOException, ServletException {
            Connection connection = WatchedProtocol.connection(request.getCoyoteRequest());
            connection.writesWithin(writeTimeout);
            request.setAttribute(CONNECTION, connection);
            try {
                getNext().invoke(request, response);
            } finally {
                if (!request.isAsync() && connection.hasBodyToCome()) {
                    bodies.expect(connection, readTimeout);
                }
            }
        }
    }
}
