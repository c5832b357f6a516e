package dev.moonlet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.moonlet.invocation.Invocations;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses that are written piece by piece. */
class StreamTest {

    private static final String PATHS =
            """
            /numbers: {get: {x-handler: handlers.numbers}}
            /events: {get: {x-handler: handlers.events}}
            /next: {get: {x-handler: handlers.next}}
            /quiet: {get: {x-handler: handlers.quiet}}
            /fails: {get: {x-handler: handlers.fails}}
            /flood: {get: {x-handler: handlers.flood}}
            /long: {get: {x-handler: handlers.long, x-limits: {time: 1s, cpu: 1s}}}
            /short: {get: {x-handler: handlers.quiet, x-limits: {stream: 50ms}}}
            /wrong/{heartbeat}: {get: {x-handler: handlers.wrong}}
            /late: {get: {x-handler: handlers.late}}
            /wide: {get: {x-handler: handlers.wide}}
            /wideEvents: {get: {x-handler: handlers.wideEvents}}
            """;

    private static final String SCRIPT =
            """
            local async, events, http = require "async", require "events", require "http"
            local handlers = {}

            function handlers.numbers()
              return http.stream(function(write)
                for i = 1, 3 do write(i .. "\\n") end
              end, {status = 201, headers = {["X-A"] = "b"}, content_type = "text/csv"})
            end

            function handlers.events(req)
              return http.events(function(send)
                send { id = 7, event = "price", retry = 500, data = { amount = 1.5 } }
                send("two\\nlines")
                send { comment = "after " .. (req.headers["last-event-id"] or "none") }
                local payload = events.wait("prices", "5s")
                send { data = payload }
                local ok, err = pcall(send, { event = "a\\nb" })
                send(tostring(err))
              end)
            end

            function handlers.next() events.emit("prices", {amount = 2}) end

            function handlers.quiet()
              return http.events(function() async.sleep("20s") end, {heartbeat = 20})
            end

            function handlers.fails()
              return http.stream(function(write) write("half") error("no more") end)
            end

            function handlers.flood()
              return http.stream(function(write)
                sent = 0
                repeat
                  local ok, err = write(("x"):rep(65536))
                  if ok then sent = sent + 1 end
                until not ok
                print("flood " .. err:kind())
              end)
            end

            function handlers.long()
              return http.stream(function(write)
                for i = 1, 4 do
                  local t = os.clock()
                  while os.clock() - t < 0.3 do end
                  async.sleep(20)
                  write("x")
                end
              end)
            end

            function handlers.wrong(req)
              local ok, err = pcall(http.events, print, {heartbeat = req.params.heartbeat})
              return err
            end

            local wide = {A = ("x"):rep(8192 - 4)}

            function handlers.wide()
              return http.stream(function(write) write("x") end, {headers = wide})
            end

            function handlers.wideEvents()
              return http.events(function(send) send("x") end, {headers = wide})
            end

            function handlers.late()
              return http.stream(function(write)
                setTimeout(function() repeat async.sleep(1) until not write("") end, 1)
                write("x")
              end)
            end

            return handlers
            """;

    @TempDir static Path folder;

    private static RunningMoonlet moonlet;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws IOException {
        new BundleFolder(folder).serving(PATHS).with("lua/handlers.lua", SCRIPT);
        moonlet = RunningMoonlet.serving(folder);
    }

    @AfterAll
    static void stop() {
        CLIENT.close();
        moonlet.close();
    }

    @Test
    void haveAHeadAndPieces() throws IOException {
        HttpResponse<String> numbers = moonlet.get("/numbers");

        assertThat(numbers.statusCode()).isEqualTo(201);
        assertThat(numbers.body()).isEqualTo("1\n2\n3\n");
        assertThat(numbers.headers().firstValue("Content-Type")).hasValue("text/csv");
        assertThat(numbers.headers().firstValue("X-A")).hasValue("b");
        assertThat(numbers.headers().firstValue("Content-Length")).isEmpty();
        HttpResponse<String> head =
                moonlet.send(moonlet.request("/quiet").method("HEAD", noBody()));
        assertThat(head.statusCode()).isEqualTo(200);
    }

    @Test
    void areEventsThatComeWhenTheyAreSent() throws IOException, InterruptedException {
        try (BufferedReader lines = open("/events")) {
            assertThat(read(lines, 8))
                    .containsExactly(
                            "event: price",
                            "id: 7",
                            "retry: 500",
                            "data: {\"amount\":1.5}",
                            "",
                            "data: two",
                            "data: lines",
                            "");
            assertThat(read(lines, 2)).containsExactly(": after none", "");
            assertThat(moonlet.bean(Invocations.class).active().streams()).isEqualTo(1);
            await().until(() ->
                    moonlet.bean(Invocations.class).running().stream()
                            .anyMatch(each -> each.waitsFor().equals("timers")));
            moonlet.get("/next");
            assertThat(read(lines, 2)).containsExactly("data: {\"amount\":2}", "");
            assertThat(read(lines, 1).getFirst())
                    .contains("the field 'event' of an event is one line");
        }
        await().until(() -> moonlet.bean(Invocations.class).running().isEmpty());
    }

    @Test
    void showThatTheyAreThereWhenNothingHappens() throws IOException, InterruptedException {
        try (BufferedReader lines = open("/quiet")) {
            assertThat(read(lines, 4)).containsExactly(":", "", ":", "");
        }
        await().until(() -> moonlet.bean(Invocations.class).running().isEmpty());
    }

    @Test
    void doNotBeatTooFast() throws IOException {
        assertThat(moonlet.get("/wrong/0").body()).contains("more than nothing expected, got '0'");
        assertThat(moonlet.get("/wrong/9ms").body()).contains("'heartbeat': 10ms or more expected");
        assertThat(moonlet.get("/wrong/soon").body()).contains("like '250ms' or '10s' expected");
    }

    @Test
    void breakOffWhenTheHandlerFails() throws IOException {
        try (RawClient raw = new RawClient(moonlet.uri("/"))) {
            assertThat(raw.get("/fails")).endsWith("\r\n4\r\nhalf\r\n").doesNotContain("no more");
        }
        try (RawClient raw = new RawClient(moonlet.uri("/"))) {
            assertThat(raw.get("/numbers")).endsWith("0\r\n\r\n");
        }
    }

    @Test
    void goAtThePaceOfTheirClients() throws IOException {
        Invocations invocations = moonlet.bean(Invocations.class);
        try (Socket slow = new Socket("localhost", moonlet.uri("/").getPort())) {
            slow.getOutputStream().write("GET /flood HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(UTF_8));
            InputStream in = slow.getInputStream();
            assertThat(in.read()).isPositive();
            await().until(() ->
                    invocations.running().stream()
                            .anyMatch(each -> each.waitsFor().equals("Write")));
            assertThat(in.readNBytes(20_000_000)).hasSize(20_000_000);
        }
        await().until(() -> invocations.running().isEmpty());
    }

    @Test
    void lastLongerThanACallMay() throws IOException {
        assertThat(moonlet.get("/long").body()).isEqualTo("xxxx");
        try (RawClient raw = new RawClient(moonlet.uri("/"))) {
            assertThat(raw.get("/short")).contains("200").doesNotEndWith("0\r\n\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/wide", "/wideEvents"})
    void areNotBegunWhenTheirHeadersAreTooLarge(String path) throws IOException {
        HttpResponse<String> response = moonlet.get(path);

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(response.headers().firstValue("A")).isEmpty();
    }

    @Test
    void takeNothingWhenTheyHaveEnded() throws IOException {
        assertThat(moonlet.get("/late").body()).isEqualTo("x");
        await().until(() -> moonlet.bean(Invocations.class).running().isEmpty());
    }

    private static BodyPublisher noBody() {
        return BodyPublishers.noBody();
    }

    private static BufferedReader open(String path) throws IOException, InterruptedException {
        HttpResponse<InputStream> response =
                CLIENT.send(moonlet.request(path).build(), BodyHandlers.ofInputStream());
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValue("text/event-stream;charset=UTF-8");
        return new BufferedReader(new InputStreamReader(response.body(), UTF_8));
    }

    private static List<String> read(BufferedReader lines, int count) {
        return lines.lines().limit(count).toList();
    }
}
