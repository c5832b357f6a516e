package dev.moonlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The handlers of docs/replies.md answer as it says. */
class RepliesGuideTest {

    @Test
    void answersAsTheGuideSays(@TempDir Path folder) throws IOException {
        String guide = Files.readString(Path.of("docs/replies.md"));
        int start = guide.indexOf("```lua\n") + "```lua\n".length();
        new BundleFolder(folder)
                .serving(
                        """
                        /orders/{id}:
                          get: {x-handler: orders.get}
                          put: {x-handler: orders.put}
                        /latest: {get: {x-handler: orders.latest}}
                        """)
                .with("lua/orders.lua", guide.substring(start, guide.indexOf("```", start)));
        try (RunningMoonlet moonlet = RunningMoonlet.serving(folder)) {
            HttpResponse<String> order = moonlet.get("/orders/7");
            String etag = order.headers().firstValue("ETag").orElseThrow();

            assertThat(order.statusCode()).isEqualTo(200);
            assertThat(status(moonlet, moonlet.request("/orders/7").header("If-None-Match", etag)))
                    .isEqualTo(304);
            assertThat(moonlet.get("/orders/9").statusCode()).isEqualTo(404);
            assertThat(moonlet.get("/orders/9").body()).contains("\"detail\":\"no order 9\"");
            assertThat(status(moonlet, put(moonlet).header("If-Match", "\"old\""))).isEqualTo(412);
            HttpResponse<String> created = moonlet.send(put(moonlet));
            assertThat(created.statusCode()).isEqualTo(201);
            assertThat(created.headers().firstValue("Location")).contains("/orders/8");
            assertThat(created.headers().firstValue("Set-Cookie").orElseThrow())
                    .startsWith("last=8; Path=/; Max-Age=3600;");
            assertThat(moonlet.get("/latest").statusCode()).isEqualTo(303);
        }
    }

    private static HttpRequest.Builder put(RunningMoonlet moonlet) {
        return moonlet.request("/orders/8")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"id\":8}"));
    }

    private static int status(RunningMoonlet moonlet, HttpRequest.Builder request)
            throws IOException {
        return moonlet.send(request).statusCode();
    }
}
