package dev.moonlet;

import dev.moonlet.lua.RunScript;
import dev.moonlet.module.WriteReference;
import dev.moonlet.module.WriteStubs;
import dev.moonlet.revision.Report;
import dev.moonlet.revision.Revision;
import dev.moonlet.revision.Source;
import dev.moonlet.revision.SourceFailed;
import dev.moonlet.revision.Validate;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToIntFunction;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** What Moonlet does besides serving. */
final class Commands {

    private static final int MISUSED = 2;

    private static final String USAGE =
            """
            usage: java -jar moonlet.jar [--SETTING=VALUE ...]      serves a bundle
                   java -jar moonlet.jar validate DIR               tells whether a bundle would be served
                   java -jar moonlet.jar run FILE.lua [ARGUMENTS]   runs a script
                   java -jar moonlet.jar stubs DIR                  writes for editors what modules offer
                   java -jar moonlet.jar reference DIR              writes for people what modules offer\
            """;

    private Commands() {}

    /** Whether the arguments are a command; settings begin with a hyphen. */
    static boolean areMeant(String... arguments) {
        return arguments.length > 0 && !arguments[0].startsWith("-");
    }

    /** Carries a command out, and returns its exit code. */
    static int run(String... arguments) throws InterruptedException {
        List<String> all = List.of(arguments);
        if (all.getFirst().equals("run")) {
            return RunScript.main(all.subList(1, all.size()));
        }
        if (all.size() == 2 && all.getFirst().equals("stubs")) {
            Path folder = Path.of(all.getLast());
            return write("stubs", folder, beans -> beans.getBean(WriteStubs.class).to(folder));
        }
        if (all.size() == 2 && all.getFirst().equals("reference")) {
            Path folder = Path.of(all.getLast());
            return write(
                    "reference", folder, beans -> beans.getBean(WriteReference.class).to(folder));
        }
        if (all.size() == 2 && all.getFirst().equals("validate")) {
            return validate(Path.of(all.getLast()));
        }
        complain(USAGE);
        return MISUSED;
    }

    private static int validate(Path folder) {
        if (!Files.isDirectory(folder)) {
            complain("moonlet: there is no directory '%s' to validate".formatted(folder));
            return MISUSED;
        }
        try (ConfigurableApplicationContext beans =
                modules("--moonlet.bundle.directory=" + folder, "--moonlet.bundle.tests=require")) {
            Revision revision = beans.getBean(Validate.class).validate(beans.getBean(Source.class));
            Report report = revision.report();
            IO.print(report);
            int problems = report.problems().size();
            IO.println(
                    report.refused()
                            ? "this bundle is refused: problems %d".formatted(problems)
                            : "this bundle would be served: routes %d, problems %d"
                                    .formatted(revision.served().size(), problems));
            return report.refused() ? 1 : 0;
        } catch (SourceFailed failed) {
            complain("moonlet: " + failed.getMessage());
            return 1;
        }
    }

    private static int write(String what, Path folder, ToIntFunction<ApplicationContext> writing) {
        try (ConfigurableApplicationContext beans = modules()) {
            int written = writing.applyAsInt(beans);
            IO.println("wrote the %s of %d modules to %s".formatted(what, written, folder));
            return 0;
        } catch (UncheckedIOException failed) {
            complain("moonlet: %s: %s".formatted(failed.getMessage(), failed.getCause()));
            return 1;
        }
    }

    /** All that is installed, but nothing that is not asked for: no bundle is read. */
    private static ConfigurableApplicationContext modules(String... settings) {
        return new SpringApplicationBuilder(Moonlet.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                // Endpoints would be made nevertheless, and health looks at the bundle.
                .properties(
                        "moonlet.command=true",
                        "management.endpoints.access.default=none",
                        "logging.level.org.springframework.data=warn")
                .logStartupInfo(false)
                .bannerMode(Banner.Mode.OFF)
                .run(settings);
    }

    private static void complain(String text) {
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8)
                .println(text);
    }
}
