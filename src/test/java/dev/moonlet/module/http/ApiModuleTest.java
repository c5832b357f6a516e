package dev.moonlet.module.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlet.module.TestKit;
import dev.moonlet.operation.api.CallRoute;
import dev.moonlet.operation.http.Header;
import dev.moonlet.operation.http.Response;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What scripts say of the routes that they call. */
class ApiModuleTest {

    private final List<CallRoute> called = new ArrayList<>();
    private final TestKit kit =
            TestKit.of(new ApiModule())
                    .answering(
                            CallRoute.class,
                            call -> {
                                called.add(call);
                                return new Response(
                                        404,
                                        "/x",
                                        List.of(new Header("A", "1"), new Header("a", "2")),
                                        "{\"b\":3}".getBytes(UTF_8));
                            });

    private @Nullable Object run(String script) {
        return kit.run("local api = require 'api'\n" + script);
    }

    private CallRoute called(String call) {
        run("api." + call);
        return called.getLast();
    }

    @ParameterizedTest
    @CsvSource({
        "get,    GET",
        "post,   POST",
        "put,    PUT",
        "patch,  PATCH",
        "delete, DELETE",
        "head,   HEAD"
    })
    void hasAFunctionForEachMethod(String function, String method) {
        assertThat(called(function + "('/x')").method()).isEqualTo(method);
    }

    @Test
    void callsWithAnyOtherMethod() {
        assertThat(called("request('options', '/x')").method()).isEqualTo("OPTIONS");
    }

    @Test
    void addsTheQueryToThePath() {
        assertThat(called("get('/x')").target()).isEqualTo("/x");
        assertThat(called("get('/x', {query = {}})").target()).isEqualTo("/x");
        assertThat(called("get('/x?a=b', {query = {c = {'&', true}}})").target())
                .isEqualTo("/x?a=b&c=%26&c=true");
        assertThat(called("get('/x', {query = {['ü'] = 1}})").target()).isEqualTo("/x?%C3%BC=1");
    }

    @Test
    void sendsHeadersAndABody() {
        CallRoute call = called("post('/x', {json = {a = 1}, headers = {B = {'1', '2'}}})");

        assertThat(call.body()).asString(UTF_8).isEqualTo("{\"a\":1}");
        assertThat(call.headers())
                .containsExactly(
                        new Header("B", "1"),
                        new Header("B", "2"),
                        new Header("Content-Type", "application/json"));
        assertThat(called("put('/x', {form = {a = 'b c'}})").body())
                .asString(UTF_8)
                .isEqualTo("a=b+c");
        assertThat(called("patch('/x', {body = 'raw'})").body()).asString(UTF_8).isEqualTo("raw");
    }

    @Test
    void takesAnyStatusForAResponse() {
        assertThat(
                        run(
                                """
                                local r = api.get '/x'
                                return r.status .. r.headers.A .. r:json().b .. r.url
                                """))
                .isEqualTo("4041, 23/x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "get('/x', {timeout = 1})     | #2 to 'get' (unknown option 'timeout', known are headers, query, json, form, body)",
                "get('/x', {json = 1})        | #2 to 'get' (a GET has no body)",
                "post('/x', {json=1,body='b'})| #2 to 'post' (a request has one body, got 'json' and 'body')",
                "post('/x', {headers={Host='a'}}) | #2 to 'post' (the header 'Host' is set by the client alone)",
                "request('trace', '/x')       | #1 to 'request' (the method 'trace' can't be sent)",
                "get()                        | #1 to 'get' (string expected, got no value)"
            })
    void saysWhatIsWrongWithACall(String call, String reason) {
        assertThatThrownBy(() -> run("api." + call))
                .hasMessage("test.lua:2: bad argument " + reason);
        assertThat(called).isEmpty();
    }
}
