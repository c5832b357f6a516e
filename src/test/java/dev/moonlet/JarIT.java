package dev.moonlet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.util.TestSocketUtils;

/** The packed service, started as its users start it. */
@Timeout(60)
class JarIT {

    private static final Pattern STARTED = Pattern.compile("Tomcat started on port (\\d+)");
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private static final List<String> OPEN =
            List.of(
                    "/v3/api-docs",
                    "/swagger-ui/index.html",
                    "/actuator/health",
                    "/actuator/info",
                    "/actuator/prometheus");

    private static final String SLOW = "Coroutines take a thread each";

    @TempDir private Path data;

    @Test
    void servesWithItsOwnManifest() throws IOException {
        try (Service service = new Service(data, "-jar", "target/moonlet.jar")) {
            assertThat(service.get("/hello/jar")).endsWith("{\"message\":\"Hello jar\"}");
            assertThat(service.log).noneMatch(line -> line.contains(SLOW));
        }
    }

    /** What is on the classpath of the other tests may not be in the jar. */
    @Test
    void answersAtItsOpenPaths() throws IOException {
        try (Service service = new Service(data, "-jar", "target/moonlet.jar")) {
            for (String path : OPEN) {
                assertThat(service.get(path)).as(path).startsWith("HTTP/1.1 200 ");
            }
        }
    }

    @Test
    @Timeout(240)
    void startsFromTheCacheThatTheImageIsTrainedFor(@TempDir Path app)
            throws IOException, InterruptedException {
        String jar = app.resolve("moonlet.jar").toString();
        String cache = app.resolve("moonlet.aot").toString();
        await(
                new ProcessBuilder(
                        JAVA,
                        "-Djarmode=tools",
                        "-jar",
                        "target/moonlet.jar",
                        "extract",
                        "--force",
                        "--destination",
                        app.toString()));
        ProcessBuilder training =
                new ProcessBuilder(
                        "src/main/docker/train",
                        JAVA,
                        "@src/main/docker/jvm.options",
                        "@src/main/docker/training.options",
                        "-XX:AOTCacheOutput=" + cache,
                        "-jar",
                        jar,
                        "--moonlet.data=" + data);
        training.environment()
                .put("SERVER_PORT", String.valueOf(TestSocketUtils.findAvailableTcpPort()));
        await(training);

        try (Service service =
                new Service(
                        data,
                        "@src/main/docker/jvm.options",
                        "-XX:AOTMode=on",
                        "-XX:AOTCache=" + cache,
                        "-jar",
                        jar)) {
            assertThat(service.get("/hello/jar")).endsWith("{\"message\":\"Hello jar\"}");
        }
    }

    @Test
    void servesWithoutContinuationsAndSaysSo() throws IOException {
        try (Service service =
                new Service(
                        data,
                        "-cp",
                        "target/moonlet.jar",
                        "org.springframework.boot.loader.launch.JarLauncher")) {
            assertThat(service.get("/hello/jar")).endsWith("{\"message\":\"Hello jar\"}");
            assertThat(service.log).filteredOn(line -> line.contains(SLOW)).hasSize(1);
        }
    }

    @Test
    void writesStubsForEditors(@TempDir Path folder) throws IOException, InterruptedException {
        Process process =
                start(
                        "-Dmoonlet.data=" + data,
                        "-jar",
                        "target/moonlet.jar",
                        "stubs",
                        folder.toString());

        try (BufferedReader output = process.inputReader()) {
            assertThat(output.lines()).singleElement().asString().startsWith("wrote the stubs of ");
        }
        assertThat(process.waitFor()).isZero();
        assertThat(data).isEmptyDirectory();
        assertThat(folder.resolve("async.lua"))
                .content()
                .contains("function async.sleep(duration)");
        assertThat(folder.resolve("moonlet.lua")).content().contains("moonlet.load(names)");
        assertThat(folder.resolve("_globals.lua"))
                .content()
                .contains(
                        "function trace(message)", "function setTimeout(callback, duration, ...)");
    }

    @Test
    void saysHowItIsUsed() throws IOException, InterruptedException {
        Process process = start("-jar", "target/moonlet.jar", "stubs");

        try (BufferedReader output = process.inputReader()) {
            assertThat(output.lines())
                    .hasSize(5)
                    .first()
                    .asString()
                    .startsWith("usage: java -jar moonlet.jar");
        }
        assertThat(process.waitFor()).isEqualTo(2);
    }

    @Test
    void runsAScriptWithoutAService(@TempDir Path folder) throws IOException, InterruptedException {
        Path script = folder.resolve("script.lua");
        Files.writeString(
                script,
                """
                local function absolute(x) return x and (x < 0 and -x or x) or absolute end
                print("sum", absolute(-1) + ...)
                error("and out")
                """);

        Process process = start("-jar", "target/moonlet.jar", "run", script.toString(), "41");

        try (BufferedReader output = process.inputReader()) {
            assertThat(output.lines())
                    .containsExactly(
                            "sum\t42",
                            "moonlet: " + script + ":3: and out",
                            "stack traceback:",
                            "\t" + script + ":3: in main chunk",
                            "\t[Java]: in ?");
        }
        assertThat(process.waitFor()).isEqualTo(1);
    }

    private static void await(ProcessBuilder command) throws IOException, InterruptedException {
        Process process = command.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }

    private static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(JAVA);
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static final class Service implements AutoCloseable {

        private final List<String> log = new ArrayList<>();
        private final Process process;
        private final int port;

        Service(Path data, String... options) throws IOException {
            List<String> arguments = new ArrayList<>(List.of(options));
            arguments.add("--server.port=0");
            arguments.add("--moonlet.data=" + data);
            process = start(arguments.toArray(String[]::new));
            port = awaitStart(process.inputReader());
        }

        String get(String path) throws IOException {
            try (RawClient client = new RawClient(URI.create("http://localhost:" + port))) {
                return client.get(path);
            }
        }

        @Override
        public void close() {
            process.destroy();
            process.onExit().join();
        }

        private int awaitStart(BufferedReader output) throws IOException {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                log.add(line);
                Matcher started = STARTED.matcher(line);
                if (started.find()) {
                    return Integer.parseInt(started.group(1));
                }
            }
            throw new IOException("it ended: " + log);
        }
    }
}
