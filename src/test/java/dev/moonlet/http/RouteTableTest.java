package dev.moonlet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTableTest {

    private final RouteTable table = new RouteTable();

    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/users, /users",
        "/users/, /users/",
        "/users/7, /users/{id}",
        "/users/me, /users/me",
        "/users/me/posts, /users/{name}/posts",
        "/users/7/posts, /users/{name}/posts",
        "/users/a%20b, /users/{id}",
        "/users/7;v=1, /users/{id}"
    })
    void prefersLiteralsAndGoesBackToTemplates(String path, String template) {
        for (String each :
                new String[] {
                    "/", "/users", "/users/", "/users/{id}", "/users/me", "/users/{name}/posts"
                }) {
            add("GET", each);
        }

        assertThat(find(path)).map(RouteTable.Place::template).contains(template);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/users", "/users/", "/users//", "/users/.", "/users/..", "/users/1/2"})
    void matchesNoSlipOfThePath(String path) {
        add("GET", "/users/{id}");

        assertThat(find(path)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/files/index.json, /files/index.json, ''",
        "/files/a.json, /files/{name}.json, 'a'",
        "/files/a.b.json, /files/{name}.json, 'a.b'",
        "/files/.json, /files/{any}, '.json'",
        "/files/1-2.json, /files/{from}-{to}.json, '1 2'",
        "/files/1-2, /files/{from}-{to}, '1 2'",
        "/files/1-2-3, /files/{from}-{to}, '1 2-3'",
        "/files/-2, /files/{any}, '-2'",
        "/files/2-, /files/{any}, '2-'",
        "/files/--x, /files/{from}-{to}, '- x'",
        "/files/v7, /files/v{number}, '7'",
        "/files/v, /files/{any}, 'v'",
        "/files/v7/log, /files/{any}/log, 'v7'"
    })
    void mixesTextAndNamesInASegment(String path, String template, String values) {
        for (String each :
                new String[] {
                    "/files/{any}",
                    "/files/{any}/log",
                    "/files/{from}-{to}",
                    "/files/v{number}",
                    "/files/{name}.json",
                    "/files/{from}-{to}.json",
                    "/files/index.json"
                }) {
            add("GET", each);
        }

        RouteTable.Place place = find(path).orElseThrow();
        assertThat(place.template()).isEqualTo(template);
        assertThat(String.join(" ", place.values())).isEqualTo(values);
    }

    @Test
    void matchesAMixedSegmentInTimeThatGrowsWithIt() {
        add("GET", "/{a}-{b}-{c}-{d}-{e}-{f}x");

        assertThat(find("/" + "-".repeat(100_000))).isEmpty();
    }

    @Test
    void namesTheValues() {
        add("GET", "/a/{x}/{y}");
        RouteTable.Place place = find("/a/1/2%2F3").orElseThrow();

        assertThat(place.route("GET").orElseThrow().template().parameters(place.values()))
                .isEqualTo(Map.of("x", "1", "y", "2/3"));
    }

    @Test
    void tellsTheMethodsOfAPath() {
        add("GET", "/a");
        add("POST", "/a");

        RouteTable.Place place = find("/a").orElseThrow();
        assertThat(place.route("HEAD")).map(Route::method).contains("GET");
        assertThat(place.route("DELETE")).isEmpty();
        assertThat(place.methods()).containsExactly("GET", "HEAD", "OPTIONS", "POST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"users", "/{x", "/{x}/{x}", "/{}", "/{x}{y}", "/a}", "/{x}-{x}", "/{{x}}"})
    void refusesWhatIsNoTemplate(String text) {
        assertThatThrownBy(() -> PathTemplate.of(text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void add(String method, String template) {
        table.add(route(method, template));
    }

    private static Route route(String method, String template) {
        return new Route(method, PathTemplate.of(template), new Route.Broken());
    }

    private Optional<RouteTable.Place> find(String path) {
        return table.find(RequestPath.of(path));
    }
}
