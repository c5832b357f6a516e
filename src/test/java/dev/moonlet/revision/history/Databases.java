package dev.moonlet.revision.history;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The databases that history is kept in, each the real one. */
enum Databases {
    H2 {
        @Override
        String empty(Path folder) throws IOException {
            return inFile(folder);
        }
    },
    POSTGRESQL {
        @Override
        String empty(Path folder) throws IOException {
            String name = "history" + COUNT.incrementAndGet();
            EmbeddedPostgres server = server();
            new JdbcTemplate(server.getPostgresDatabase()).execute("create database " + name);
            return server.getJdbcUrl("postgres", name);
        }
    };

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;

    /** The address of a database that has nothing in it; its files may be in the folder. */
    abstract String empty(Path folder) throws IOException;

    /** The default of the service, but for the folder. */
    static String inFile(Path folder) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("src/main/resources/application.yaml"))) {
            return lines.map(String::strip)
                    .filter(line -> line.startsWith("url: jdbc:h2:async:"))
                    .map(line -> line.substring("url: ".length()))
                    .findFirst()
                    .orElseThrow()
                    .replace("${moonlet.data}", folder.toString());
        }
    }

    /** One for all tests: it ends with their JVM. */
    private static synchronized EmbeddedPostgres server() throws IOException {
        EmbeddedPostgres running = server;
        if (running == null) {
            running = EmbeddedPostgres.start();
            server = running;
        }
        return running;
    }
}
