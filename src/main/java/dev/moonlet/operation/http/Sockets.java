package dev.moonlet.operation.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.function.Predicate;
import javax.net.SocketFactory;

/**
 * Sockets that connect to certain addresses only. The check is of the address that is connected to,
 * however it was found: there is no second look at a name that could bring another one.
 */
final class Sockets extends SocketFactory {

    private final Predicate<InetAddress> allowed;

    Sockets(Predicate<InetAddress> allowed) {
        this.allowed = allowed;
    }

    @Override
    public Socket createSocket() {
        return new Checked(allowed);
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
        throw new UnsupportedOperationException();
    }

    private static final class Checked extends Socket {

        private final Predicate<InetAddress> allowed;

        Checked(Predicate<InetAddress> allowed) {
            super(Proxy.NO_PROXY);
            this.allowed = allowed;
        }

        @Override
        public void connect(SocketAddress to, int timeout) throws IOException {
            if (!(to instanceof InetSocketAddress address)
                    || address.isUnresolved()
                    || !allowed.test(address.getAddress())) {
                throw new AddressRefused();
            }
            super.connect(to, timeout);
        }
    }
}
