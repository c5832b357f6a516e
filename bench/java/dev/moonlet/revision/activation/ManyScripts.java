package dev.moonlet.revision.activation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A bundle of many scripts, each of which answers a route. */
record ManyScripts(Path folder, int scripts) {

    void write() throws IOException {
        StringBuilder paths = new StringBuilder("openapi: 3.1.0\npaths:\n");
        for (int i = 0; i < scripts; i++) {
            script(i, "hello");
            paths.append(
                    """
                      /things%1$d/{id}:
                        get: {x-handler: handlers.h%1$d.version}
                        post:
                          x-handler: handlers.h%1$d.answer
                          parameters:
                            - {name: id, in: path, required: true, schema: {type: integer}}
                            - {name: limit, in: query, schema: {type: integer, maximum: 100}}
                          requestBody:
                            content:
                              application/json:
                                schema:
                                  type: object
                                  required: [name]
                                  properties: {name: {type: string}, count: {type: integer}}
                          responses: {"200": {description: done}}
                    """
                            .formatted(i));
        }
        file("config/openapi.yaml", paths.toString());
        version(0);
    }

    /** Two scripts tell the same, unless they are of two revisions. */
    void version(int number) throws IOException {
        file("lua/one.lua", "return %d".formatted(number));
        file("lua/two.lua", "return %d".formatted(number));
    }

    void script(int i, String word) throws IOException {
        file(
                "lua/handlers/h%d.lua".formatted(i),
                """
                local json, errors = require "json", require "errors"
                local h = {}
                local function check(name)
                  if #name > 40 then error(errors.new {message = "too long", kind = "Invalid"}) end
                  return name:lower():gsub("%%s+", "-")
                end
                function h.answer(req)
                  local seen = {}
                  for i = 1, req.query.limit or 3 do
                    seen[#seen + 1] = ("%%s-%%d"):format(check(req.body.name), i)
                  end
                  return {id = req.params.id, word = "%s", seen = seen}
                end
                function h.version()
                  return require "one" .. ":" .. require "two"
                end
                return h
                """
                        .formatted(word));
    }

    private void file(String path, String content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
