package dev.moonlet.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is granted is allowed, and nothing else. */
class GrantsTest {

    private static final Permissions GRANTED =
            new Grants(List.of("http.request api.example.com", "cache.*", "log")).permissions();

    @ParameterizedTest
    @CsvSource({
        "http.request, api.example.com, true",
        "http.request, example.com, false",
        "http.requests, api.example.com, false",
        "cache.get, any, true",
        "cache.set.all, any, true",
        "cache, any, false",
        "caches.get, any, false",
        "log, any, true",
        "log.more, any, false",
        "db.query, any, false"
    })
    void coverWholeNames(String action, String resource, boolean allowed) {
        assertThat(GRANTED.allow(Caller.ANONYMOUS, new Permission(action, resource)))
                .isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({"*", "db.*.read", "a b c", "''"})
    void areOfAForm(String grant) {
        assertThatThrownBy(() -> new Grants(List.of(grant)).permissions())
                .hasMessageStartingWith("moonlet.security.grants: '" + grant + "' is not");
    }

    @Test
    void areNoneIfNothingIsGranted() {
        assertThat(
                        new Grants(List.of())
                                .permissions()
                                .allow(Caller.ANONYMOUS, new Permission("cache.get", "x")))
                .isFalse();
    }
}
