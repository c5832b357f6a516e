package dev.moonlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.moonlet.invocation.Invocations;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Routes whose handlers talk with their clients. */
class WebSocketTest {

    private static final String PATHS =
            """
            /echo/{name}: {get: {x-websocket: handlers.echo}}
            /room: {get: {x-websocket: handlers.room}}
            /say: {get: {x-handler: handlers.say}}
            /count: {get: {x-websocket: handlers.count, x-limits: {time: 100ms}}}
            /fails: {get: {x-websocket: handlers.fails}}
            /refuses: {get: {x-websocket: handlers.refuses}}
            /wrong: {get: {x-websocket: handlers.wrong}}
            """;

    private static final String SCRIPT =
            """
            local async, errors, events = require "async", require "errors", require "events"
            local handlers = {}
            function handlers.echo(req)
              return {
                on_open = function(ws) ws:send("hello " .. req.params.name) end,
                on_message = function(ws, message, kind)
                  if message == "bye" then ws:close(3001, "as you say") return end
                  ws:send(message, kind)
                end,
                on_close = function(ws, code, reason)
                  events.emit("closed", {code = code, reason = reason, ok = ws:send("x") == nil})
                end,
              }
            end
            function handlers.room()
              return {
                on_open = function(ws)
                  events.on("said", function(event) ws:send(event.text) end)
                  ws:send("in")
                end,
              }
            end
            function handlers.say() events.emit("said", {text = "all"}) end
            function handlers.count()
              local count = 0
              return { on_message = function(ws) count = count + 1 async.sleep(30) ws:send(count .. "") end }
            end
            function handlers.fails() return { on_message = function() error "no" end } end
            function handlers.refuses()
              return nil, errors.new { kind = "PermissionDenied", message = "not you" }
            end
            function handlers.wrong() return { on_mesage = print } end
            return handlers
            """;

    @TempDir static Path folder;

    private static RunningMoonlet moonlet;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws IOException {
        new BundleFolder(folder).serving(PATHS).with("lua/handlers.lua", SCRIPT);
        moonlet =
                RunningMoonlet.serving(
                        folder,
                        "moonlet.http.websocket.max-message=100KB",
                        "moonlet.http.websocket.ping=100ms");
    }

    @AfterAll
    static void stop() {
        CLIENT.close();
        moonlet.close();
    }

    @AfterEach
    void leavesNothingBehind() {
        await().until(() -> moonlet.bean(Invocations.class).running().isEmpty());
    }

    @Test
    void answersTextsAndBytes() {
        Talk talk = new Talk();
        WebSocket socket = talk.open("/echo/bob");
        socket.sendText("täxt", true).join();
        socket.sendText("in ", false).join();
        socket.sendText("parts", true).join();
        socket.sendBinary(ByteBuffer.wrap(new byte[] {(byte) 0xff, 0}), true).join();
        await().until(() -> talk.heard.size() == 4);
        assertThat(talk.heard).containsExactly("hello bob", "täxt", "in parts", "[-1, 0]");
        assertThat(moonlet.bean(Invocations.class).active().streams()).isEqualTo(1);

        socket.sendText("bye", true).join();

        await().until(() -> talk.heard.contains("closed 3001 as you say"));
    }

    @Test
    void endsWhenTheClientCloses() {
        Talk talk = new Talk();
        WebSocket socket = talk.open("/echo/bob");
        await().until(() -> !talk.heard.isEmpty());

        socket.sendClose(4000, "enough").join();

        await().until(() -> moonlet.bean(Invocations.class).running().isEmpty());
        Talk lost = new Talk();
        lost.open("/echo/bob").abort();
    }

    @Test
    void hearsWhatHappensElsewhere() throws IOException {
        Talk one = new Talk();
        Talk other = new Talk();
        WebSocket first = one.open("/room");
        WebSocket second = other.open("/room");
        await().until(() -> one.heard.contains("in") && other.heard.contains("in"));

        moonlet.get("/say");

        await().until(() -> one.heard.contains("all") && other.heard.contains("all"));
        first.sendClose(1000, "").join();
        second.abort();
    }

    @Test
    void takesOneMessageAfterTheOtherForAsLongAsItLasts() {
        Talk talk = new Talk();
        WebSocket socket = talk.open("/count");
        for (int i = 0; i < 40; i++) {
            socket.sendText("x", true).join();
        }
        await().until(() -> talk.heard.size() == 40);
        assertThat(talk.heard).startsWith("1", "2", "3").endsWith("40");
        socket.sendClose(1000, "").join();
    }

    @Test
    void closesWhenTheHandlerFailsOrAMessageIsTooLarge() {
        Talk failing = new Talk();
        failing.open("/fails").sendText("x", true).join();
        await().until(() -> failing.heard.contains("closed 1011 "));
        Talk large = new Talk();
        large.open("/count").sendText("x".repeat(200_000), true).join();
        await().until(() -> large.heard.stream().anyMatch(each -> each.startsWith("closed 1009")));
    }

    @Test
    void noticesAClientThatIsSilent() throws IOException {
        try (RawClient silent = new RawClient(moonlet.uri("/"))) {
            silent.send(
                    """
                    GET /room HTTP/1.1
                    Host: a
                    Connection: upgrade
                    Upgrade: websocket
                    Sec-WebSocket-Version: 13
                    Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==

                    """
                            .replace("\n", "\r\n"));
            await().until(() -> moonlet.bean(Invocations.class).active().streams() == 1);
            await().until(() -> moonlet.bean(Invocations.class).running().isEmpty());
        }
    }

    @Test
    void isOpenedOnlyIfTheHandlerSaysSo() throws IOException {
        assertThat(refused("/refuses", "")).isEqualTo(403);
        assertThat(refused("/wrong", "")).isEqualTo(500);
        assertThat(refused("/echo/a", "https://evil.example.com")).isEqualTo(403);
        assertThat(refused("/nowhere", "")).isEqualTo(404);
        assertThat(moonlet.get("/echo/a").statusCode()).isEqualTo(426);
        assertThat(moonlet.get("/refuses").statusCode()).isEqualTo(426);
    }

    private static int refused(String path, String origin) {
        WebSocket.Builder builder = CLIENT.newWebSocketBuilder();
        if (!origin.isEmpty()) {
            builder.header("Origin", origin);
        }
        try {
            builder.buildAsync(address(path), new WebSocket.Listener() {}).join();
            return 101;
        } catch (CompletionException failed) {
            return failed.getCause() instanceof WebSocketHandshakeException refused
                    ? refused.getResponse().statusCode()
                    : 0;
        }
    }

    private static URI address(String path) {
        return URI.create(moonlet.uri(path).toString().replace("http:", "ws:"));
    }

    /** What a client has heard. */
    private static final class Talk implements WebSocket.Listener {

        final List<String> heard = new CopyOnWriteArrayList<>();

        WebSocket open(String path) {
            return CLIENT.newWebSocketBuilder().buildAsync(address(path), this).join();
        }

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket socket, CharSequence data, boolean last) {
            heard.add(data.toString());
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(
                WebSocket socket, ByteBuffer data, boolean last) {
            byte[] bytes = new byte[data.remaining()];
            data.get(bytes);
            heard.add(Arrays.toString(bytes));
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            heard.add("closed " + code + " " + reason);
            return null;
        }
    }
}
