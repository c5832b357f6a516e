package dev.moonlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The files that a guide shows, each under the name in its first line, written and compiled. */
final class GuideProject implements AutoCloseable {

    private final String guide;
    private final Path folder;
    private final URLClassLoader classes;

    GuideProject(Path guide, Path folder) throws IOException {
        this.guide = Files.readString(guide);
        this.folder = folder;
        for (MatchResult file : matches("(?m)^```\\w+\\n(?://|--|#) (\\S+)\\n([^`]*)^```$")) {
            Path path = folder.resolve(file.group(1));
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.group(2));
        }
        classes = new URLClassLoader(compiled(), GuideProject.class.getClassLoader());
    }

    List<MatchResult> matches(String pattern) {
        return Pattern.compile(pattern).matcher(guide).results().toList();
    }

    ClassLoader classes() {
        return classes;
    }

    Object made(Class<?> type) throws ReflectiveOperationException {
        Constructor<?> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }

    @Override
    public void close() throws IOException {
        classes.close();
    }

    private URL[] compiled() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Path target = folder.resolve("target");
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> sources = Files.walk(folder.resolve("src"))) {
            List<Path> java = sources.filter(each -> each.toString().endsWith(".java")).toList();
            List<String> options =
                    List.of("-d", target.toString(), "-proc:none", "-Xlint:all", "-Werror");
            var units = files.getJavaFileObjectsFromPaths(java);
            var task = compiler.getTask(said, files, null, options, null, units);
            assertThat(task.call()).as(said.toString()).isTrue();
        }
        return new URL[] {
            target.toUri().toURL(), folder.resolve("src/main/resources/").toUri().toURL()
        };
    }
}
