package dev.moonlet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service, started for a test on a free port, and a client for it. */
final class RunningMoonlet implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();

    private RunningMoonlet(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Serves a bundle; properties are written {@code name=value}. */
    static RunningMoonlet serving(Path bundle, String... properties) {
        return with(List.of(), bundle, properties);
    }

    /** Serves a bundle whose callers may do anything. */
    static RunningMoonlet permitting(Path bundle, String... properties) {
        return with(List.of(PermitAll.class), bundle, properties);
    }

    /** Serves a bundle, with more beans. */
    static RunningMoonlet with(List<Class<?>> beans, Path bundle, String... properties) {
        List<String> arguments = new ArrayList<>();
        arguments.add("--server.port=0");
        arguments.add("--moonlet.bundle.directory=" + bundle);
        for (String property : properties) {
            arguments.add("--" + property);
        }
        SpringApplication application = new SpringApplication(Moonlet.class);
        application.addPrimarySources(beans);
        application.setDefaultProperties(
                Map.of("moonlet.bundle.mode", "lenient", "moonlet.bundle.watch", "0"));
        return new RunningMoonlet(application.run(arguments.toArray(String[]::new)));
    }

    <B> B bean(Class<B> type) {
        return context.getBean(type);
    }

    URI uri(String path) {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        return URI.create("http://localhost:" + port + path);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path));
    }

    /** The same request by somebody: {@code olga:secret}. */
    static HttpRequest.Builder by(String credentials, HttpRequest.Builder request) {
        byte[] bytes = credentials.getBytes(UTF_8);
        return request.header(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    HttpResponse<String> get(String path) throws IOException {
        return send(request(path));
    }

    JsonNode read(HttpResponse<String> response) {
        return read(response.body());
    }

    JsonNode read(String json) {
        return new JsonMapper().readTree(json);
    }

    JsonNode json(String path) throws IOException {
        return read(get(path));
    }

    @Override
    public void close() {
        client.close();
        context.close();
    }
}
