package dev.moonlet.operation.http;

import static dev.moonlet.operation.http.SendRequestTest.assertFails;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.moonlet.operation.Kind;
import dev.moonlet.operation.OperationFailed;
import dev.moonlet.operation.Scope;
import dev.moonlet.security.Caller;
import java.io.IOException;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import okhttp3.Dns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that fail, and requests that are given up. */
class BreakTest {

    private static final Duration SHORT = Duration.ofMillis(200);

    @Test
    void tellsThatNobodyListens() throws Exception {
        String url;
        try (RawServer gone = new RawServer((_, _) -> {})) {
            url = gone.url();
        }
        try (Requests requests = Requests.to("a.test")) {
            assertFails(() -> requests.get(url), Kind.UNAVAILABLE, "a.test:");
        }
    }

    @Test
    void tellsThatAHostIsUnknown() {
        Dns nobody =
                name -> {
                    throw new UnknownHostException(name);
                };
        try (Requests requests = Requests.of(nobody, (_, _) -> true, "a.test")) {
            assertFails(
                    () -> requests.get("http://a.test/"),
                    Kind.UNAVAILABLE,
                    "the host a.test is unknown");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc",
                "HTTP/1.1 204 No Content\r\nContent-Length: 3\r\n\r\nabc"
            })
    void tellsThatAServerHasHungUpOrTalksNonsense(String answer) throws Exception {
        try (RawServer server = new RawServer((_, connection) -> write(connection, answer));
                Requests requests = Requests.to("a.test")) {
            assertFails(() -> requests.get(server.url()), Kind.UNAVAILABLE, "a.test:");
        }
    }

    @Test
    void repeatsWhatMayBeDoneTwiceIfAKeptConnectionBreaks()
            throws IOException, InterruptedException, OperationFailed {
        try (RawServer server = new RawServer(BreakTest::answerOnce);
                Requests requests = Requests.to("a.test")) {
            requests.get(server.url());

            assertThat(requests.get(server.url()).status()).isEqualTo(200);
            assertThat(server.accepted()).isEqualTo(2);
        }
    }

    @Test
    void doesNotRepeatWhatMayHaveBeenDone()
            throws IOException, InterruptedException, OperationFailed {
        try (RawServer server = new RawServer(BreakTest::answerOnce);
                Requests requests = Requests.to("a.test")) {
            requests.get(server.url());

            assertFails(
                    () -> requests.send(Requests.posting(server.url(), new byte[1])),
                    Kind.UNAVAILABLE,
                    "a.test:");
            assertThat(server.accepted()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200",
                "HTTP/1.1 200 OK\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort"
            })
    void endsWithTheTimeoutAndClosesTheConnection(String begin)
            throws IOException, InterruptedException {
        try (RawServer server = stopping(begin);
                Requests requests = Requests.to("a.test")) {
            assertFails(
                    () -> requests.send(Requests.within(SHORT, server.url())),
                    Kind.TIMEOUT,
                    "GET %s: no response within".formatted(withoutPath(server)));
            assertThat(server.hungUp.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void endsWithTheDeadlineOfTheInvocation() throws Exception {
        try (RawServer server = stopping("");
                Requests requests = Requests.to("a.test")) {
            Scope brief = new Scope("1", Caller.ANONYMOUS, Instant.now().plus(SHORT));

            assertFails(
                    () -> requests.send(Requests.within(Duration.ofHours(1), server.url()), brief),
                    Kind.TIMEOUT,
                    "GET %s: no response within".formatted(withoutPath(server)));
        }
    }

    @Test
    void doesNotWaitForANameBeyondTheTimeout() {
        CountDownLatch end = new CountDownLatch(1);
        Dns slow =
                name -> {
                    try {
                        end.await();
                    } catch (InterruptedException interrupted) {
                        Thread.currentThread().interrupt();
                    }
                    throw new UnknownHostException(name);
                };
        try (Requests requests = Requests.of(slow, (_, _) -> true, "a.test")) {
            assertFails(
                    () -> requests.send(Requests.within(SHORT, "http://a.test/")),
                    Kind.TIMEOUT,
                    "GET http://a.test: no response within");
        } finally {
            end.countDown();
        }
    }

    @Test
    void endsAtOnceWhenItIsInterrupted() throws IOException, InterruptedException {
        try (RawServer server = stopping("HTTP/1.1 200 OK\r\n");
                Requests requests = Requests.to("a.test")) {
            FutureTask<Response> waiting = new FutureTask<>(() -> requests.get(server.url()));
            Thread thread = Thread.ofVirtual().start(waiting);
            assertThat(server.asked.await(30, TimeUnit.SECONDS)).isTrue();

            thread.interrupt();

            assertThat(server.hungUp.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(thread.join(Duration.ofSeconds(30))).isTrue();
            assertThat(waiting.exceptionNow()).isInstanceOf(InterruptedException.class);
            await().until(() -> requests.clients().connections() == 0);
        }
    }

    @Test
    void hangsUpOnAnswersThatAreTooLarge() throws IOException, InterruptedException {
        try (RawServer server = stopping("HTTP/1.1 200 OK\r\nContent-Length: 200000\r\n\r\nx");
                Requests requests = Requests.to("a.test")) {
            assertFails(() -> requests.get(server.url()), Kind.INVALID, "the response to GET");
            assertThat(server.hungUp.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** A server that begins to answer, and waits. */
    private static RawServer stopping(String begin) throws IOException {
        return new RawServer((self, connection) -> {
            write(connection, begin);
            self.waitForHangUp(connection);
        });
    }

    /** Answers, and hangs up when it is asked again through the same connection. */
    private static void answerOnce(RawServer self, Socket connection) throws IOException {
        write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        self.readHead(connection);
    }

    private static void write(Socket connection, String text) throws IOException {
        connection.getOutputStream().write(text.getBytes(UTF_8));
        connection.getOutputStream().flush();
    }

    private static String withoutPath(RawServer server) {
        return server.url().substring(0, server.url().length() - 1);
    }
}
