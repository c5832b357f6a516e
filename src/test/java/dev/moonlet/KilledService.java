package dev.moonlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service in a process of its own, which ends when it is killed. */
final class KilledService {

    private static final Pattern STARTED = Pattern.compile("Tomcat started on port (\\d+)");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final int port;

    KilledService(Path folder, Path bundle) throws IOException {
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "--add-exports=java.base/jdk.internal.vm=ALL-UNNAMED",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Moonlet.class.getName(),
                        // Not what tests configure: its database is a file.
                        "--spring.config.location=classpath:/application.yaml",
                        "--server.port=0",
                        "--moonlet.data=" + folder.resolve("data"),
                        "--moonlet.bundle.directory=" + bundle,
                        "--moonlet.bundle.watch=20ms",
                        "--moonlet.http.revision-header=true",
                        "--spring.security.user.name=olga",
                        "--spring.security.user.password=secret",
                        "--spring.security.user.roles=operator");
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        port = awaitStart(process.inputReader());
    }

    private static int awaitStart(BufferedReader output) throws IOException {
        List<String> log = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            log.add(line);
            Matcher started = STARTED.matcher(line);
            if (started.find()) {
                Thread.ofVirtual().start(() -> output.lines().forEach(_ -> {}));
                return Integer.parseInt(started.group(1));
            }
        }
        throw new IOException("it ended: " + log);
    }

    String version() throws IOException {
        return send(HttpRequest.newBuilder(uri("/version"))).body();
    }

    String revisionHeader() throws IOException {
        return send(HttpRequest.newBuilder(uri("/version")))
                .headers()
                .firstValue("X-Moonlet-Revision")
                .orElse("");
    }

    /** What operators read. */
    JsonNode get(String path) throws IOException {
        return read(operators(path));
    }

    /** What operators do. */
    JsonNode post(String path) throws IOException {
        return read(operators(path).POST(BodyPublishers.noBody()));
    }

    private HttpRequest.Builder operators(String path) {
        return RunningMoonlet.by(
                "olga:secret", HttpRequest.newBuilder(uri("/moonlet/revisions" + path)));
    }

    private JsonNode read(HttpRequest.Builder request) throws IOException {
        HttpResponse<String> response = send(request);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return new JsonMapper().readTree(response.body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    private URI uri(String path) {
        return URI.create("http://localhost:%d%s".formatted(port, path));
    }

    /** As {@code kill -9} does. */
    void kill() {
        process.destroyForcibly().onExit().join();
        client.close();
    }
}
