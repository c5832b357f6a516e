package dev.moonlet.revision.source.git;

import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.URL;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;
import org.eclipse.jgit.transport.http.JDKHttpConnection;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslManagerBundle;

/** Makes the connections of https: they trust whom they should, and remember what was answered. */
final class HttpsLinks implements HttpConnectionFactory, Hint {

    private final Optional<SslBundle> trusted;
    private final Bounds bounds;
    private int status;

    HttpsLinks(Optional<SslBundle> trusted, Bounds bounds) {
        this.trusted = trusted;
        this.bounds = bounds;
    }

    @Override
    public HttpConnection create(URL url) throws IOException {
        return create(url, Proxy.NO_PROXY);
    }

    @Override
    public HttpConnection create(URL url, Proxy proxy) throws IOException {
        Link link = new Link(url, proxy);
        if (trusted.isPresent()) {
            SslManagerBundle managers = trusted.get().getManagers();
            try {
                link.configure(managers.getKeyManagers(), managers.getTrustManagers(), null);
            } catch (GeneralSecurityException failure) {
                throw new IOException(
                        "moonlet.bundle.git.ssl-bundle can't be used: " + failure.getMessage(),
                        failure);
            }
        }
        return link;
    }

    @Override
    public Optional<String> told() {
        return switch (status) {
            case 401, 403 ->
                    Optional.of(
                            "refuses the credentials (status %d): set moonlet.bundle.git.username"
                                            .formatted(status)
                                    + " and .password-file to some that may read the repository,"
                                    + " and look whether they have expired");
            case 404, 410 ->
                    Optional.of(
                            "has no repository there, or none that these credentials may see"
                                    + " (status %d): check moonlet.bundle.git.uri and .password-file"
                                            .formatted(status));
            case 301, 302, 303, 307, 308 ->
                    Optional.of(
                            "has moved (status %d), and is not followed: set".formatted(status)
                                    + " moonlet.bundle.git.uri to where it is now");
            default ->
                    status < 400
                            ? Optional.empty()
                            : Optional.of(
                                    "answers with status %d: see whether it is in order"
                                            .formatted(status));
        };
    }

    private final class Link extends JDKHttpConnection {

        Link(URL url, Proxy proxy) throws IOException {
            super(url, proxy);
        }

        @Override
        public int getResponseCode() throws IOException {
            status = super.getResponseCode();
            return status;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return bounds.bound(super.getInputStream());
        }
    }
}
