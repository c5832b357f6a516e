package dev.moonlet.revision.source;

import dev.moonlet.revision.Bundle;
import dev.moonlet.revision.BundleProperties;
import dev.moonlet.revision.Fetched;
import dev.moonlet.revision.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.stereotype.Component;

/**
 * Reads the bundle of a directory: the YAML and JSON files below config/, the Lua files below lua/.
 * It is looked at from time to time, which works on every file system, mounted ones too.
 */
@Component
@Conditional(DirectorySource.WithoutRepository.class)
final class DirectorySource implements Source {

    private static final int MAX_DEPTH = 64;

    /** Whether no git repository takes its place, which it never does for a command. */
    static final class WithoutRepository implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            Environment environment = context.getEnvironment();
            return !environment.containsProperty("moonlet.bundle.git.uri")
                    || environment.getProperty("moonlet.command", Boolean.class, false);
        }
    }

    private final Path directory;
    private final Duration pace;
    private String quiet = "";
    private String last = "";

    DirectorySource(BundleProperties properties) {
        directory = Path.of(properties.directory());
        pace = properties.watch();
    }

    @Override
    public String origin() {
        return directory.toAbsolutePath().normalize().toString();
    }

    @Override
    public Duration pace() {
        return pace;
    }

    /** A change is told when two looks have seen the same of it: somebody may be writing still. */
    @Override
    public synchronized String look() {
        TakeFiles unused = new TakeFiles();
        StringBuilder seen = new StringBuilder();
        walk(
                unused,
                (name, path) -> seen.append(name).append(' ').append(stamp(path)).append('\n'));
        String now = seen.toString();
        if (quiet.isEmpty() || now.equals(last)) {
            quiet = now;
        }
        last = now;
        return quiet;
    }

    private static String stamp(Path path) {
        try {
            return Files.size(path) + " " + Files.getLastModifiedTime(path);
        } catch (IOException gone) {
            return "?";
        }
    }

    @Override
    public Fetched fetch() {
        TakeFiles taken = new TakeFiles();
        walk(taken, (name, path) -> take(taken, name, path));
        return new Fetched(Bundle.of(origin(), taken.files()), taken.problems());
    }

    private static void take(TakeFiles taken, String name, Path path) {
        try {
            if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                taken.take(name, Files.size(path), () -> Files.readAllBytes(path));
            } else {
                taken.refuse(name, "is not a regular file, so it is left out");
            }
        } catch (IOException failure) {
            taken.refuse(name, "can't be read: " + failure.getMessage());
        }
    }

    private void walk(TakeFiles taken, BiConsumer<String, Path> each) {
        for (String folder : List.of("config", "lua")) {
            walk(folder, taken, each);
        }
    }

    /** Looks into a folder; it may be a link, as a mounted volume's are, but nothing below it. */
    private void walk(String folder, TakeFiles taken, BiConsumer<String, Path> each) {
        if (!Files.isDirectory(directory.resolve(folder))) {
            return;
        }
        try {
            Path top = directory.resolve(folder).toRealPath();
            try (Stream<Path> found = Files.walk(top, MAX_DEPTH)) {
                found.forEach(path -> {
                    String name = folder + "/" + top.relativize(path).toString().replace('\\', '/');
                    if (TakeFiles.isOfBundle(name)) {
                        each.accept(name, path);
                    }
                });
            }
        } catch (IOException | UncheckedIOException failure) {
            taken.refuse(folder, "can't be read: " + failure.getMessage());
        }
    }
}
