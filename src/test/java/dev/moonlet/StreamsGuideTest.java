package dev.moonlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of docs/streams.md do what they say. */
class StreamsGuideTest {

    private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```lua\\n(.*?)^```$");

    @TempDir private Path folder;

    @Test
    void streamsSendsAndTalks() throws IOException, InterruptedException {
        try (RunningMoonlet moonlet = RunningMoonlet.serving(guide());
                HttpClient client = HttpClient.newHttpClient()) {
            assertThat(moonlet.get("/csv").body().lines())
                    .hasSize(100_001)
                    .startsWith("id,amount", "1,1")
                    .endsWith("100000,0");

            assertThat(
                            moonlet.send(
                                            moonlet.request("/uploads")
                                                    .POST(BodyPublishers.ofString("a\nb\n")))
                                    .body())
                    .contains("\"lines\":2", "\"size\":4");

            HttpResponse<InputStream> events =
                    client.send(moonlet.request("/prices").build(), BodyHandlers.ofInputStream());
            try (BufferedReader lines =
                    new BufferedReader(
                            new InputStreamReader(events.body(), StandardCharsets.UTF_8))) {
                assertThat(lines.readLine()).isEqualTo(": welcome");
            }

            URI chat = URI.create(moonlet.uri("/chat/a").toString().replace("http:", "ws:"));
            CompletableFuture<String> heard = new CompletableFuture<>();
            WebSocket socket =
                    client.newWebSocketBuilder().buildAsync(chat, new Hear(heard)).join();
            socket.sendText("hello", true).join();
            assertThat(heard.join()).isEqualTo("hello");
            socket.abort();
        }
    }

    private Path guide() throws IOException {
        List<String> examples =
                EXAMPLE.matcher(Files.readString(Path.of("docs/streams.md")))
                        .results()
                        .map(match -> match.group(1))
                        .toList();
        new BundleFolder(folder)
                .serving(
                        """
                        /csv: {get: {x-handler: example0.csv}}
                        /prices: {get: {x-handler: example1.watch}}
                        /chat/{room}: {get: {x-websocket: example2.join}}
                        /uploads: {post: {x-handler: example3.count, x-stream: true}}
                        """)
                .with("lua/example0.lua", examples.get(0))
                .with("lua/example1.lua", examples.get(1))
                .with("lua/example2.lua", examples.get(2))
                .with("lua/example3.lua", examples.get(3));
        return folder;
    }

    private record Hear(CompletableFuture<String> heard) implements WebSocket.Listener {

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket socket, CharSequence data, boolean last) {
            heard.complete(data.toString());
            return null;
        }
    }
}
