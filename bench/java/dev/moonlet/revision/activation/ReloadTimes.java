package dev.moonlet.revision.activation;

import dev.moonlet.Moonlet;
import dev.moonlet.revision.Fetched;
import dev.moonlet.revision.Revision;
import dev.moonlet.revision.Source;
import dev.moonlet.revision.SourceFailed;
import dev.moonlet.revision.history.History;
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
        ManyScripts bundle = new ManyScripts(folder, scripts);
        bundle.write();
        Moment before = new Moment(-1);
        Moment after = new Moment(1);
        SpringApplication application = new SpringApplication(Moonlet.class);
        application.addInitializers(
                context -> context.getBeanFactory().registerSingleton("before", before),
                context -> context.getBeanFactory().registerSingleton("after", after));
        try (ConfigurableApplicationContext beans =
                application.run(
                        "--spring.config.location=classpath:/application.yaml",
                        "--server.port=0",
                        "--logging.level.root=warn",
                        "--moonlet.bundle.watch=0",
                        "--moonlet.data=" + folder + "/data",
                        "--moonlet.bundle.directory=" + folder)) {
            IO.println("first load of %d scripts".formatted(scripts));
            tell(beans.getBean(Serve.class).revision(), after.nanos() - before.nanos());
            long[] times = new long[RELOADS];
            for (int i = 0; i < RELOADS; i++) {
                bundle.script(i % scripts, "changed " + i);
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

    private static void load(ConfigurableApplicationContext beans) throws SourceFailed {
        long start = System.nanoTime();
        Fetched fetched = beans.getBean(Source.class).fetch();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        Revision revision =
                beans.getBean(Activate.class)
                        .take(fetched, took, beans.getBean(History.class).choice());
        tell(revision, System.nanoTime() - start);
    }

    private static void tell(Revision revision, long nanos) {
        IO.print(revision.report());
        IO.println("in all %d ms".formatted(nanos / 1_000_000));
    }
}
