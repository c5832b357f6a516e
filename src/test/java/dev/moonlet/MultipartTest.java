package dev.moonlet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forms that come in parts, with files. */
class MultipartTest {

    private static final String HANDLERS =
            """
            local handlers = {}
            function handlers.upload(req)
              local files = {}
              for _, file in ipairs(req:files()) do
                local bytes = file:read()
                files[#files + 1] = { name = file.name, filename = file.filename,
                  type = file.content_type, size = file.size, read = #bytes,
                  first = bytes:sub(1, 3) }
              end
              return { body = req.body, form = req:form(), files = files }
            end
            return handlers
            """;

    private static final String PATHS =
            """
            /upload:
              post:
                x-handler: handlers.upload
                requestBody:
                  required: true
                  content:
                    multipart/form-data:
                      schema:
                        type: object
                        required: [count, image]
                        properties:
                          count: {type: integer}
                          tags: {type: array, items: {type: string}}
                          meta: {type: object, properties: {a: {type: integer}}}
                          image: {type: string, format: binary}
                      encoding:
                        image: {contentType: 'image/png, image/jpeg'}
            /free:
              post: {x-handler: handlers.upload}
            """;

    @TempDir static Path folder;
    private static RunningMoonlet moonlet;

    @BeforeAll
    static void start() throws IOException {
        new BundleFolder(folder).serving(PATHS).with("lua/handlers.lua", HANDLERS);
        moonlet = RunningMoonlet.serving(folder, "moonlet.http.max-body=100KB");
    }

    @AfterAll
    static void stop() {
        moonlet.close();
    }

    @Test
    void givesAHandlerFieldsOfTheirTypesAndFiles() throws IOException {
        HttpResponse<String> response =
                send(
                        "/upload",
                        field("count", "3")
                                + field("tags", "a")
                                + field("tags", "b=%20&+")
                                + field("meta", "{\"a\":1}")
                                + file("image", "../x \u00e4.png", "image/png", "PNG\u0000\u00ff"));

        assertThat(response.body())
                .contains("\"count\":3", "\"tags\":[\"a\",\"b=%20&+\"]", "\"meta\":{\"a\":1}")
                .contains("\"filename\":\"../x", "\"type\":\"image/png\"", "\"name\":\"image\"")
                .contains("\"size\":5", "\"read\":5", "\"first\":\"PNG\"");
        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void tellsWhatDoesNotFit() throws IOException {
        HttpResponse<String> response =
                send("/upload", field("count", "x") + file("image", "a", "text/html", "x"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(moonlet.read(response).get("errors").toString())
                .contains("{\"pointer\":\"/count\",\"message\":\"is no integer\"}")
                .contains("\"pointer\":\"/image\"", "is of none of the media types image/png");
        assertThat(send("/upload", field("count", "1")).body())
                .contains("required property 'image' not found");
    }

    @Test
    void keepsALargeFileForTheTimeOfTheRequestOnly() throws IOException {
        HttpResponse<String> response = send("/free", file("f", "large", "", "x".repeat(3 << 20)));

        assertThat(response.body()).contains("\"size\":3145728", "\"read\":3145728");
        await().untilAsserted(() -> assertThat(spooled()).isZero());
    }

    @Test
    void boundsWhatIsRead() throws IOException {
        assertTooLarge(file("f", "large", "", "x".repeat(11 << 20)));
        assertTooLarge(field("a", "x".repeat(101 << 10)));
        assertTooLarge(field("a", "").repeat(1001));
        assertTooLarge("--b\r\n" + "X-Header: a\r\n".repeat(10_000) + "\r\n\r\n");
        assertTooLarge("--b\r\nX-Header: " + "a".repeat(1 << 20) + "\r\n\r\n\r\n");
        assertThat(spooled()).isZero();
    }

    @Test
    void boundsABodyOfUnknownLength() throws IOException {
        byte[] bytes = file("f", "large", "", "x".repeat(11 << 20)).getBytes(ISO_8859_1);
        HttpResponse<String> response =
                moonlet.send(
                        moonlet.request("/free")
                                .header("Content-Type", "multipart/form-data; boundary=b")
                                .POST(
                                        BodyPublishers.ofInputStream(
                                                () -> new ByteArrayInputStream(bytes))));

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(spooled()).isZero();
    }

    @Test
    void refusesWhatIsNotMultipart() throws IOException {
        assertThat(send("/free", "x").statusCode()).isIn(200, 400);
        assertThat(raw("/free", "--b\r\nContent-Disposition: form-data; name=a\r\n\r\nx", "b"))
                .isEqualTo(400);
        assertThat(raw("/free", file("f", "x", "", "x".repeat(100_000)).replace("--b--", ""), "b"))
                .isEqualTo(400);
        assertThat(raw("/free", "x", "")).isEqualTo(400);
        assertThat(spooled()).isZero();
    }

    private static void assertTooLarge(String parts) throws IOException {
        HttpResponse<String> response = send("/free", parts);
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).contains("\"title\":\"Content Too Large\"");
    }

    private static HttpResponse<String> send(String path, String parts) throws IOException {
        return moonlet.send(
                moonlet.request(path)
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(BodyPublishers.ofString(parts + "--b--\r\n", ISO_8859_1)));
    }

    private static int raw(String path, String body, String boundary) throws IOException {
        String type = "multipart/form-data" + (boundary.isEmpty() ? "" : "; boundary=" + boundary);
        return moonlet.send(
                        moonlet.request(path)
                                .header("Content-Type", type)
                                .POST(BodyPublishers.ofString(body, ISO_8859_1)))
                .statusCode();
    }

    private static String field(String name, String value) {
        return "--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                .formatted(name, value);
    }

    private static String file(String name, String filename, String type, String content) {
        return "--b\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n%s\r\n%s\r\n"
                .formatted(
                        name,
                        filename,
                        type.isEmpty() ? "" : "Content-Type: " + type + "\r\n",
                        content);
    }

    private static long spooled() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("moonlet-upload-"))
                    .count();
        }
    }
}
