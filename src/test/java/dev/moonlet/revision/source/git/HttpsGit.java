package dev.moonlet.revision.source.git;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;

/**
 * Serves repositories by git's own program over TLS, for olga, with a certificate of its own. What
 * is below moved/ is sent on to where it is.
 */
final class HttpsGit implements AutoCloseable {

    private static final String SECRET = "for tests";

    private final Path root;
    private final KeyStore keys;
    private final HttpsServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** What olga signs in with. */
    volatile String password = "open sesame";

    /** How many bytes of a pack are sent before the connection is cut. */
    volatile int cut = Integer.MAX_VALUE;

    /** Whether the repository is served as so many files, as by any server of the web. */
    volatile boolean plain;

    HttpsGit(Path root, Path folder)
            throws IOException, GeneralSecurityException, InterruptedException {
        this.root = root;
        keys = makeKeys(folder.resolve("server.p12"));
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context()));
        server.setExecutor(threads);
        HttpContext all = server.createContext("/", this::answer);
        all.setAuthenticator(
                new BasicAuthenticator("git") {
                    @Override
                    public boolean checkCredentials(String user, String given) {
                        return user.equals("olga") && given.equals(password);
                    }
                });
        server.start();
    }

    String uri(String repository) {
        return "https://localhost:%d/%s".formatted(server.getAddress().getPort(), repository);
    }

    /** Trusts this server. */
    SslBundle trust() throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", keys.getCertificate("server"));
        return SslBundle.of(SslStoreBundle.of(null, null, trusted));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String asked = exchange.getRequestURI().toString();
            if (asked.startsWith("/moved/")) {
                exchange.getResponseHeaders().set("Location", asked.substring("/moved".length()));
                exchange.sendResponseHeaders(301, -1);
                return;
            }
            Process git = start(exchange);
            try (var to = git.getOutputStream()) {
                exchange.getRequestBody().transferTo(to);
            }
            pass(git.getInputStream(), exchange);
        }
    }

    private Process start(HttpExchange exchange) throws IOException {
        ProcessBuilder git = new ProcessBuilder("git", "http-backend");
        var environment = git.environment();
        environment.put("GIT_PROJECT_ROOT", root.toString());
        environment.put("GIT_HTTP_EXPORT_ALL", "1");
        environment.put("REMOTE_USER", "olga");
        environment.put("REQUEST_METHOD", exchange.getRequestMethod());
        environment.put("PATH_INFO", exchange.getRequestURI().getPath());
        String query = exchange.getRequestURI().getQuery();
        environment.put("QUERY_STRING", query == null || plain ? "" : query);
        header(exchange, environment, "Content-Type", "CONTENT_TYPE");
        header(exchange, environment, "Content-Encoding", "HTTP_CONTENT_ENCODING");
        header(exchange, environment, "Git-Protocol", "GIT_PROTOCOL");
        return git.start();
    }

    private static void header(
            HttpExchange exchange, Map<String, String> environment, String header, String name) {
        String value = exchange.getRequestHeaders().getFirst(header);
        if (value != null) {
            environment.put(name, value);
        }
    }

    private void pass(InputStream answer, HttpExchange exchange) throws IOException {
        int status = 200;
        for (String line = line(answer); !line.isEmpty(); line = line(answer)) {
            String[] field = line.split(": ", 2);
            if (field[0].equals("Status")) {
                status = Integer.parseInt(field[1].substring(0, 3));
            } else {
                exchange.getResponseHeaders().set(field[0], field[1]);
            }
        }
        byte[] body = answer.readAllBytes();
        int sent = exchange.getRequestMethod().equals("POST") && isPack(body) ? cut : body.length;
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body, 0, Math.min(sent, body.length));
        exchange.getResponseBody().flush();
    }

    private static boolean isPack(byte[] body) {
        return new String(body, ISO_8859_1).contains("PACK");
    }

    private static String line(InputStream answer) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = answer.read(); next >= 0 && next != '\n'; next = answer.read()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    private SSLContext context() throws GeneralSecurityException {
        KeyManagerFactory managers =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, SECRET.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static KeyStore makeKeys(Path file)
            throws IOException, GeneralSecurityException, InterruptedException {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        List<String> command =
                List.of(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        SECRET);
        Process making = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(making.getInputStream().readAllBytes(), UTF_8);
        if (making.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(file)) {
            keys.load(content, SECRET.toCharArray());
        }
        return keys;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
