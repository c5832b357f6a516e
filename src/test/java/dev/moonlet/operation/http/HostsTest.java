package dev.moonlet.operation.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which hosts a list allows, and how far. */
class HostsTest {

    @Test
    void allowsNobodyByItself() {
        assertThat(new Hosts(List.of()).reach("example.com", 443)).isEqualTo(Reach.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "api.example.com,      api.example.com,     443,  ANYWHERE",
        "api.example.com,      api.example.com,     8443, ANYWHERE",
        "API.Example.COM,      api.example.com,     443,  ANYWHERE",
        "api.example.com,      example.com,         443,  NONE",
        "api.example.com,      x.api.example.com,   443,  NONE",
        "api.example.com,      api.example.com.,    443,  NONE",
        "api.example.com:8443, api.example.com,     8443, ANYWHERE",
        "api.example.com:8443, api.example.com,     443,  NONE",
        "*.example.com,        a.b.example.com,     443,  PUBLIC",
        "*.example.com,        example.com,         443,  NONE",
        "*.example.com,        badexample.com,      443,  NONE",
        "*.example.com:8443,   a.example.com,       8443, PUBLIC",
        "*.example.com:8443,   a.example.com,       443,  NONE",
        "*,                    anything,            1,    PUBLIC",
        "*:443,                anything,            443,  PUBLIC",
        "*:443,                anything,            80,   NONE",
        "10.0.0.5,             10.0.0.5,            80,   ANYWHERE",
        "[::1]:80,             ::1,                 80,   ANYWHERE",
        "[0:0::1],             ::1,                 80,   ANYWHERE",
        "münchen.example,      xn--mnchen-3ya.example, 80, ANYWHERE"
    })
    void allowsWhatAnEntryMatches(String entry, String host, int port, Reach reach) {
        assertThat(new Hosts(List.of(entry)).reach(host, port)).isEqualTo(reach);
    }

    @Test
    void goesByTheEntryThatNamesAHost() {
        Hosts hosts = new Hosts(List.of("*", "*.example.com", "db.example.com", "*.com"));

        assertThat(hosts.reach("db.example.com", 80)).isEqualTo(Reach.ANYWHERE);
        assertThat(hosts.reach("api.example.com", 80)).isEqualTo(Reach.PUBLIC);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "*example.com",
                "a.*.com",
                "**",
                "*.",
                ":80",
                "http://example.com",
                "example.com/path",
                "example.com:port",
                "::1",
                "a b",
                "user@example.com"
            })
    void refusesWhatIsNoHost(String entry) {
        assertThatThrownBy(() -> new Hosts(List.of(entry)))
                .hasMessageStartingWith("moonlet.client.hosts has '" + entry + "': write");
    }
}
