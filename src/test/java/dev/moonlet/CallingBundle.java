package dev.moonlet;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/** A bundle whose route {@code /call} calls the others as it is told, and a client for it. */
record CallingBundle(RunningMoonlet moonlet) implements AutoCloseable {

    private static final String PATHS =
            """
            /call:
              post: {x-handler: calls.call}
            /call/known:
              post: {x-handler: calls.call, security: [{basic: []}]}
            /call/brief:
              post: {x-handler: calls.call, x-limits: {time: 500ms}}
            /call/long:
              post: {x-handler: calls.call, x-profile: full}
            /call/late:
              get: {x-handler: calls.late}
            /call/all:
              get: {x-handler: calls.all}
            /call/both:
              get: {x-handler: calls.both, x-profile: full}
            /call/endless:
              get: {x-handler: calls.endless}
            /call/globals:
              get: {x-handler: calls.globals}
            /target/{id}:
              parameters:
                - {name: id, in: path, required: true, schema: {type: integer}}
              get:
                x-handler: targets.show
                parameters:
                  - {name: limit, in: query, schema: {type: integer, maximum: 9}}
                  - {name: X-Count, in: header, schema: {type: integer}}
                  - {name: session, in: cookie, schema: {type: string}}
              put:
                x-handler: targets.put
                requestBody:
                  required: true
                  content:
                    application/json:
                      schema: {type: object, required: [a], properties: {a: {type: integer}}}
                    application/x-www-form-urlencoded:
                      schema: {type: object, properties: {a: {type: integer}}}
            /promised:
              get:
                x-handler: targets.unpromised
                responses:
                  "200": {content: {application/json: {schema: {type: object, required: [a]}}}}
            /fails:
              get: {x-handler: targets.fails}
            /missing:
              get: {x-handler: targets.missing}
            /broken:
              get: {x-handler: targets.nowhere}
            /spins:
              get: {x-handler: targets.spins, x-profile: full}
            /hoards:
              get: {x-handler: targets.hoards}
            /sleeps:
              get: {x-handler: targets.sleeps, x-profile: full}
            /stream:
              get: {x-handler: targets.stream}
            /forwards:
              get: {x-handler: targets.forwards}
            /redirects:
              get: {x-handler: targets.redirects}
            /socket:
              get: {x-websocket: targets.socket}
            /headers:
              get: {x-handler: targets.headers}
            /nothing:
              get: {x-handler: targets.nothing}
            /known:
              get: {x-handler: targets.user, security: [{basic: []}]}
            /writer:
              get: {x-handler: targets.user, security: [{basic: [write]}]}
            /nested:
              get: {x-handler: targets.nested}
            /{any}:
              get: {x-handler: targets.path}
            """;

    private static final String CALLS =
            """
            local api, async, json = require "api", require "async", require "json"
            local calls = {}

            local function shown(res, err)
              if not res then return { error = err:message(), kind = err:kind() } end
              return { status = res.status, headers = res.headers, text = res.text, url = res.url }
            end

            function calls.call(req)
              local call = req.body
              return shown(api.request(call.method or "GET", call.path, call.options))
            end

            function calls.all()
              local tasks = {}
              for i = 1, 20 do
                tasks[i] = function() return (api.get("/target/" .. i, { query = { limit = i % 9 } })) end
              end
              local sum = 0
              for i, res in ipairs(async.all(tasks)) do
                assert(res.status == 200)
                sum = sum + res:json().id
              end
              return { sum = sum }
            end

            function calls.both()
              local ok = pcall(async.all, { function() return api.get "/spins" end,
                                            function() async.sleep(100) error "no more" end })
              return { failed = not ok }
            end

            function calls.late()
              async.sleep "1s"
              return api.get("/nested").status
            end

            function calls.endless()
              local res, err = api.get("/call/endless")
              if not res then return { deepest = 0, error = err:message(), kind = err:kind() } end
              local deep = res:json()
              deep.deepest = deep.deepest + 1
              return deep
            end

            function calls.globals()
              mark = (mark or 0) + 1
              if mark > 1 then return { mark = mark } end
              return { mark = mark, inner = api.get("/nested").text }
            end

            return calls
            """;

    private static final String TARGETS =
            """
            local async, errors, http = require "async", require "errors", require "http"
            local targets = {}

            function targets.show(req)
              return { id = req.params.id, limit = req.query.limit, count = req.headers["X-Count"],
                       session = req.cookies.session, method = req.method, path = req.path,
                       request = req.id, remote = req.remote, type = math.type(req.params.id) }
            end
            function targets.put(req) return { got = req.body.a, kind = math.type(req.body.a) }, 201 end
            function targets.unpromised() return { b = 1 } end
            function targets.fails() error "secret" end
            function targets.missing()
              return nil, errors.new { kind = "NotFound", message = "no such thing" }
            end
            function targets.spins() while true do end end
            function targets.hoards() local t = {} while true do t[#t + 1] = { #t } end end
            function targets.sleeps() async.sleep "29s" end
            function targets.stream() return http.stream(function(write) write "a" end) end
            function targets.forwards() return http.forward { url = "http://localhost:1" } end
            function targets.redirects() return { _redirect = true, hostname = "localhost", port = 1 } end
            function targets.socket() return {} end
            function targets.headers()
              return "text", 202, { ["X-Two"] = { "1", "2" }, ["Content-Type"] = "text/csv" }
            end
            function targets.nothing() end
            function targets.user(req) return req.user.name end
            function targets.nested() mark = (mark or 0) + 1 return tostring(mark) end
            function targets.path(req) return req.path end
            return targets
            """;

    static CallingBundle served(Path folder, String... properties) throws IOException {
        new BundleFolder(folder)
                .with("lua/calls.lua", CALLS)
                .with("lua/targets.lua", TARGETS)
                .serving(PATHS);
        return new CallingBundle(RunningMoonlet.serving(folder, properties));
    }

    /** What the script has got from a GET. */
    JsonNode call(String path) throws IOException {
        return call("GET", path, "{}");
    }

    /** What the script has got. */
    JsonNode call(String method, String path, String options) throws IOException {
        return moonlet.read(moonlet.send(post("/call", method, path, options)));
    }

    HttpRequest.Builder post(String by, String method, String path, String options) {
        String body =
                "{\"method\":\"%s\",\"path\":\"%s\",\"options\":%s}"
                        .formatted(method, path, options);
        return moonlet.request(by)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    HttpResponse<String> get(String by, String path) throws IOException {
        return moonlet.send(post(by, "GET", path, "{}"));
    }

    /** The body of a response, which is JSON. */
    JsonNode body(JsonNode response) {
        return moonlet.read(response.get("text").asString());
    }

    @Override
    public void close() {
        moonlet.close();
    }
}
