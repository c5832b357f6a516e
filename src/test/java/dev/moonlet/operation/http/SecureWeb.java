package dev.moonlet.operation.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.http2.Http2Protocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;

/** A server of HTTP/2 over TLS whose certificate is a.test's and nobody trusts, for tests. */
final class SecureWeb implements AutoCloseable {

    private static final String PASSWORD = "for tests";

    private final Tomcat tomcat = new Tomcat();
    private final Path keys;
    private final Set<Integer> connections = ConcurrentHashMap.newKeySet();

    /** A request has come that is not answered. */
    final CountDownLatch waiting = new CountDownLatch(1);

    private final CountDownLatch end = new CountDownLatch(1);

    SecureWeb(Path folder) throws IOException, InterruptedException, LifecycleException {
        keys = folder.resolve("keys.p12");
        makeKeys();
        tomcat.setBaseDir(folder.toString());
        tomcat.setConnector(connector());
        Context context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "echo", new Echo());
        context.addServletMappingDecoded("/*", "echo");
        tomcat.start();
    }

    String at(String path) {
        return "https://a.test:%d%s".formatted(tomcat.getConnector().getLocalPort(), path);
    }

    int connections() {
        return connections.size();
    }

    /** Trusts this server. */
    SslBundle trust() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(keys)) {
            store.load(content, PASSWORD.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", store.getCertificate("server"));
        return SslBundle.of(SslStoreBundle.of(null, null, trusted));
    }

    @Override
    public void close() throws LifecycleException {
        end.countDown();
        tomcat.stop();
        tomcat.destroy();
    }

    private Connector connector() {
        SSLHostConfig host = new SSLHostConfig();
        SSLHostConfigCertificate certificate =
                new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
        certificate.setCertificateKeystoreFile(keys.toString());
        certificate.setCertificateKeystorePassword(PASSWORD);
        host.addCertificate(certificate);
        Connector connector = new Connector();
        connector.setPort(0);
        connector.setScheme("https");
        connector.setSecure(true);
        connector.setProperty("SSLEnabled", "true");
        connector.addSslHostConfig(host);
        connector.addUpgradeProtocol(new Http2Protocol());
        return connector;
    }

    private void makeKeys() throws IOException, InterruptedException {
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "server",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=a.test",
                                "-ext",
                                "SAN=dns:a.test",
                                "-keystore",
                                keys.toString(),
                                "-storepass",
                                PASSWORD)
                        .redirectErrorStream(true)
                        .start();
        String said = new String(keytool.getInputStream().readAllBytes(), UTF_8);
        if (keytool.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
    }

    /** Answers by protocol and method, or not at all. */
    private final class Echo extends HttpServlet {

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            connections.add(request.getRemotePort());
            if (request.getRequestURI().equals("/wait")) {
                waiting.countDown();
                awaitEnd();
            }
            int size = request.getInputStream().readAllBytes().length;
            response.getOutputStream()
                    .print(request.getProtocol() + " " + request.getMethod() + " " + size);
        }

        private void awaitEnd() throws IOException {
            try {
                end.await();
            } catch (InterruptedException interrupted) {
                throw new IOException(interrupted);
            }
        }
    }
}
