package dev.moonlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlet.module.Module;
import dev.moonlet.module.TestKit;
import dev.moonlet.operation.Answer;
import dev.moonlet.operation.Dispatcher;
import dev.moonlet.operation.Dispatchers;
import dev.moonlet.operation.Operation;
import dev.moonlet.operation.OperationFailed;
import dev.moonlet.operation.OperationListener;
import dev.moonlet.operation.Scope;
import dev.moonlet.security.Caller;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Who does what docs/modules.md says gets what it promises. */
class ModuleGuideTest {

    private static final String PACKAGE = "com.example.greeting.";

    @TempDir static Path folder;
    private static GuideProject guide;

    @BeforeAll
    static void build() throws IOException {
        guide = new GuideProject(Path.of("docs/modules.md"), folder);
    }

    @AfterAll
    static void close() throws IOException {
        guide.close();
    }

    @TestFactory
    Stream<DynamicTest> showsTestsThatPass() throws ClassNotFoundException {
        Class<?> shown = type("GreetingTest");
        List<DynamicTest> tests =
                Arrays.stream(shown.getDeclaredMethods())
                        .filter(each -> each.isAnnotationPresent(Test.class))
                        .peek(each -> each.setAccessible(true))
                        .map(each ->
                                DynamicTest.dynamicTest(
                                        each.getName(), () -> each.invoke(guide.made(shown))))
                        .toList();

        assertThat(tests).isNotEmpty();
        return tests.stream();
    }

    @Test
    void saysWhatScriptsGet() throws ReflectiveOperationException {
        String script =
                guide.matches("(?m)^```lua\\n(local greeting[^`]*)^```$").getFirst().group(1);
        List<String> promised =
                Pattern.compile("--> (.*)").matcher(script).results().map(r -> r.group(1)).toList();
        TestKit kit = performing();

        kit.run(
                script.replaceAll(
                        "(?m)^(.*?) +--> .*$",
                        "print(select(2, pcall(function() return $1 end)))"));

        assertThat(promised).isNotEmpty();
        assertThat(kit.printed())
                .extracting(line -> line.replaceFirst("^test.lua:\\d+: ", ""))
                .isEqualTo(promised);
    }

    @Test
    void endsWithARouteThatServes() throws IOException {
        Path document = folder.resolve("config/openapi.yaml");
        Files.writeString(document, "openapi: 3.1.0\npaths:\n" + Files.readString(document));
        List<MatchResult> calls =
                guide.matches("\\$ curl (?:-u (\\S+) )?localhost:8080(\\S+)\\n(.*)\\n");

        Thread thread = Thread.currentThread();
        ClassLoader loader = thread.getContextClassLoader();
        thread.setContextClassLoader(guide.classes());
        try (RunningMoonlet moonlet = RunningMoonlet.serving(folder, settings())) {
            assertThat(calls).isNotEmpty();
            for (MatchResult call : calls) {
                HttpRequest.Builder request = signed(moonlet.request(call.group(2)), call.group(1));
                assertThat(moonlet.send(request).body()).isEqualTo(call.group(3));
            }
        } finally {
            thread.setContextClassLoader(loader);
        }
    }

    private static HttpRequest.Builder signed(
            HttpRequest.Builder request, @Nullable String credentials) {
        return credentials == null ? request : RunningMoonlet.by(credentials, request);
    }

    private static String[] settings() {
        return guide.matches("(SPRING_[A-Z_]+)=(\\S+)").stream()
                .map(each ->
                        each.group(1).toLowerCase(Locale.ROOT).replace('_', '.')
                                + "="
                                + each.group(2))
                .toArray(String[]::new);
    }

    /** A kit that performs operations as the service does, for a caller who may do anything. */
    @SuppressWarnings("unchecked") // the guide's operation
    private static TestKit performing() throws ReflectiveOperationException {
        Scope scope = new Scope("1", Caller.ANONYMOUS, Instant.MAX);
        Dispatchers dispatchers =
                new Dispatchers(
                        List.of((Dispatcher<?>) guide.made(type("AskMottoDispatcher"))),
                        (_, _) -> true,
                        Clock.systemUTC(),
                        OperationListener.NONE);
        return TestKit.of((Module) guide.made(type("GreetingModule")))
                .answering(
                        (Class<Operation>) type("AskMotto"),
                        asked ->
                                switch (dispatchers.perform(asked, scope)) {
                                    case Answer.Value(Object value) -> value;
                                    case Answer.Failed(var kind, String message) ->
                                            throw new OperationFailed(kind, message);
                                });
    }

    private static Class<?> type(String name) throws ClassNotFoundException {
        return guide.classes().loadClass(PACKAGE + name);
    }
}
