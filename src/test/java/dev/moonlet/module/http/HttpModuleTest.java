package dev.moonlet.module.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlet.module.TestKit;
import dev.moonlet.operation.http.Bounds;
import dev.moonlet.operation.http.Header;
import dev.moonlet.operation.http.Response;
import dev.moonlet.operation.http.SendRequest;
import dev.moonlet.security.Permission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What scripts say of requests. */
class HttpModuleTest {

    private final List<SendRequest> sent = new ArrayList<>();
    private final TestKit kit =
            TestKit.of(new HttpModule())
                    .answering(
                            SendRequest.class,
                            request -> {
                                sent.add(request);
                                return new Response(200, "", List.of(), new byte[0]);
                            });

    private @Nullable Object run(String script) {
        return kit.run("local http = require 'http'\n" + script);
    }

    private SendRequest sent(String call) {
        run("http." + call);
        return sent.getLast();
    }

    @ParameterizedTest
    @CsvSource({
        "get,          GET",
        "post,         POST",
        "put,          PUT",
        "patch,        PATCH",
        "delete,       DELETE",
        "head,         HEAD"
    })
    void hasAFunctionForEachMethod(String function, String method) {
        assertThat(sent(function + "('http://a.test/x')"))
                .satisfies(request -> assertThat(request.method()).isEqualTo(method))
                .hasToString(method + " http://a.test");
    }

    @Test
    void sendsAnyOtherMethod() {
        assertThat(sent("request('options', 'http://a.test/x')").method()).isEqualTo("OPTIONS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECT", "trace", "", "GET /", "GÉT", "A\\r\\nB: c"})
    void sendsNoMethodThatIsNone(String method) {
        assertThatThrownBy(() -> run("http.request('%s', 'http://a.test')".formatted(method)))
                .hasMessageStartingWith("test.lua:2: bad argument #1 to 'request' (the method '")
                .hasMessageEndingWith("' can't be sent)");
    }

    @Test
    void needsPermissionForTheHost() {
        assertThat(sent("get('https://a.test:8443/x')").permission())
                .contains(new Permission("http.request", "a.test:8443"));
    }

    @Test
    void sendsHeaders() {
        assertThat(sent("get('http://a.test', {headers = {B = {'1', '2'}, A = 7}})").headers())
                .containsExactly(new Header("A", "7"), new Header("B", "1"), new Header("B", "2"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{['A b'] = '1'} | 'A b' is no name of a header",
                "{[''] = '1'} | '' is no name of a header",
                "{['A\\r\\nB'] = '1'} | is no name of a header",
                "{A = 'b\\r\\nC: d'} | the header 'A' has a character that no header may have",
                "{A = 'b\\0'} | the header 'A' has a character that no header may have",
                "{A = {'x'; 'ü'}} | the header 'A' has a character that no header may have",
                "{Host = 'b.test'} | the header 'Host' is set by the client alone",
                "{['content-length'] = '1'} | the header 'content-length' is set by the client alone",
                "{['Transfer-Encoding']='x'} | the header 'Transfer-Encoding' is set by the client alone",
                "{Connection = 'close'} | the header 'Connection' is set by the client alone",
                "{'A: b'} | field 'headers': names expected",
                "{A = true} | bad argument #2 to 'get' (field 'headers': field 'A':"
            })
    void sendsNoHeaderThatIsNone(String headers, String reason) {
        assertThatThrownBy(
                        () -> run("http.get('http://a.test', {headers = %s})".formatted(headers)))
                .hasMessageStartingWith("test.lua:2: bad argument #2 to 'get' (")
                .hasMessageContaining(reason.strip());
        assertThat(sent).isEmpty();
    }

    @Test
    void sendsJson() {
        SendRequest request = sent("post('http://a.test', {json = {a = {1, 2}}})");

        assertThat(request.body()).asString(UTF_8).isEqualTo("{\"a\":[1,2]}");
        assertThat(request.headers())
                .containsExactly(new Header("Content-Type", "application/json"));
    }

    @Test
    void sendsForms() {
        SendRequest request =
                sent("post('http://a.test', {form = {b = {'x y', true}, a = '&=ü'}})");

        assertThat(request.body()).asString(UTF_8).isEqualTo("a=%26%3D%C3%BC&b=x+y&b=true");
        assertThat(request.headers())
                .containsExactly(new Header("Content-Type", "application/x-www-form-urlencoded"));
    }

    @Test
    void sendsBytes() {
        SendRequest request = sent("put('http://a.test', {body = '\\0\\xff'})");

        assertThat(request.body()).asString(ISO_8859_1).isEqualTo("\0\u00ff");
        assertThat(request.headers()).isEmpty();
    }

    @Test
    void keepsTheTypeThatAScriptSays() {
        assertThat(
                        sent("""
                        post('http://a.test', {
                          json = 1, headers = {['content-type'] = 'text/json'}})
                        """)
                                .headers())
                .containsExactly(new Header("content-type", "text/json"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{user = 'ann', password = 'ü:1'} | Basic YW5uOsO8OjE=",
                "{bearer = 'abc'} | Bearer abc"
            })
    void signsIn(String auth, String expected) {
        assertThat(sent("get('http://a.test', {auth = %s})".formatted(auth)).headers())
                .containsExactly(new Header("Authorization", expected));
    }

    @Test
    void bounds() {
        assertThat(sent("get('http://a.test')").bounds()).isEqualTo(Bounds.USUAL);
        assertThat(sent("get('http://a.test', {timeout = 1500})").bounds().timeout())
                .contains(Duration.ofMillis(1500));
        assertThat(
                        sent("get('http://a.test', {timeout='2s', max_size='2MB', redirects=0})")
                                .bounds())
                .isEqualTo(
                        new Bounds(
                                Optional.of(Duration.ofSeconds(2)), OptionalLong.of(2 << 20), 0));
        assertThat(sent("get('http://a.test', {timeout=1e300, max_size=10})").bounds())
                .isEqualTo(new Bounds(Optional.of(Duration.ofDays(1)), OptionalLong.of(10), 5));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{tiemout = 1}        | unknown option 'tiemout', known are headers, query, json,",
                "{url = 'x'}          | unknown option 'url'",
                "{json = 1, body = 1} | a request has one body, got 'json' and 'body'",
                "{json = print}       | field 'json': a function has no JSON form",
                "{body = {}}          | field 'body': string expected, got table",
                "{timeout = 'soon'}   | field 'timeout': milliseconds, or a text like '250ms'",
                "{timeout = 0}        | field 'timeout': more than nothing expected, got '0'",
                "{timeout = -1}       | field 'timeout': more than nothing expected, got '-1'",
                "{max_size = 'big'}   | field 'max_size': bytes, or a text like '64KB'",
                "{max_size = -1}      | field 'max_size': nothing or more expected, got '-1'",
                "{redirects = -1}     | field 'redirects': 0 to 20 expected, got '-1'",
                "{redirects = 21}     | field 'redirects': 0 to 20 expected, got '21'",
                "{redirects = 1.5}    | field 'redirects': number has no integer representation",
                "{auth = {}}          | field 'auth': {user=, password=} or {bearer=} expected",
                "{auth = {user='a'}}  | field 'auth': {user=, password=} or {bearer=} expected",
                "{auth = {bearer='a', user='b', password='c'}} | field 'auth': {user=, password=}",
                "{auth = {user='a:b', password=''}} | field 'auth': a user's name has no ':'",
                "{auth = {bearer='a\\nb'}} | the header 'Authorization' has a character",
                "{auth = {bearer='a'}, headers = {authorization='b'}} | both 'auth' and the header",
                "{query = {'a'}}      | field 'query': names expected, got the key 1"
            })
    void tellsWhatIsWrongWithOptions(String options, String reason) {
        assertThatThrownBy(() -> run("http.post('http://a.test', %s)".formatted(options)))
                .hasMessageStartingWith("test.lua:2: bad argument #2 to 'post' (" + reason);
        assertThat(sent).isEmpty();
    }

    @Test
    void sendsNoBodyWithAGet() {
        assertThatThrownBy(() -> run("http.get('http://a.test', {json = 1})"))
                .hasMessage("test.lua:2: bad argument #2 to 'get' (a GET has no body)");
    }
}
