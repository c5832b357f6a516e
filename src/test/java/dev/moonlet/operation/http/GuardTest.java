package dev.moonlet.operation.http;

import static dev.moonlet.operation.http.SendRequestTest.assertFails;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlet.operation.Kind;
import dev.moonlet.operation.OperationFailed;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where requests may not go, whatever leads them there; 127.0.0.2 stands for the internet. */
class GuardTest {

    private Web web;

    @BeforeEach
    void start() throws IOException {
        web = new Web().echoing("/echo");
    }

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void refusesAHostThatIsNotListed() {
        try (Requests requests = Requests.to("b.test")) {
            assertFails(
                    () -> requests.get(web.at("a.test", "/echo")),
                    Kind.PERMISSION_DENIED,
                    "the host a.test:%d is not allowed: it is not in moonlet.client.hosts"
                            .formatted(web.port()));
        }
        assertThat(web.connections()).isZero();
    }

    @Test
    void refusesAPrivateAddressOfAHostThatIsNotNamed() {
        try (Requests requests = Requests.to("*")) {
            assertFails(
                    () -> requests.get(web.at("a.test", "/echo")),
                    Kind.PERMISSION_DENIED,
                    "a.test:%d is not at a public address".formatted(web.port()));
        }
        assertThat(web.connections()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1",
                "2130706433",
                "0177.0.0.1",
                "0x7f.0.0.1",
                "0x7f000001",
                "0",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "localhost"
            })
    void refusesAPrivateAddressHoweverItIsSpelled(String host) {
        try (Requests requests = Requests.of(Dns.SYSTEM, (_, _) -> true, "*")) {
            assertThat(kind(requests, web.at(host, "/echo")))
                    .isIn(Kind.PERMISSION_DENIED, Kind.UNAVAILABLE);
        }
        assertThat(web.connections()).isZero();
    }

    @Test
    void goesToAPublicAddressAndToANamedHost() throws InterruptedException, OperationFailed {
        try (Requests requests = Requests.of(named("127.0.0.2"), (_, _) -> true, "*.test")) {
            assertThat(requests.get(web.at("a.test", "/echo")).status()).isEqualTo(200);
        }
        try (Requests requests = Requests.to("*.test", "a.test:" + web.port())) {
            assertThat(requests.get(web.at("a.test", "/echo")).status()).isEqualTo(200);
        }
    }

    @Test
    void looksANameUpOnceForAConnection() throws InterruptedException, OperationFailed {
        List<String> asked = new ArrayList<>();
        Dns names =
                name -> {
                    asked.add(name);
                    return List.of(
                            InetAddress.getByName(asked.size() == 1 ? "127.0.0.2" : "127.0.0.1"));
                };
        try (Requests requests = Requests.of(names, (_, _) -> true, "*")) {
            assertThat(requests.get(web.at("a.test", "/echo")).status()).isEqualTo(200);
            assertThat(requests.get(web.at("a.test", "/echo")).status()).isEqualTo(200);
        }
        assertThat(asked).containsExactly("a.test");
    }

    @Test
    void checksEachAnswerOfAResolverThatChangesItsMind()
            throws InterruptedException, OperationFailed {
        Queue<String> answers = new ArrayDeque<>(List.of("127.0.0.2", "127.0.0.1"));
        Dns names = _ -> List.of(InetAddress.getByName(String.valueOf(answers.poll())));
        web.serving(
                "/last",
                exchange -> {
                    exchange.getResponseHeaders().set("Connection", "close");
                    Web.send(exchange, 200, new byte[0]);
                });
        try (Requests requests = Requests.of(names, (_, _) -> true, "*")) {
            assertThat(requests.get(web.at("a.test", "/last")).status()).isEqualTo(200);
            assertFails(
                    () -> requests.get(web.at("a.test", "/last")),
                    Kind.PERMISSION_DENIED,
                    "a.test:%d is not at a public address".formatted(web.port()));
        }
        assertThat(answers).isEmpty();
        assertThat(web.connections()).isEqualTo(1);
    }

    @Test
    void asksForThePermissionOfEachHop() {
        web.redirecting("/away", 302, web.at("b.test", "/echo"));
        List<String> asked = new ArrayList<>();
        try (Requests requests =
                Requests.of(
                        named("127.0.0.1"),
                        (_, permission) -> {
                            asked.add(permission.action() + " " + permission.resource());
                            return permission.resource().startsWith("a.test");
                        },
                        "a.test",
                        "b.test")) {
            assertFails(
                    () -> requests.get(web.at("a.test", "/away")),
                    Kind.PERMISSION_DENIED,
                    "permission denied");
        }
        assertThat(asked)
                .containsExactly(
                        "http.request a.test:" + web.port(), "http.request b.test:" + web.port());
    }

    @Test
    void refusesRedirectsToWhatIsNotListed() {
        web.redirecting("/away", 307, web.at("b.test", "/echo"));
        try (Requests requests = Requests.to("a.test")) {
            assertFails(
                    () -> requests.get(web.at("a.test", "/away")),
                    Kind.PERMISSION_DENIED,
                    "the host b.test:%d is not allowed".formatted(web.port()));
        }
        assertThat(web.connections()).isEqualTo(1);
    }

    @Test
    void refusesRedirectsFromThePublicToThePrivate() {
        web.redirecting("/away", 302, web.at("127.0.0.1", "/echo"));
        try (Requests requests = Requests.of(named("127.0.0.2"), (_, _) -> true, "*")) {
            assertFails(
                    () -> requests.get(web.at("a.test", "/away")),
                    Kind.PERMISSION_DENIED,
                    "127.0.0.1:%d is not at a public address".formatted(web.port()));
        }
    }

    @Test
    void followsRedirectsWithoutCredentialsElsewhere()
            throws InterruptedException, OperationFailed {
        web.redirecting("/away", 302, web.at("b.test", "/echo"));
        web.redirecting("/here", 302, "/echo");
        try (Requests requests = Requests.to("a.test", "b.test")) {
            Response away = requests.send(secret("/away"));
            Response here = requests.send(secret("/here"));

            assertThat(new String(away.body(), UTF_8))
                    .startsWith("GET /echo")
                    .doesNotContain("Bearer");
            assertThat(away.url()).isEqualTo(web.at("b.test", "/echo"));
            assertThat(new String(here.body(), UTF_8)).contains("Bearer 1");
        }
    }

    @Test
    void endsLoops() {
        AtomicInteger asked = new AtomicInteger();
        web.serving(
                "/loop",
                exchange -> {
                    asked.incrementAndGet();
                    exchange.getResponseHeaders().set("Location", "/loop");
                    exchange.sendResponseHeaders(302, -1);
                });
        try (Requests requests = Requests.to("a.test")) {
            assertFails(
                    () -> requests.get(web.at("a.test", "/loop")),
                    Kind.INVALID,
                    "redirected more than 5 times");
        }
        assertThat(asked).hasValue(6);
    }

    @Test
    void followsNoRedirectIfNoneIsAskedFor() throws InterruptedException, OperationFailed {
        web.redirecting("/away", 302, "/echo");
        try (Requests requests = Requests.to("a.test")) {
            Bounds none = new Bounds(Optional.empty(), OptionalLong.empty(), 0);

            assertThat(requests.send(Requests.bounded(web.at("a.test", "/away"), none)))
                    .satisfies(answered -> assertThat(answered.status()).isEqualTo(302))
                    .satisfies(answered ->
                            assertThat(answered.headers())
                                    .contains(new Header("Location", "/echo")));
        }
    }

    private SendRequest secret(String path) {
        return Requests.request(
                "GET", web.at("a.test", path), new Header("Authorization", "Bearer 1"));
    }

    private static Dns named(String address) {
        return _ -> List.of(InetAddress.getByName(address));
    }

    private static Kind kind(Requests requests, String url) {
        try {
            requests.get(url);
        } catch (OperationFailed failed) {
            return failed.kind();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        throw new AssertionError("it was answered");
    }
}
