package dev.moonlet;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import dev.moonlet.invocation.Invocations;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the client gets of an answer to a request that was forwarded. */
class ForwardedReplyTest {

    private static final int LARGE = 20_000_000;

    private static final AtomicLong WRITTEN = new AtomicLong();
    private static final CountDownLatch HUNG_UP = new CountDownLatch(1);

    @TempDir static Path folder;
    private static Upstream upstream;
    private static RunningMoonlet moonlet;

    @BeforeAll
    static void start() throws IOException {
        upstream =
                new Upstream()
                        .serving("/all/headers", ForwardedReplyTest::answerHeaders)
                        .serving("/all/moved", ForwardedReplyTest::redirect)
                        .serving("/all/known", exchange -> exchange.sendResponseHeaders(304, -1))
                        .serving("/all/part", ForwardedReplyTest::answerPart)
                        .serving("/all/head", ForwardedReplyTest::answerHead)
                        .serving("/all/gzip", ForwardedReplyTest::answerGzip)
                        .serving("/all/many", ForwardedReplyTest::answerManyHeaders)
                        .serving("/all/error", exchange -> send(exchange, 503, "later"))
                        .serving("/all/flood", ForwardedReplyTest::flood)
                        .serving("/all/live", ForwardedReplyTest::answerLive);
        new BundleFolder(folder)
                .serving("/all/{rest}: {get: {x-handler: to.all, x-limits: {time: 2s}}}")
                .with(
                        "lua/to.lua",
                        """
                        return { all = function()
                          return { _redirect = true, hostname = "localhost", port = %d }
                        end }
                        """
                                .formatted(upstream.port()));
        moonlet = RunningMoonlet.serving(folder, "moonlet.client.hosts=localhost");
    }

    @AfterAll
    static void stop() {
        moonlet.close();
        upstream.close();
    }

    @Test
    void hasHeadersButThoseOfTheConnection() throws IOException {
        HttpResponse<String> response = moonlet.get("/all/headers");

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.body()).isEqualTo("made");
        assertThat(response.headers().allValues("Set-Cookie")).containsExactly("a=1", "b=2");
        assertThat(response.headers().allValues("X-Thing")).containsExactly("\u00c3\u00bc");
        assertThat(response.headers().allValues("Content-Length")).containsExactly("4");
        assertThat(response.headers().map().keySet())
                .doesNotContain("x-hop", "keep-alive", "proxy-authenticate", "trailer");
    }

    @Test
    void isARedirectIfItWasOne() throws IOException {
        HttpResponse<String> response = moonlet.get("/all/moved");

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("Location")).hasValue("http://a.test/x?y");
    }

    @Test
    void isConditionalOrPartialAsItWas() throws IOException {
        assertThat(moonlet.get("/all/known").statusCode()).isEqualTo(304);
        HttpResponse<String> part = moonlet.get("/all/part");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.headers().firstValue("Content-Range")).hasValue("bytes 0-1/9");
        assertThat(part.body()).isEqualTo("ab");
    }

    @Test
    void isAHeadWithoutItsBody() throws IOException {
        HttpResponse<String> response =
                moonlet.send(moonlet.request("/all/head").method("HEAD", BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Length")).hasValue("1000");
    }

    @Test
    void isNotDecoded() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> response =
                    client.send(
                            moonlet.request("/all/gzip").header("Accept-Encoding", "gzip").build(),
                            BodyHandlers.ofByteArray());

            assertThat(response.headers().firstValue("Content-Encoding")).hasValue("gzip");
            assertThat(response.body()).isEqualTo(gzipped());
        }
    }

    @Test
    void isAnErrorIfItWasOne() throws IOException {
        HttpResponse<String> response = moonlet.get("/all/error");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).isEqualTo("later");
    }

    @Test
    void isNoneWithMoreHeadersThanAReplyMayHave() throws IOException {
        assertThat(moonlet.get("/all/many").statusCode()).isEqualTo(500);
    }

    @Test
    void comesAsItIsWritten() throws IOException {
        try (Socket client = ask("/all/live")) {
            assertThat(new String(client.getInputStream().readNBytes(12), US_ASCII))
                    .isEqualTo("HTTP/1.1 200");
        }
        await().until(() -> moonlet.bean(Invocations.class).running().isEmpty());
    }

    @Test
    void comesAtThePaceOfItsClientAndIsEndedWithIt() throws IOException, InterruptedException {
        Invocations invocations = moonlet.bean(Invocations.class);
        try (Socket slow = ask("/all/flood")) {
            InputStream in = slow.getInputStream();
            assertThat(in.read()).isPositive();
            AtomicLong before = new AtomicLong(-1);
            await().until(() -> before.getAndSet(WRITTEN.get()) == WRITTEN.get());
            assertThat(WRITTEN.get()).isLessThan(LARGE);
            assertThat(invocations.active().streams()).isEqualTo(1);
            assertThat(in.readNBytes(LARGE)).hasSize(LARGE);
        }
        assertThat(HUNG_UP.await(30, TimeUnit.SECONDS)).isTrue();
        await().until(() -> invocations.running().isEmpty());
    }

    private static Socket ask(String path) throws IOException {
        Socket client = new Socket("localhost", moonlet.uri("/").getPort());
        client.getOutputStream()
                .write("GET %s HTTP/1.1\r\nHost: a\r\n\r\n".formatted(path).getBytes(US_ASCII));
        return client;
    }

    private static void answerHeaders(HttpExchange exchange) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.add("Set-Cookie", "a=1");
        headers.add("X-Thing", "\u00c3\u00bc");
        headers.add("set-cookie", "b=2");
        headers.add("Connection", "X-Hop");
        headers.add("X-Hop", "1");
        headers.add("Keep-Alive", "timeout=5");
        headers.add("Proxy-Authenticate", "Basic");
        headers.add("Trailer", "X-End");
        send(exchange, 201, "made");
    }

    private static void redirect(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Location", "http://a.test/x?y");
        exchange.sendResponseHeaders(302, -1);
    }

    private static void answerPart(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Range", "bytes 0-1/9");
        send(exchange, 206, "ab");
    }

    private static void answerHead(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Length", "1000");
        exchange.sendResponseHeaders(200, -1);
    }

    private static void answerGzip(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(gzipped());
    }

    private static void answerManyHeaders(HttpExchange exchange) throws IOException {
        for (int i = 0; i < 100; i++) {
            exchange.getResponseHeaders().set("X-" + i, "x".repeat(1000));
        }
        send(exchange, 200, "x");
    }

    private static void flood(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        byte[] bytes = new byte[65536];
        try (OutputStream body = exchange.getResponseBody()) {
            while (true) {
                body.write(bytes);
                WRITTEN.addAndGet(bytes.length);
            }
        } finally {
            HUNG_UP.countDown();
        }
    }

    /** Begins, and goes on for as long as it is listened to. */
    private static void answerLive(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write('x');
        exchange.getResponseBody().flush();
        exchange.getRequestBody().readAllBytes();
        try {
            TimeUnit.MINUTES.sleep(1);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        exchange.sendResponseHeaders(status, body.length());
        exchange.getResponseBody().write(body.getBytes(US_ASCII));
    }

    private static byte[] gzipped() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(new byte[10_000]);
        }
        return bytes.toByteArray();
    }
}
