package dev.moonlet.module.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlet.module.TestKit;
import dev.moonlet.operation.Kind;
import dev.moonlet.operation.OperationFailed;
import dev.moonlet.operation.http.Header;
import dev.moonlet.operation.http.Response;
import dev.moonlet.operation.http.SendRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What scripts see of responses. */
class ResponseTest {

    private Response response = new Response(200, "http://a.test/", List.of(), new byte[0]);
    private final TestKit kit =
            TestKit.of(new HttpModule()).answering(SendRequest.class, _ -> response);

    private @Nullable Object run(String script) {
        return kit.run("local http = require 'http'\n" + script);
    }

    @Test
    void showsWhatWasAnswered() {
        response =
                new Response(
                        404,
                        "http://a.test/y",
                        List.of(new Header("Content-Type", "application/json")),
                        "{\"a\":[1]}".getBytes(UTF_8));

        assertThat(
                        run(
                                """
                                local r = assert(http.get('http://a.test/x'))
                                return {
                                  r.status, r.url, r.text, r:json().a[1],
                                  r.headers['content-TYPE'], r.other == nil,
                                }
                                """))
                .isEqualTo(
                        List.of(
                                404L,
                                "http://a.test/y",
                                "{\"a\":[1]}",
                                1L,
                                "application/json",
                                true));
    }

    @Test
    void showsHeadersThatCameSeveralTimes() {
        response =
                new Response(
                        200,
                        "",
                        List.of(
                                new Header("Vary", "a"),
                                new Header("vary", "b"),
                                new Header("Set-Cookie", "c=1"),
                                new Header("Set-Cookie", "d=2, e"),
                                new Header("X-Kind", "one")),
                        new byte[0]);

        assertThat(
                        run(
                                """
                                local r = assert(http.get('http://a.test/x'))
                                return {
                                  r.headers.Vary, r:header_values('Set-Cookie'),
                                  r:header_values('x-kind'), #r:header_values('x-none'),
                                }
                                """))
                .isEqualTo(List.of("a, b", List.of("c=1", "d=2, e"), List.of("one"), 0L));
    }

    @Test
    void canNotBeChanged() {
        assertThat(
                        run(
                                """
                                local r = assert(http.get('http://a.test/x'))
                                return {pcall(function() r.status = 1 end)}
                                """))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .first()
                .isEqualTo(false);
    }

    @Test
    void keepsTheBytesOfABody() {
        response = new Response(200, "", List.of(), new byte[] {0, -1, 'x'});

        assertThat(run("return http.get('http://a.test').text == '\\0\\xffx'")).isEqualTo(true);
    }

    @Test
    void tellsThatABodyIsNoJson() {
        response = new Response(200, "", List.of(), "<html>".getBytes(UTF_8));

        assertThat(
                        run(
                                """
                                local value, err = http.get('http://a.test'):json()
                                return value == nil and err:kind()
                                """))
                .isEqualTo("Invalid");
    }

    @Test
    void tellsWhatHasFailed() {
        TestKit failing =
                TestKit.of(new HttpModule())
                        .answering(
                                SendRequest.class,
                                _ -> {
                                    throw new OperationFailed(Kind.UNAVAILABLE, "it is down");
                                });

        assertThat(
                        failing.run(
                                """
                                local r, err = require('http').get('http://a.test')
                                return {r == nil, err:kind(), err:message(), err:retryable()}
                                """))
                .isEqualTo(List.of(true, "Unavailable", "it is down", true));
    }
}
