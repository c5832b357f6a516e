package dev.moonlet.operation.http;

import static dev.moonlet.operation.http.SendRequestTest.assertFails;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlet.operation.Kind;
import dev.moonlet.operation.OperationFailed;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.LifecycleException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests over TLS, which speak HTTP/2. */
class Http2Test {

    @TempDir private Path folder;
    private SecureWeb web;
    private Requests requests;

    @BeforeEach
    void start()
            throws IOException, InterruptedException, LifecycleException, GeneralSecurityException {
        web = new SecureWeb(folder);
        requests = Requests.trusting(web.trust(), "a.test", "b.test");
    }

    @AfterEach
    void stop() throws LifecycleException {
        requests.close();
        web.close();
    }

    @Test
    void speaksHttp2() throws InterruptedException, OperationFailed {
        assertThat(text(requests.get(web.at("/")))).isEqualTo("HTTP/2.0 GET 0");
        assertThat(text(requests.send(Requests.posting(web.at("/"), new byte[200_000]))))
                .isEqualTo("HTTP/2.0 POST 200000");
    }

    @Test
    void sendsManyRequestsThroughOneConnection()
            throws InterruptedException, OperationFailed, ExecutionException {
        requests.get(web.at("/"));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Response>> responses = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                responses.add(threads.submit(() -> requests.get(web.at("/"))));
            }
            for (Future<Response> response : responses) {
                assertThat(text(response.get())).isEqualTo("HTTP/2.0 GET 0");
            }
        }
        assertThat(web.connections()).isEqualTo(1);
    }

    @Test
    void keepsTheConnectionWhenARequestIsInterrupted()
            throws InterruptedException, OperationFailed {
        FutureTask<Response> waiting = new FutureTask<>(() -> requests.get(web.at("/wait")));
        Thread thread = Thread.ofVirtual().start(waiting);
        assertThat(web.waiting.await(30, TimeUnit.SECONDS)).isTrue();

        thread.interrupt();

        assertThat(thread.join(Duration.ofSeconds(30))).isTrue();
        assertThat(waiting.exceptionNow()).isInstanceOf(InterruptedException.class);
        assertThat(text(requests.get(web.at("/")))).isEqualTo("HTTP/2.0 GET 0");
        assertThat(web.connections()).isEqualTo(1);
    }

    @Test
    void refusesACertificateThatNobodyTrusts() {
        try (Requests others = Requests.to("a.test")) {
            assertFails(() -> others.get(web.at("/")), Kind.UNAVAILABLE, "no TLS with a.test:");
        }
        assertThat(web.connections()).isZero();
    }

    @Test
    void refusesTheCertificateOfAnotherHost() {
        assertFails(
                () -> requests.get(web.at("/").replace("a.test", "b.test")),
                Kind.UNAVAILABLE,
                "no TLS with b.test:");
        assertThat(web.connections()).isZero();
    }

    private static String text(Response response) {
        return new String(response.body(), UTF_8);
    }
}
