package dev.moonlet.module.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlet.module.TestKit;
import dev.moonlet.operation.Answer;
import dev.moonlet.operation.Kind;
import dev.moonlet.operation.http.Response;
import dev.moonlet.operation.http.SendAll;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several requests in one call. */
class RequestAllTest {

    private final TestKit kit =
            TestKit.of(new HttpModule())
                    .answering(
                            SendAll.class,
                            all -> all.requests().stream().map(RequestAllTest::answer).toList());

    private static Answer answer(Object request) {
        return request.toString().endsWith("bad.test")
                ? new Answer.Failed(Kind.UNAVAILABLE, "it is down")
                : new Answer.Value(new Response(200, request.toString(), List.of(), new byte[0]));
    }

    private @Nullable Object run(String script) {
        return kit.run("local http = require 'http'\n" + script);
    }

    @Test
    void returnsWhatBecameOfEach() {
        assertThat(
                        run(
                                """
                                local all = http.request_all {
                                  {url = 'http://a.test'},
                                  {url = 'http://bad.test', method = 'PUT'},
                                  {url = 'http://b.test', method = 'post', json = 1},
                                }
                                return {
                                  #all, all[1][1].url, all[2][1] == nil, all[2][2]:kind(),
                                  all[3][1].url, all[3][2] == nil,
                                }
                                """))
                .isEqualTo(
                        List.of(
                                3L,
                                "GET http://a.test",
                                true,
                                "Unavailable",
                                "POST http://b.test",
                                true));
    }

    @Test
    void sendsNothingIfNothingIsAsked() {
        assertThat(run("return #http.request_all {}")).isEqualTo(0L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{{}}                   | item 1: field 'url': string expected, got nil",
                "{{url='x'}, {uri='x'}} | item 2: field 'url': string expected, got nil",
                "{{url='x', body={}}}   | item 1: field 'body': string expected, got table",
                "{{url='x', a=1}}       | item 1: unknown option 'a', known are method, url, headers",
                "{{url='x', method=''}} | item 1: the method '' can't be sent",
                "{{url='x', body='x'}}  | item 1: a GET has no body"
            })
    void tellsWhichIsWrong(String requests, String reason) {
        assertThatThrownBy(() -> run("http.request_all " + requests))
                .hasMessageStartingWith("test.lua:2: bad argument #1 to 'request_all' (" + reason);
    }

    @Test
    void sendsNotTooMany() {
        assertThatThrownBy(() ->
                        run(
                                """
                                local all = {}
                                for i = 1, 101 do all[i] = {url = 'http://a.test'} end
                                http.request_all(all)
                                """))
                .hasMessageContaining("(100 requests at most, got 101)");
    }
}
