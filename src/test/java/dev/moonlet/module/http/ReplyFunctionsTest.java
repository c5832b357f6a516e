package dev.moonlet.module.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlet.module.TestKit;
import dev.moonlet.operation.http.Response;
import dev.moonlet.operation.http.SendRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the module http makes of what a handler is to answer. */
class ReplyFunctionsTest {

    private final TestKit kit =
            TestKit.of(new HttpModule())
                    .answering(
                            SendRequest.class, _ -> new Response(200, "", List.of(), new byte[0]));

    private @Nullable Object run(String expression) {
        return kit.run("local http = require 'http'\nreturn " + expression);
    }

    @Test
    void lookAsTheyWereMade() {
        assertThat(run("http.response({status = 201, body = 'x'}).status")).isEqualTo(201L);
        assertThat(run("http.response({status = 201, body = 'x'}).body")).isEqualTo("x");
        assertThat(run("http.response({headers = {A = '1'}}).headers.A")).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{staus = 1}          | unknown option 'staus', known are status, headers, body,",
                "{status = 99}        | the status of a reply is from 200 to 599, not '99'",
                "{status = 600}       | the status of a reply is from 200 to 599, not '600'",
                "{status = 'abc'}     | field 'status': number expected, got string",
                "{status = 200.5}     | field 'status':",
                "{headers = 'A: b'}   | field 'headers': table<string, string|string[]> expected",
                "{headers = {A = {}, a = {}, B = print}} | field 'headers': field 'B':",
                "{headers = {A = 'b\\r\\nC: d'}} | the header 'A' has a character that no header",
                "{headers = {A = '1', a = '2'}} | is given twice: write several values as a list",
                "{headers = {A = {x = '1'}}} | the header 'A' is a table that is no list",
                "{headers = {['A b'] = '1'}} | the header 'A b' has a character that no header",
                "{headers = {['transfer-encoding'] = 'x'}} | is set by the server alone",
                "{headers = {['Content-Type'] = 'a/b'}, content_type = 'c/d'} | is given twice",
                "{content_type = 'a/b\\nC: d'} | the header 'Content-Type' has a character",
                "{cookies = {'a=b\\r\\nC: d'}} | the header 'Set-Cookie' has a character",
                "{cookies = {a = 'b'}} | the header 'Set-Cookie' is a table that is no list"
            })
    void saysWhereAReplyIsMadeThatIsNone(String reply, String reason) {
        assertThatThrownBy(() -> run("http.response(%s)".formatted(reply)))
                .hasMessageStartingWith("test.lua:2: bad argument #1 to 'response' (")
                .hasMessageContaining(reason);
    }

    @Test
    void sendsNoMoreHeadersThanClientsRead() {
        String many =
                "(function() local h = {} for i = 1, %d do h['A' .. i] = i end return h end)()";

        assertThat(run("http.response({headers = %s}).status".formatted(many.formatted(100))))
                .isNull();
        assertThatThrownBy(
                        () -> run("http.response({headers = %s})".formatted(many.formatted(101))))
                .hasMessageContaining("a reply has no more than 100 headers");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "a/b?c=d#e",
                "../x",
                "?q=1",
                "//other.test/x",
                "https://a.test:8443/%C3%BC"
            })
    void redirects(String url) {
        assertThat(run("http.redirect('%s').headers.Location".formatted(url))).isEqualTo(url);
        assertThat(run("http.redirect('%s').status".formatted(url))).isEqualTo(302L);
        assertThat(run("http.redirect('%s', 308).status".formatted(url))).isEqualTo(308L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a b",
                "/a\\r\\nSet-Cookie: c=d",
                "/ü",
                "/\\\\evil.test",
                "javascript:alert(1)",
                "data:text/html,x",
                "ftp://a.test/",
                "http:///x",
                "https:a.test",
                "/%zz"
            })
    void redirectsToNothingElse(String url) {
        assertThatThrownBy(() -> run("http.redirect('%s')".formatted(url)))
                .hasMessage(
                        "test.lua:2: bad argument #1 to 'redirect' (no path and no address of http"
                                + " or https: has it to be percent-encoded?)");
    }

    @ParameterizedTest
    @ValueSource(longs = {200, 300, 304, 305, 404, 4294967598L})
    void redirectsWithNoOtherStatus(long status) {
        assertThatThrownBy(() -> run("http.redirect('/', %d)".formatted(status)))
                .hasMessageContaining("#2 to 'redirect' (%d is no redirection".formatted(status));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                  | a=b",
                "{path = '/', http_only = true}    | a=b; Path=/; HttpOnly",
                "{domain = 'a.test', secure = true} | a=b; Domain=a.test; Secure",
                "{same_site = 'None', secure = true} | a=b; Secure; SameSite=None",
                "{max_age = 0}     | a=b; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT"
            })
    void writesCookies(@Nullable String options, String expected) {
        assertThat(run("http.cookie('a', 'b', %s)".formatted(options == null ? "nil" : options)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"3600, 3600", "'1h', 3600", "'90', 90", "0.5, 0"})
    void saysHowOldCookiesGrow(String age, long seconds) {
        assertThat(run("http.cookie('a', 'b', {max_age = '%s'})".formatted(age)))
                .asString()
                .startsWith("a=b; Max-Age=" + seconds + "; Expires=");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'a b', 'c'        | #1 to 'cookie' (a cookie can't have it; percent-encode it:",
                "'', 'c'           | #1 to 'cookie'",
                "'a\\r\\nB', 'c'   | #1 to 'cookie'",
                "'a', 'b;c'        | #2 to 'cookie' (a cookie can't have it; percent-encode it:",
                "'a', 'b\\nc'      | #2 to 'cookie'",
                "'a', 'ü'          | #2 to 'cookie'",
                "'a', 'b', {path = '/;x'} | #3 to 'cookie'",
                "'a', 'b', {domain = 'a\\nb'} | #3 to 'cookie'",
                "'a', 'b', {max_age = -1} | field 'max_age': 0 or more expected, got '-1'",
                "'a', 'b', {max_age = 0/0} | field 'max_age': 0 or more expected",
                "'a', 'b', {max_age = '-1h'} | field 'max_age': 0 or more expected, got '-1h'",
                "'a', 'b', {max_age = 'soon'} | #3 to 'cookie'",
                "'a', 'b', {same_site = 'lax'} | unknown same_site 'lax', known are Strict, Lax,",
                "'a', 'b', {same_site = 'None'} | same_site 'None' needs 'secure'",
                "'a', 'b', {httponly = true} | unknown option 'httponly'"
            })
    void writesNoCookieThatIsNone(String arguments, String reason) {
        assertThatThrownBy(() -> run("http.cookie(%s)".formatted(arguments)))
                .hasMessageStartingWith("test.lua:2: bad argument #")
                .hasMessageContaining(reason);
    }

    @Test
    void tagValuesByWhatTheyAre() {
        assertThat(run("http.etag('x')")).asString().matches("\"[\\w-]{22}\"");
        assertThat(run("http.etag('x', {weak = true})")).isEqualTo("W/" + run("http.etag('x')"));
        assertThat(run("http.etag({a = 1, b = {2, 3}})"))
                .isEqualTo(run("http.etag({b = {2, 3}, a = 1})"))
                .isNotEqualTo(run("http.etag({b = {3, 2}, a = 1})"))
                .isNotEqualTo(run("http.etag('{\"a\":1}')"));
        assertThatThrownBy(() -> run("http.etag({a = print})"))
                .hasMessageContaining("#1 to 'etag' (a function at a has no JSON form)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '$',
            value = {
                "nil            | '\"a\"'     | true",
                "nil            | nil           | true",
                "'\"a\"'      | '\"a\"'     | true",
                "'\"b\", \"a\"' | '\"a\"' | true",
                "'*'            | '\"a\"'     | true",
                "'*'            | nil           | false",
                "'\"a\"'      | nil           | false",
                "'\"a\"'      | '\"b\"'     | false",
                "'W/\"a\"'    | '\"a\"'     | false",
                "'W/\"a\"'    | 'W/\"a\"'   | false",
                "'\"a\"'      | 'W/\"a\"'   | false",
                "''             | '\"a\"'     | false",
                "'a'            | '\"a\"'     | false"
            })
    void matchTagsStrongly(String header, String etag, boolean expected) {
        assertThat(run("http.matches(%s, %s)".formatted(header, etag))).isEqualTo(expected);
    }
}
