package dev.moonlet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlet.revision.Bundle;
import dev.moonlet.revision.Fetched;
import dev.moonlet.revision.Prepare;
import dev.moonlet.revision.Problem;
import dev.moonlet.revision.Report;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A bundle with tests of its own, which is prepared by a service that serves another. */
final class TestedBundle {

    private static final String DOCUMENT =
            """
            openapi: 3.1.0
            paths:
              /hello/{name}: {get: {x-handler: hello.greet}}
              /mine: {get: {x-handler: hello.mine, security: [{basic: ["orders:read"]}]}}
            components: {securitySchemes: {basic: {type: http, scheme: basic}}}
            """;

    private final Map<String, byte[]> files = new HashMap<>();

    TestedBundle() {
        with("config/openapi.yaml", DOCUMENT);
        with(
                "config/profiles.yaml",
                "quick: {extends: standard, limits: {time: 500ms, memory: 10MB}}");
        with(
                "lua/hello.lua",
                """
                local hello = {}
                function hello.greet(req) return { message = "Hello " .. req.params.name } end
                function hello.mine(req) return { user = req.user.name } end
                return hello
                """);
    }

    TestedBundle with(String path, String content) {
        files.put(path, content.getBytes(UTF_8));
        return this;
    }

    Report report(RunningMoonlet moonlet) {
        Fetched fetched = new Fetched(Bundle.of("here", Map.copyOf(files)), List.of());
        return moonlet.bean(Prepare.class).prepare(fetched, Duration.ZERO).report();
    }

    /** What is noted of the bundle with these tests. */
    List<String> failures(RunningMoonlet moonlet, String tests) {
        Report report = with("lua/tests/some_test.lua", tests).report(moonlet);
        assertThat(report.problems()).isEmpty();
        return report.notes().stream().map(Problem::toString).toList();
    }

    /** A test that runs this, on the first line. */
    static String it(String body) {
        return "it('tries', function() " + body + "\nend)\n";
    }
}
