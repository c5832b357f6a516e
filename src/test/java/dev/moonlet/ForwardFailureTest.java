package dev.moonlet;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.moonlet.invocation.Invocations;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What the client gets if there is no answer to a request that was forwarded, or half of one. */
@ExtendWith(OutputCaptureExtension.class)
class ForwardFailureTest {

    private static final String SCRIPT =
            """
            local http = require "http"
            local to = {}
            function to.dead() return http.forward { url = "http://localhost:DEAD" } end
            function to.unknown() return http.forward { url = "http://a.invalid" } end
            function to.all() return http.forward { url = "http://localhost:PORT" } end
            function to.brief() return http.forward { url = "http://localhost:PORT", timeout = 100 } end
            function to.other() return http.forward { url = "http://internal.secret.test/" } end
            function to.address() return http.forward { url = "http://127.0.0.1:PORT" } end
            function to.nowhere() return http.forward { url = "ftp://localhost" } end
            function to.itself(req) return http.forward { url = "http://" .. req.headers.host } end
            return to
            """;

    private static final CountDownLatch ASKED = new CountDownLatch(1);
    private static final CountDownLatch HUNG_UP = new CountDownLatch(1);

    @TempDir static Path folder;
    private static ServerSocket upstream;
    private static RunningMoonlet moonlet;

    @BeforeAll
    static void start() throws IOException {
        upstream = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(ForwardFailureTest::accept);
        int dead;
        try (ServerSocket gone = new ServerSocket(0)) {
            dead = gone.getLocalPort();
        }
        new BundleFolder(folder)
                .serving(
                        """
                        /dead: {get: {x-handler: to.dead}}
                        /unknown: {get: {x-handler: to.unknown}}
                        /reset: {get: {x-handler: to.all}}
                        /nonsense: {get: {x-handler: to.all}}
                        /switching: {get: {x-handler: to.all}}
                        /short: {get: {x-handler: to.all}}
                        /chunked: {get: {x-handler: to.all}}
                        /whole: {get: {x-handler: to.all}}
                        /waits: {get: {x-handler: to.all}}
                        /begins: {get: {x-handler: to.all, x-limits: {stream: 100ms}}}
                        /slow: {get: {x-handler: to.brief}}
                        /late: {get: {x-handler: to.all, x-limits: {time: 100ms}}}
                        /other: {get: {x-handler: to.other}}
                        /address: {get: {x-handler: to.address}}
                        /nowhere: {get: {x-handler: to.nowhere}}
                        /itself: {get: {x-handler: to.itself}}
                        """)
                .with(
                        "lua/to.lua",
                        SCRIPT.replace("PORT", Integer.toString(upstream.getLocalPort()))
                                .replace("DEAD", Integer.toString(dead)));
        moonlet = RunningMoonlet.serving(folder, "moonlet.client.hosts=localhost,a.invalid");
    }

    @AfterAll
    static void stop() throws IOException {
        moonlet.close();
        upstream.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dead", "unknown", "reset", "nonsense", "switching"})
    void isUnavailableIfTheServerIs(String path) throws IOException {
        HttpResponse<String> response = moonlet.get("/" + path);

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).isEmpty();
        assertThat(moonlet.read(response).path("detail").asString())
                .isEqualTo("What the handler needs is not available at the moment.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"slow", "late"})
    void isATimeoutIfTheServerIsSlow(String path) throws IOException {
        assertThat(moonlet.get("/" + path).statusCode()).isEqualTo(504);
    }

    @ParameterizedTest
    @CsvSource({
        "other, 403, the host internal.secret.test is not allowed",
        "address, 403, the host 127.0.0.1:",
        "nowhere, 500, the address 'ftp://localhost' is not usable"
    })
    void tellsTheLogAloneWhereItMayNotGo(String path, int status, String reason, CapturedOutput log)
            throws IOException {
        HttpResponse<String> response = moonlet.get("/" + path);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).doesNotContain("secret", "127.0.0.1", "ftp");
        assertThat(log).contains("to.%s: not forwarded: %s".formatted(path, reason));
    }

    @Test
    void isALoopIfItComesBack(CapturedOutput log) throws IOException {
        HttpResponse<String> response = moonlet.get("/itself");

        assertThat(response.statusCode()).isEqualTo(508);
        assertThat(moonlet.read(response).path("title").asString()).isEqualTo("Loop Detected");
        assertThat(log).containsOnlyOnce("forwarded 5 times already");
    }

    @Test
    void breaksOffWithTheServer() throws IOException {
        assertThat(raw("/short")).endsWith("\r\n\r\nhalf").contains("Content-Length: 100");
        assertThat(raw("/chunked")).endsWith("\r\n4\r\nhalf\r\n");
        assertThat(raw("/whole")).contains("half").endsWith("0\r\n\r\n");
    }

    @Test
    void breaksOffTheStreamOfHttp2() throws IOException {
        try (RunningMoonlet other =
                RunningMoonlet.serving(
                        folder, "moonlet.client.hosts=localhost", "server.http2.enabled=true")) {
            HttpResponse<String> whole = other.get("/whole");

            assertThat(whole.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(whole.body()).isEqualTo("half");
            assertThatThrownBy(() -> other.get("/chunked")).isInstanceOf(IOException.class);
        }
    }

    @Test
    void breaksOffWhenTheTimeOfAStreamIsOver() throws IOException {
        assertThat(raw("/begins")).endsWith("\r\n4\r\nhalf\r\n");
    }

    @Test
    void isGivenUpWithTheClient() throws IOException, InterruptedException {
        Invocations invocations = moonlet.bean(Invocations.class);
        try (Socket client = new Socket("localhost", moonlet.uri("/").getPort())) {
            client.getOutputStream()
                    .write("GET /waits HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(US_ASCII));
            assertThat(ASKED.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(invocations.running().getFirst().waitsFor())
                    .isEqualTo("Forward localhost:" + upstream.getLocalPort());
        }
        assertThat(HUNG_UP.await(30, TimeUnit.SECONDS)).isTrue();
        await().until(() -> invocations.running().isEmpty());
    }

    private static String raw(String path) throws IOException {
        try (RawClient raw = new RawClient(moonlet.uri("/"))) {
            return raw.get(path);
        }
    }

    private static void accept() {
        try {
            while (true) {
                Socket connection = upstream.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private static void serve(Socket connection) {
        try (connection) {
            String path = readPath(connection);
            connection.getOutputStream().write(answer(path).getBytes(US_ASCII));
            if (path.equals("/waits")) {
                ASKED.countDown();
            }
            if (path.matches("/(waits|slow|late|begins)")) {
                waitForHangUp(connection, path);
            }
        } catch (IOException left) {
            // the service has had enough
        }
    }

    private static void waitForHangUp(Socket connection, String path) throws IOException {
        try {
            connection.getInputStream().readAllBytes();
        } finally {
            if (path.equals("/waits")) {
                HUNG_UP.countDown();
            }
        }
    }

    private static String answer(String path) {
        String chunks = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n";
        return switch (path) {
            case "/nonsense" -> "nonsense\r\n\r\n";
            case "/switching" -> "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n";
            case "/short" -> "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf";
            case "/chunked", "/begins" -> chunks;
            case "/whole" -> chunks + "0\r\n\r\n";
            default -> "";
        };
    }

    /** Reads the head of a request. */
    private static String readPath(Socket connection) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = connection.getInputStream().read();
            if (next < 0) {
                throw new IOException("hung up");
            }
            head.append((char) next);
        }
        return head.toString().split(" ", 3)[1];
    }
}
