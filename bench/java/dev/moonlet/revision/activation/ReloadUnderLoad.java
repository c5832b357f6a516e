package dev.moonlet.revision.activation;

import dev.moonlet.Moonlet;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Changes a bundle of many scripts again and again while clients call it, and counts what they get
 * that they should not: failures, answers of two revisions at once, and answers of a revision that
 * was replaced before they asked.
 */
public final class ReloadUnderLoad {

    private static final int CLIENTS = 8;

    /** Answers before the first reload, so that what the heap has then is what serving takes. */
    private static final int WARM = 50_000;

    private final ConfigurableApplicationContext beans;
    private final ManyScripts bundle;
    private final AtomicInteger served = new AtomicInteger();
    private final AtomicLong answers = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong wrong = new AtomicLong();
    private final List<Long> times = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean over;

    private ReloadUnderLoad(ConfigurableApplicationContext beans, ManyScripts bundle) {
        this.beans = beans;
        this.bundle = bundle;
    }

    /** The arguments are the scripts, the reloads, and the answers at least. */
    public static void main(String[] arguments) throws Exception {
        ManyScripts bundle =
                new ManyScripts(
                        Files.createTempDirectory("reload"), Integer.parseInt(arguments[0]));
        bundle.write();
        Path folder = bundle.folder();
        try (ConfigurableApplicationContext beans =
                new SpringApplication(Moonlet.class)
                        .run(
                                "--spring.config.location=classpath:/application.yaml",
                                "--server.port=0",
                                "--logging.level.root=warn",
                                "--moonlet.bundle.watch=0",
                                "--moonlet.bundle.directory=" + folder,
                                "--moonlet.data=" + folder + "/data")) {
            new ReloadUnderLoad(beans, bundle)
                    .run(Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]));
        }
    }

    private void run(int reloads, long least) throws IOException, InterruptedException {
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(Thread.ofPlatform().start(this::call));
        }
        while (answers.get() < WARM) {
            Thread.sleep(10);
        }
        for (int i = 1; i <= 5; i++) {
            reload(i);
        }
        long first = used("after 5 reloads");
        int number = 6;
        while (number <= reloads || answers.get() < least) {
            reload(number++);
        }
        long last = used("after %d reloads".formatted(number - 1));
        over = true;
        for (Thread client : clients) {
            client.join();
        }
        Collections.sort(times);
        IO.println(
                "%d reloads of %d scripts: median %d ms, longest %d ms"
                        .formatted(
                                times.size(),
                                bundle.scripts(),
                                times.get(times.size() / 2),
                                times.getLast()));
        IO.println(
                "%d answers, %d failed, %d of a wrong revision; heap %.2f of that after 5"
                        .formatted(
                                answers.get(), failed.get(), wrong.get(), (double) last / first));
    }

    private void reload(int number) throws IOException {
        bundle.version(number);
        long start = System.nanoTime();
        beans.getBean(Head.class).forget();
        beans.getBean(Decide.class).decide();
        times.add((System.nanoTime() - start) / 1_000_000);
        served.set(number);
    }

    /** When the revisions before have drained. */
    private static long used(String when) throws InterruptedException {
        Thread.sleep(4_000);
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        int classes = ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
        IO.println("%s: heap %d KB, %d classes".formatted(when, heap >> 10, classes));
        return heap;
    }

    private void call() {
        String port = beans.getEnvironment().getRequiredProperty("local.server.port");
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (!over) {
                int at = served.get();
                int thing = ThreadLocalRandom.current().nextInt(bundle.scripts());
                URI uri = URI.create("http://localhost:%s/things%d/1".formatted(port, thing));
                judge(
                        client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()),
                        at);
            }
        } catch (IOException | InterruptedException failure) {
            failed.incrementAndGet();
            IO.println(failure);
        }
    }

    private void judge(HttpResponse<String> response, int at) {
        answers.incrementAndGet();
        if (response.statusCode() != 200) {
            failed.incrementAndGet();
            return;
        }
        String[] versions = response.body().split(":", -1);
        if (!versions[0].equals(versions[1]) || Integer.parseInt(versions[0]) < at) {
            wrong.incrementAndGet();
        }
    }
}
