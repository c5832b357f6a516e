package dev.moonlet.operation.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlet.operation.Kind;
import dev.moonlet.operation.OperationFailed;
import java.util.List;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What request a redirect leads to. */
class HopTest {

    private static final List<Header> HEADERS =
            List.of(
                    new Header("authorization", "Bearer 1"),
                    new Header("Cookie", "a=b"),
                    new Header("Content-Type", "text/plain"),
                    new Header("X-Kind", "test"));

    @ParameterizedTest
    @CsvSource({
        "301, GET,    GET",
        "301, POST,   GET",
        "301, PUT,    PUT",
        "301, HEAD,   HEAD",
        "302, POST,   GET",
        "302, DELETE, DELETE",
        "303, POST,   GET",
        "303, PUT,    GET",
        "303, HEAD,   HEAD",
        "307, POST,   POST",
        "308, POST,   POST",
        "308, PATCH,  PATCH"
    })
    void hasTheMethodThatBrowsersChoose(int status, String method, String expected)
            throws OperationFailed {
        Hop next = from("https://a.test/x", method).redirected(status, "/y");

        assertThat(next.method()).isEqualTo(expected);
        assertThat(next.body()).hasSize(method.equals("GET") || method.equals(expected) ? 4 : 0);
        assertThat(names(next).contains("Content-Type"))
                .isEqualTo(method.equals("GET") || method.equals(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/y", "https://a.test/", "https://A.test:443/", "?q=1", "y#part"})
    void keepsCredentialsAtTheSameOrigin(String location) throws OperationFailed {
        assertThat(names(from("https://a.test/x", "GET").redirected(302, location)))
                .contains("authorization", "Cookie", "X-Kind");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://b.test/", "https://a.test:8443/", "//b.test/", "https://x.a.test/"})
    void dropsCredentialsElsewhere(String location) throws OperationFailed {
        assertThat(names(from("https://a.test/x", "GET").redirected(307, location)))
                .containsExactly("Content-Type", "X-Kind");
    }

    @Test
    void dropsCredentialsWhenTheSchemeChanges() throws OperationFailed {
        assertThat(names(from("http://a.test/x", "GET").redirected(301, "https://a.test/x")))
                .containsExactly("Content-Type", "X-Kind");
    }

    @Test
    void isNotMadeFromHttpsToHttp() {
        assertThatThrownBy(() -> from("https://a.test/x", "GET").redirected(301, "http://a.test/"))
                .isInstanceOfSatisfying(
                        OperationFailed.class,
                        failed -> assertThat(failed.kind()).isEqualTo(Kind.PERMISSION_DENIED))
                .hasMessage("a.test redirects from https to http");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://a.test/", "javascript:alert(1)", "https://u:p@a.test/", "//"})
    void isNotMadeToWhatIsNoAddress(String location) {
        assertThatThrownBy(() -> from("https://a.test/x", "GET").redirected(301, location))
                .hasMessageStartingWith("a.test redirects to no address of http or https");
    }

    private static Hop from(String url, String method) {
        return new Hop(method, HttpUrl.get(url), HEADERS, "body".getBytes(UTF_8));
    }

    private static List<String> names(Hop hop) {
        return hop.headers().stream().map(Header::name).toList();
    }
}
