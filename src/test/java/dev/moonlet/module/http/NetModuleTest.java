package dev.moonlet.module.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlet.module.TestKit;
import dev.moonlet.operation.Kind;
import dev.moonlet.operation.OperationFailed;
import dev.moonlet.operation.http.Header;
import dev.moonlet.operation.http.Response;
import dev.moonlet.operation.http.SendRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Requests whose answers come to functions. */
class NetModuleTest {

    private final TestKit kit =
            TestKit.of(new NetModule(), new HttpModule())
                    .answering(SendRequest.class, NetModuleTest::answer);

    private static Response answer(SendRequest request) throws OperationFailed {
        if (request.method().equals("DELETE")) {
            throw new OperationFailed(Kind.UNAVAILABLE, "nobody is there");
        }
        String said = request.method() + " " + new String(request.body(), UTF_8);
        return new Response(
                201,
                request.target().toString(),
                List.of(new Header("X-Kind", "made")),
                said.getBytes(UTF_8));
    }

    @Test
    void tellResponsesToAFunction() {
        kit.run(
                """
                local net = require 'net'
                net.HTTPClient():request('https://example.com/a', {
                  options = {method = 'post', data = 'body', headers = {Accept = '*/*'}, timeout = 1000},
                  success = function(response)
                    print(response.status, response.data, response.headers['x-kind'])
                  end,
                  error = print,
                })
                print('goes on')\
                """);

        assertThat(kit.printed()).containsExactly("goes on", "201\tPOST body\tmade");
    }

    @Test
    void tellFailuresToAnother() {
        kit.run(
                """
                require('net').HTTPClient():request('https://example.com/', {options = {method = 'DELETE'},
                  success = function() print('never') end,
                  error = function(reason) print('failed: ' .. reason) end})\
                """);

        assertThat(kit.printed()).containsExactly("failed: nobody is there");
    }

    @Test
    void letFunctionsYieldAndFail() {
        kit.run(
                """
                local waiting
                local client = require('net').HTTPClient()
                client:request('https://example.com/', {success = function(r)
                  waiting = coroutine.running()
                  print('resumed with ' .. coroutine.yield())
                  error('broken')
                end})
                setTimeout(function() print(coroutine.resume(waiting, 'this')) end, 100)\
                """);

        assertThat(kit.printed()).containsExactly("resumed with this", "false\ttest.lua:6: broken");
        kit.run(
                "require('net').HTTPClient():request('https://example.com/', {success = function()"
                        + " error('late') end})");
        assertThat(kit.failed()).contains("test.lua:1: late");
    }

    @Test
    void sayWhatIsWrong() {
        assertThatThrownBy(() ->
                        kit.run(
                                "require('net').HTTPClient():request('https://a.b/',"
                                        + " {options = {body = 'x'}})"))
                .hasMessageContaining(
                        "bad argument #2 to 'request' (unknown option 'body', known are method,"
                                + " headers, data, timeout)");
    }

    @Test
    void areAGroupToo() {
        assertThat(kit.run("return require('net').http == require('http')")).isEqualTo(true);
    }
}
