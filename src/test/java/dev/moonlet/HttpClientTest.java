package dev.moonlet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.moonlet.module.Module;
import dev.moonlet.module.TestKit;
import dev.moonlet.operation.Answer;
import dev.moonlet.operation.Dispatchers;
import dev.moonlet.operation.Operation;
import dev.moonlet.operation.OperationFailed;
import dev.moonlet.operation.Scope;
import dev.moonlet.operation.http.SendAll;
import dev.moonlet.operation.http.SendRequest;
import dev.moonlet.security.Caller;
import dev.moonlet.security.Permissions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Scripts that ask a server, with all parts of the service between them. */
class HttpClientTest {

    private static HttpServer server;
    private static ConfigurableApplicationContext service;
    private static TestKit kit;

    @BeforeAll
    static void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/items",
                exchange -> {
                    try (exchange) {
                        byte[] body = "{\"items\":[1,2]}".getBytes(UTF_8);
                        exchange.sendResponseHeaders(200, body.length);
                        exchange.getResponseBody().write(body);
                    }
                });
        server.start();
        service =
                new SpringApplicationBuilder(Moonlet.class, Granting.class)
                        .web(WebApplicationType.NONE)
                        .lazyInitialization(true)
                        .run("--moonlet.client.hosts=localhost:" + port());
        Dispatchers dispatchers = service.getBean(Dispatchers.class);
        kit =
                TestKit.of(service.getBeansOfType(Module.class).values().toArray(Module[]::new))
                        .answering(SendRequest.class, asked -> perform(dispatchers, asked))
                        .answering(SendAll.class, asked -> perform(dispatchers, asked));
    }

    @AfterAll
    static void stop() {
        service.close();
        server.stop(0);
    }

    @Test
    void readsJson() {
        assertThat(run("return #http.get(url .. '/items', {timeout = '5s'}):json().items"))
                .isEqualTo(2L);
    }

    @Test
    void takesAStatusForAResponse() {
        assertThat(run("return http.post(url .. '/nothing', {json = {}}).status")).isEqualTo(404L);
    }

    @Test
    void asksSeveralAtOnce() {
        assertThat(
                        run(
                                """
                                local all = http.request_all {
                                  {url = url .. '/items'}, {url = 'http://example.invalid/'},
                                }
                                return {all[1][1].status, all[2][2]:kind()}
                                """))
                .isEqualTo(List.of(200L, "PermissionDenied"));
    }

    @Test
    void reachesNobodyElse() {
        assertThat(
                        run(
                                """
                                local _, err = http.get('http://127.0.0.1:%d/items')
                                return {err:kind(), err:message()}
                                """
                                        .formatted(port())))
                .isEqualTo(
                        List.of(
                                "PermissionDenied",
                                "the host 127.0.0.1:%d is not allowed: it is not in moonlet.client.hosts"
                                        .formatted(port())));
    }

    private static @Nullable Object run(String script) {
        return kit.run(
                "local http, url = require 'http', 'http://localhost:%d'\n%s"
                        .formatted(port(), script));
    }

    private static int port() {
        return server.getAddress().getPort();
    }

    private static @Nullable Object perform(Dispatchers dispatchers, Operation asked)
            throws OperationFailed {
        Scope scope = new Scope("1", Caller.ANONYMOUS, Instant.now().plusSeconds(30));
        return switch (dispatchers.perform(asked, scope)) {
            case Answer.Value(Object value) -> value;
            case Answer.Failed(var kind, String message) ->
                    throw new OperationFailed(kind, message);
        };
    }

    /** What a policy will do; no component, or every test would get it. */
    static class Granting {

        @Bean
        @Primary
        Permissions granting() {
            return (_, permission) -> permission.action().equals("http.request");
        }
    }
}
