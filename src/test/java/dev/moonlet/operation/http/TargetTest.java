package dev.moonlet.operation.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlet.operation.Kind;
import dev.moonlet.operation.OperationFailed;
import dev.moonlet.security.Permission;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that scripts give. */
class TargetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com",
                "/path",
                "ftp://example.com",
                "file:///etc/passwd",
                "http://",
                "http://:80/",
                "http://example.com:0/",
                "http://example.com:99999/",
                "http://example.com:x/",
                "http://ex ample.com/",
                " http://example.com",
                "http://example.com/a b",
                "http://example.com/\r\nX: y",
                "http:\\\\example.com",
                "http://[::1",
                "http://[fe80::1%25eth0]/",
                "http://a%00b/"
            })
    void areRefusedIfTheyAreNoneOfHttp(String address) {
        assertThatThrownBy(() -> Target.of(address, List.of()).url())
                .isInstanceOfSatisfying(
                        OperationFailed.class,
                        failed -> assertThat(failed.kind()).isEqualTo(Kind.INVALID))
                .hasMessageStartingWith("the address '" + address + "' is not usable: ");
    }

    @Test
    void areRefusedIfTheyNameAUserAndThePasswordIsNotRepeated() {
        assertThatThrownBy(() -> Target.of("http://ann:secret@example.com/", List.of()).url())
                .hasMessage(
                        "the address is not usable: it has a user's name, which goes into the"
                                + " option 'auth'");
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP://Example.COM/a,       example.com",
        "http://example.com:80/,     example.com",
        "https://example.com:443/,   example.com",
        "http://example.com:443/,    example.com:443",
        "https://example.com:8443/,  example.com:8443",
        "http://[::1]:8080/,         [::1]:8080",
        "http://[::ffff:10.0.0.1]/,  10.0.0.1",
        "http://münchen.example/,    xn--mnchen-3ya.example"
    })
    void needPermissionForTheirHost(String address, String resource) {
        assertThat(Target.of(address, List.of()).permission())
                .contains(new Permission("http.request", resource));
    }

    @Test
    void getTheQueryThatIsAdded() throws OperationFailed {
        Target target =
                Target.of(
                        "http://example.com/?a=1#part",
                        List.of(new Header("b", "x&y=z ü"), new Header("b", "2")));

        assertThat(target.url().toString())
                .isEqualTo("http://example.com/?a=1&b=x%26y%3Dz%20%C3%BC&b=2");
    }

    @Test
    void areLoggedWithoutWhatMayBeSecret() {
        assertThat(Target.of("https://example.com:8443/x?key=1", List.of()))
                .hasToString("https://example.com:8443");
    }
}
