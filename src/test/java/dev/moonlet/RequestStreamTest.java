package dev.moonlet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.moonlet.invocation.Invocations;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bodies that a handler reads piece by piece. */
class RequestStreamTest {

    private static final String PATHS =
            """
            /size:
              post:
                x-handler: h.size
                x-stream: true
                x-limits: {memory: 4MB}
                requestBody:
                  required: true
                  content: {application/octet-stream: {}}
            /echo: {post: {x-handler: h.echo, x-stream: true}}
            /slow: {post: {x-handler: h.slow, x-stream: true, x-limits: {time: 100ms}}}
            /pieces: {post: {x-handler: h.pieces, x-stream: true}}
            /unread: {post: {x-handler: h.unread, x-stream: true}}
            /held: {post: {x-handler: h.held}}
            /failure: {post: {x-handler: h.failure, x-stream: true}}
            /both: {post: {x-handler: h.both, x-stream: true}}
            /echoed: {post: {x-handler: h.echoed, x-stream: true}}
            /scripted: {post: {x-handler: h.scripted}}
            /forward: {post: {x-handler: h.forward, x-stream: true}}
            """;

    private static final String SCRIPT =
            """
            local async, http = require "async", require "http"
            local h = {}

            function h.size(req)
              local size, largest = 0, 0
              for piece in req:stream() do
                size, largest = size + #piece, math.max(largest, #piece)
              end
              return { size = size, largest = largest, body = req.body }
            end

            function h.echo(req)
              return http.stream(function(write)
                for piece in req:stream() do write(piece) end
              end)
            end

            function h.slow(req)
              local body, all = req:stream(), ""
              async.sleep(300)
              for piece in body do all = all .. piece end
              return all
            end

            function h.pieces(req)
              local body, pieces = req:stream(), {}
              local ok, err = pcall(body.read, body, 0)
              repeat
                local piece = body:read(3)
                pieces[#pieces + 1] = piece
              until not piece
              return { pieces = pieces, again = body:read() or "none", err = err }
            end

            function h.unread(req)
              local _, err = pcall(req.stream, req)
              local _, other = pcall(req.text, req)
              return { stream = tostring(err), other = tostring(other) }
            end

            function h.held(req)
              local _, err = pcall(req.stream, req)
              return tostring(err)
            end

            function h.failure(req)
              local body = req:stream()
              if req.query.loop then
                for _ in body do end
              end
              local piece, err
              repeat piece, err = body:read() until not piece
              if err then return nil, err end
              return "whole"
            end

            function h.both(req)
              local body = req:stream()
              local function read() return body:read(1) end
              return table.concat(async.all { read, read, read })
            end

            function h.scripted(req)
              local response, err = require("api").post("/echoed", { body = req.body })
              return response and response.text or err
            end

            function h.echoed(req)
              local all = ""
              for piece in req:stream() do all = all .. piece end
              return all
            end

            function h.forward(req) return http.forward { url = "http://localhost:1/" } end

            return h
            """;

    @TempDir static Path folder;
    @TempDir static Path other;

    private static RunningMoonlet moonlet;

    @BeforeAll
    static void start() throws IOException {
        new BundleFolder(folder).serving(PATHS).with("lua/h.lua", SCRIPT);
        moonlet = RunningMoonlet.serving(folder, "moonlet.http.max-stream=20MB");
    }

    @AfterAll
    static void stop() {
        moonlet.close();
    }

    @Test
    void areNotHeld() throws IOException {
        HttpResponse<String> response = post("/size", bytes(15_000_000));

        assertThat(response.body()).contains("\"size\":15000000").doesNotContain("\"body\"");
        assertThat(moonlet.read(response).get("largest").asInt()).isBetween(1, 64 << 10);
    }

    @Test
    void comeWhenTheyAreSentAndAsTheyAre() throws IOException {
        try (RawClient raw = new RawClient(moonlet.uri("/"))) {
            raw.send("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
            for (String piece : new String[] {"one", "two", "three"}) {
                raw.send(Integer.toHexString(piece.length()) + "\r\n" + piece + "\r\n");
                raw.awaits(piece);
            }
            assertThat(moonlet.bean(Invocations.class).active().streams()).isEqualTo(1);
            raw.send("0\r\n\r\n");
            raw.awaits("0\r\n\r\n");
        }
    }

    @Test
    void mayTakeLongerThanACallMay() throws IOException {
        byte[] sent = bytes(600_000);
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> response =
                    client.send(
                            moonlet.request("/slow").POST(BodyPublishers.ofByteArray(sent)).build(),
                            BodyHandlers.ofByteArray());

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).isEqualTo(sent);
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
    }

    @Test
    void areReadInPiecesOfASize() throws IOException {
        assertThat(post("/pieces", "abcdefgh".getBytes(UTF_8)).body())
                .contains("\"pieces\":[\"abc\",\"def\",\"gh\"]", "\"again\":\"none\"")
                .contains("a number of bytes from 1 on expected");
        assertThat(post("/both", "abc".getBytes(UTF_8)).body()).hasSize(3);
    }

    @Test
    void areCheckedByTheirContentTypeAndSize() throws IOException {
        assertThat(post("/size", bytes(0)).statusCode()).isEqualTo(400);
        assertThat(
                        moonlet.send(
                                        moonlet.request("/size")
                                                .header("Content-Type", "text/plain")
                                                .POST(BodyPublishers.ofString("x")))
                                .statusCode())
                .isEqualTo(415);
        assertThat(post("/failure", bytes(20 << 20)).body()).isEqualTo("whole");
        assertThat(post("/failure", bytes((20 << 20) + 1)).statusCode()).isEqualTo(413);
    }

    @Test
    void breakOffWithAnErrorWhenTheyTurnOutToBeTooLarge() throws IOException {
        for (String path : new String[] {"/failure", "/failure?loop=1"}) {
            byte[] large = bytes((20 << 20) + 1);
            BodyPublisher chunked =
                    BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large));

            HttpResponse<String> response = moonlet.send(moonlet.request(path).POST(chunked));

            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.body()).contains("larger than the 20971520 bytes");
        }
    }

    @Test
    void areReadOnlyWhereTheDocumentSaysSo() throws IOException {
        assertThat(post("/held", bytes(3)).body())
                .contains("req:stream() reads it where the operation says 'x-stream: true'");
        assertThat(post("/unread", bytes(3)).body())
                .contains("http.Body", "so its body is read by req:stream(), not by req:text()");
    }

    @Test
    void areHeldWhereAScriptSendsThem() throws IOException {
        assertThat(post("/scripted", "abc".getBytes(UTF_8)).body()).isEqualTo("abc");
    }

    @Test
    void areNotForwarded() throws IOException {
        assertThat(post("/forward", bytes(3)).statusCode()).isEqualTo(500);
    }

    @Test
    void leaveTheConnectionToTheNextRequestWhenNobodyReadsThem() throws IOException {
        try (RawClient raw = new RawClient(moonlet.uri("/"))) {
            raw.send("POST /unread HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n0123");
            raw.awaits("http.Body");
            raw.send("456789");
            assertThat(raw.get("/nowhere")).contains("HTTP/1.1 404");
        }
    }

    @Test
    void endWithTheClientThatSendsThem() throws IOException {
        try (RawClient raw = new RawClient(moonlet.uri("/"))) {
            raw.send("POST /size HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n");
            raw.send("Content-Type: application/octet-stream\r\n\r\n0123");
            await().until(() ->
                    moonlet.bean(Invocations.class).running().stream()
                            .anyMatch(each -> each.waitsFor().equals("Receive")));
        }
        await().until(() -> moonlet.bean(Invocations.class).running().isEmpty());
        await().untilAsserted(() ->
                assertThat(moonlet.get("/actuator/prometheus").body().lines())
                        .filteredOn(line -> line.contains("requests_seconds_count"))
                        .anyMatch(line -> line.contains("status=\"499\",uri=\"/size\"")));
    }

    @Test
    void breakARouteThatCannotHaveThem() throws IOException {
        new BundleFolder(other)
                .serving(
                        """
                        /a: {post: {x-handler: h.f, x-stream: often}}
                        /b: {get: {x-websocket: h.f, x-stream: true}}
                        /c: {post: {x-handler: h.f, x-stream: false}}
                        """)
                .with("lua/h.lua", "return { f = function(req) return req.body end }");
        try (RunningMoonlet broken = RunningMoonlet.serving(other)) {
            assertThat(broken.get("/actuator/health").body())
                    .contains("/x-stream: is not true or false")
                    .contains("/x-stream: means nothing here");
            assertThat(broken.send(broken.request("/c").POST(BodyPublishers.ofString("x"))).body())
                    .isEqualTo("x");
        }
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private static HttpResponse<String> post(String path, byte[] body) throws IOException {
        return moonlet.send(
                moonlet.request(path)
                        .header("Content-Type", "application/octet-stream")
                        .POST(BodyPublishers.ofByteArray(body)));
    }
}
