package dev.moonlet.operation.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlet.operation.Kind;
import dev.moonlet.operation.OperationFailed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests to a server that behaves, and how their responses are read. */
class SendRequestTest {

    private Web web;
    private Requests requests;

    @BeforeEach
    void start() throws IOException {
        web = new Web().echoing("/echo");
        requests = Requests.to("a.test", "b.test");
    }

    @AfterEach
    void stop() {
        requests.close();
        web.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE", "OPTIONS", "POST", "PUT", "PATCH", "QUERY"})
    void sendsAMethod(String method) throws InterruptedException, OperationFailed {
        Response response = requests.send(Requests.request(method, web.at("a.test", "/echo?x=1")));

        assertThat(response.status()).isEqualTo(200);
        assertThat(text(response)).startsWith(method + " /echo?x=1\n");
        assertThat(response.url()).isEqualTo(web.at("a.test", "/echo?x=1"));
    }

    @Test
    void readsNoBodyOfAHead() throws InterruptedException, OperationFailed {
        web.serving(
                "/head",
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Length", "999999999");
                    exchange.sendResponseHeaders(200, -1);
                });

        Response response = requests.send(Requests.request("HEAD", web.at("a.test", "/head")));

        assertThat(response.body()).isEmpty();
        assertThat(response.headers()).contains(new Header("Content-length", "999999999"));
    }

    @Test
    void sendsHeadersAndBodyAsTheyAre() throws InterruptedException, OperationFailed {
        byte[] body = {0, (byte) 0xff, 'x'};
        List<byte[]> came = new ArrayList<>();
        web.serving(
                "/bytes",
                exchange -> {
                    came.add(exchange.getRequestBody().readAllBytes());
                    Web.send(exchange, 201, came.getFirst());
                });

        Response response = requests.send(Requests.posting(web.at("a.test", "/bytes"), body));

        assertThat(response.status()).isEqualTo(201);
        assertThat(came.getFirst()).isEqualTo(body);
        assertThat(response.body()).isEqualTo(body);
        assertThat(echo("X-Kind", "test")).contains("X-kind: [test]", "User-agent: [Moonlet]");
        assertThat(echo("User-Agent", "mine")).contains("User-agent: [mine]");
    }

    @Test
    void keepsHeadersThatComeSeveralTimes() throws InterruptedException, OperationFailed {
        web.serving(
                "/cookies",
                exchange -> {
                    exchange.getResponseHeaders().add("Set-Cookie", "a=1");
                    exchange.getResponseHeaders().add("Set-Cookie", "b=2");
                    Web.send(exchange, 200, new byte[0]);
                });
        web.echoing("/after");

        Response response = requests.get(web.at("a.test", "/cookies"));

        assertThat(response.headers())
                .contains(new Header("Set-cookie", "a=1"), new Header("Set-cookie", "b=2"));
        assertThat(text(requests.get(web.at("a.test", "/after")))).doesNotContain("Cookie");
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 304, 400, 401, 404, 408, 429, 500, 503})
    void takesEveryStatusForAResponse(int status) throws InterruptedException, OperationFailed {
        web.serving("/status", exchange -> exchange.sendResponseHeaders(status, -1));

        assertThat(requests.get(web.at("a.test", "/status")).status()).isEqualTo(status);
    }

    @Test
    void decodesGzip() throws InterruptedException, OperationFailed {
        web.serving(
                "/zip",
                exchange -> {
                    assertThat(exchange.getRequestHeaders().getFirst("Accept-Encoding"))
                            .isEqualTo("gzip");
                    exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                    Web.send(exchange, 200, zipped(1, "hello".getBytes(UTF_8)));
                });

        Response response = requests.get(web.at("a.test", "/zip"));

        assertThat(text(response)).isEqualTo("hello");
        assertThat(response.headers()).noneMatch(each -> each.isNamed("Content-Encoding"));
    }

    @Test
    void countsBytesBehindGzip() {
        web.serving(
                "/bomb",
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                    Web.send(exchange, 200, zipped(100_000, new byte[10_000]));
                });

        assertFails(
                () -> requests.get(web.at("a.test", "/bomb")),
                Kind.INVALID,
                "the response to GET " + web.at("a.test", "") + " is larger than max_size, 102400");
    }

    @Test
    void readsWhatFitsAndNoByteMore() throws InterruptedException, OperationFailed {
        web.serving("/sized", exchange -> Web.send(exchange, 200, new byte[1000]));
        web.serving(
                "/chunked",
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write(new byte[1000]);
                });

        for (String path : List.of("/sized", "/chunked")) {
            assertThat(requests.send(sized(1000, path)).body()).hasSize(1000);
            assertFails(() -> requests.send(sized(999, path)), Kind.INVALID, "the response to GET");
        }
    }

    @Test
    void refusesToReadMoreThanTheOperatorAllows() {
        assertFails(
                () -> requests.send(sized(2 << 20, "/echo")),
                Kind.INVALID,
                "max_size is at most 1048576 bytes here (moonlet.client.max-size)");
        assertThat(web.connections()).isZero();
    }

    @Test
    void keepsConnectionsForTheNextRequest() throws InterruptedException, OperationFailed {
        for (int i = 0; i < 20; i++) {
            requests.get(web.at("a.test", "/echo"));
            requests.send(Requests.posting(web.at("a.test", "/echo"), new byte[100]));
        }

        assertThat(web.connections()).isEqualTo(1);
    }

    @Test
    void sendsManyRequestsAtOnce() throws ExecutionException, InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Response>> responses = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                String path = "/echo/" + i;
                responses.add(threads.submit(() -> requests.get(web.at("a.test", path))));
            }
            for (int i = 0; i < 50; i++) {
                assertThat(text(responses.get(i).get())).startsWith("GET /echo/" + i + "\n");
            }
        }
        assertThat(web.connections()).isBetween(1, 50);
    }

    private SendRequest sized(long size, String path) {
        return Requests.bounded(
                web.at("a.test", path), new Bounds(Optional.empty(), OptionalLong.of(size), 5));
    }

    private String echo(String name, String value) throws InterruptedException, OperationFailed {
        return text(
                requests.send(
                        Requests.request(
                                "GET", web.at("a.test", "/echo"), new Header(name, value))));
    }

    static void assertFails(ThrowingCallable request, Kind kind, String message) {
        assertThatThrownBy(request)
                .isInstanceOfSatisfying(
                        OperationFailed.class, failed -> assertThat(failed.kind()).isEqualTo(kind))
                .hasMessageStartingWith(message);
    }

    private static String text(Response response) {
        return new String(response.body(), UTF_8);
    }

    private static byte[] zipped(int times, byte[] part) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(zipped)) {
            for (int i = 0; i < times; i++) {
                zip.write(part);
            }
        }
        return zipped.toByteArray();
    }
}
