package dev.moonlet.revision.activation;

import dev.moonlet.Moonlet;
import dev.moonlet.revision.Fetched;
import dev.moonlet.revision.Revision;
import dev.moonlet.revision.Source;
import dev.moonlet.revision.SourceFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** How long a bundle of many scripts takes to be served, at first and after a change of one. */
public final class ReloadTimes {

    private static final int RELOADS = 30;

    private ReloadTimes() {}

    public static void main(String[] arguments) throws IOException, SourceFailed {
        int scripts = Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("reload");
        write(folder, scripts);
        SpringApplication application = new SpringApplication(Moonlet.class);
        try (ConfigurableApplicationContext beans =
                application.run(
                        "--server.port=0",
                        "--logging.level.root=warn",
                        "--moonlet.command=true",
                        "--moonlet.bundle.watch=0",
                        "--spring.datasource.url=jdbc:h2:mem:reload",
                        "--moonlet.bundle.directory=" + folder)) {
            IO.println("first load of %d scripts".formatted(scripts));
            IO.println(load(beans));
            long[] times = new long[RELOADS];
            for (int i = 0; i < RELOADS; i++) {
                script(folder, i % scripts, "changed " + i);
                long start = System.nanoTime();
                load(beans);
                times[i] = System.nanoTime() - start;
            }
            Arrays.sort(times);
            IO.println(
                    "reload: median %d ms, worst of %d %d ms"
                            .formatted(
                                    times[RELOADS / 2] / 1_000_000,
                                    RELOADS,
                                    times[RELOADS - 1] / 1_000_000));
        }
    }

    private static Revision load(ConfigurableApplicationContext beans) throws SourceFailed {
        long start = System.nanoTime();
        Fetched fetched = beans.getBean(Source.class).fetch();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        Revision revision = beans.getBean(Activate.class).take(fetched, took);
        IO.print(revision.report());
        IO.println("in all %d ms".formatted((System.nanoTime() - start) / 1_000_000));
        return revision;
    }

    private static void write(Path folder, int scripts) throws IOException {
        StringBuilder paths = new StringBuilder("openapi: 3.1.0\npaths:\n");
        for (int i = 0; i < scripts; i++) {
            script(folder, i, "hello");
            paths.append(
                    """
                      /things%1$d/{id}:
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
        Files.createDirectories(folder.resolve("config"));
        Files.writeString(folder.resolve("config/openapi.yaml"), paths);
    }

    private static void script(Path folder, int i, String word) throws IOException {
        Path file = folder.resolve("lua/handlers/h%d.lua".formatted(i));
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
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
                return h
                """
                        .formatted(word));
    }
}
