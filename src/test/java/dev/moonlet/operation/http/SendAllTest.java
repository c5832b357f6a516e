package dev.moonlet.operation.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlet.operation.Answer;
import dev.moonlet.operation.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests that are sent at once. */
class SendAllTest {

    private Web web;
    private Requests requests;

    @BeforeEach
    void start() throws IOException {
        web = new Web().echoing("/echo");
        requests = Requests.to("a.test");
    }

    @AfterEach
    void stop() {
        requests.close();
        web.close();
    }

    @Test
    void areAnsweredInTheirOrder() throws InterruptedException {
        List<Answer> answers =
                send(IntStream.range(0, 50).mapToObj(i -> web.at("a.test", "/echo/" + i)));

        for (int i = 0; i < 50; i++) {
            assertThat(text(answers.get(i))).startsWith("GET /echo/" + i + "\n");
        }
    }

    @Test
    void areSentAtOnceAndNotTooManyAtATime() throws InterruptedException {
        CountDownLatch together = new CountDownLatch(SendAllDispatcher.AT_ONCE);
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        web.serving(
                "/together",
                exchange -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    together.countDown();
                    await(together);
                    now.decrementAndGet();
                    Web.send(exchange, 200, new byte[0]);
                });

        List<Answer> answers =
                send(IntStream.range(0, 40).mapToObj(_ -> web.at("a.test", "/together")));

        assertThat(answers).hasSize(40).allMatch(each -> each instanceof Answer.Value);
        assertThat(most).hasValue(SendAllDispatcher.AT_ONCE);
    }

    @Test
    void failEachByItself() throws InterruptedException {
        web.redirecting("/away", 302, web.at("b.test", "/echo"));

        List<Answer> answers =
                send(
                        Arrays.asList(
                                web.at("a.test", "/echo"),
                                web.at("b.test", "/echo"),
                                web.at("a.test", "/away"),
                                "no address")
                                .stream());

        assertThat(text(answers.getFirst())).startsWith("GET /echo");
        assertThat(answers.subList(1, 4))
                .extracting(each -> ((Answer.Failed) each).kind())
                .containsExactly(Kind.PERMISSION_DENIED, Kind.PERMISSION_DENIED, Kind.INVALID);
    }

    @Test
    void askForThePermissionOfEach() throws InterruptedException {
        try (Requests denied =
                Requests.of(
                        _ -> List.of(InetAddress.getLoopbackAddress()),
                        (_, _) -> false,
                        "a.test")) {
            requests = denied;

            assertThat(send(List.of(web.at("a.test", "/echo")).stream()))
                    .containsExactly(
                            new Answer.Failed(Kind.PERMISSION_DENIED, "permission denied"));
        }
        assertThat(web.connections()).isZero();
    }

    @Test
    void shareTheRoomForTheirBodies() throws InterruptedException {
        web.serving("/large", exchange -> Web.send(exchange, 200, new byte[100_000]));

        List<Answer> answers =
                send(IntStream.range(0, 20).mapToObj(_ -> web.at("a.test", "/large")));

        assertThat(answers)
                .filteredOn(each -> each instanceof Answer.Value)
                .hasSizeLessThanOrEqualTo(10);
        assertThat(answers)
                .contains(
                        new Answer.Failed(
                                Kind.INVALID,
                                "the responses are together larger than moonlet.client.max-size,"
                                        + " 1048576 bytes"));
    }

    @Test
    void endAtOnceWhenTheyAreInterrupted() throws IOException, InterruptedException {
        try (RawServer server = new RawServer(RawServer::waitForHangUp)) {
            FutureTask<List<Answer>> waiting =
                    new FutureTask<>(() -> send(List.of(server.url(), server.url()).stream()));
            Thread thread = Thread.ofVirtual().start(waiting);
            assertThat(server.asked.await(30, TimeUnit.SECONDS)).isTrue();

            thread.interrupt();

            assertThat(thread.join(Duration.ofSeconds(30))).isTrue();
            assertThat(waiting.exceptionNow()).isInstanceOf(InterruptedException.class);
            assertThat(server.hungUp.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    private List<Answer> send(Stream<String> urls) throws InterruptedException {
        SendAll all = new SendAll(urls.map(url -> Requests.request("GET", url)).toList());
        return new SendAllDispatcher(requests.sender()).perform(all, Requests.SCOPE);
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
    }

    private static String text(Answer answer) {
        Object response = ((Answer.Value) answer).value();
        return response instanceof Response given ? new String(given.body(), UTF_8) : "";
    }
}
