package dev.moonlet.http;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Has Tomcat give each request its {@link Connection}. */
@Component
final class WatchConnections implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final String CONNECTION = Connection.class.getName();

    /** The connection of a request. */
    static Connection of(HttpServletRequest request) {
        return (Connection) request.getAttribute(CONNECTION);
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.setProtocol(WatchedProtocol.class.getName());
        server.addEngineValves(new Valve());
    }

    private static final class Valve extends ValveBase {

        Valve() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response)
                throws IOException, ServletException {
            request.setAttribute(
                    CONNECTION, WatchedProtocol.connection(request.getCoyoteRequest()));
            getNext().invoke(request, response);
        }
    }
}
