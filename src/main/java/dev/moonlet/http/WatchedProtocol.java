package dev.moonlet.http;

import org.apache.coyote.Adapter;
import org.apache.coyote.Processor;
import org.apache.coyote.Request;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;

/** Tomcat's HTTP, whose requests know their connections. Tomcat makes it by its name. */
public final class WatchedProtocol extends Http11NioProtocol {

    /** One that Tomcat leaves to others. */
    private static final int NOTE = 17;

    /** The connection of a request that this has read, or of a stream of HTTP/2. */
    static Connection connection(Request request) {
        return request.getNote(NOTE) instanceof Watched processor
                ? processor.connection()
                : new Connection(request, null);
    }

    @Override
    protected Processor createProcessor() {
        return new Watched(this, getAdapter());
    }

    private static final class Watched extends Http11Processor {

        Watched(AbstractHttp11Protocol<?> protocol, Adapter adapter) {
            super(protocol, adapter);
            request.setNote(NOTE, this);
        }

        Connection connection() {
            return new Connection(request, getSocketWrapper());
        }
    }
}
