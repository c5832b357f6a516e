package dev.moonlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the real script on a path of its own: a few tools, fake JDKs and a fake Maven. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
class MvnwTest {
    private static final Path SCRIPT = Path.of("mvnw").toAbsolutePath();
    private static final String MAVEN = "apache-maven-3.9.16";
    private static final List<String> TOOLS =
            List.of("cat curl gzip mkdir mktemp mv rm sed sha512sum shasum tar tr".split(" ", -1));
    private static final String FAKE_MAVEN =
            """
            if [ "${1-}" = -v ]; then
                printf '\\033[1mApache Maven %1$s\\033[m\\nJava version: 17.0.1\\n'
                exit
            fi
            printf '%%s\\n' "Maven %1$s" "$JAVA_HOME" "$PWD" "$@"
            exit 7
            """;

    private final Path temp;
    private final Path home;
    private final Path tools;
    private final Path systems;
    private final Path archived;
    private final Path kept;
    private final Map<String, String> environment = new HashMap<>();
    private Path script = SCRIPT;

    private record Outcome(int status, String out, String err) {}

    MvnwTest(@TempDir Path folder) throws Exception {
        temp = folder.toRealPath();
        home = temp.resolve("a home");
        tools = home.resolve("bin");
        systems = temp.resolve("jvms");
        archived = temp.resolve("archive/3.9.16/binaries/" + MAVEN + "-bin.tar.gz");
        kept = home.resolve("kept here");
    }

    @BeforeEach
    void laysOutAPathOfItsOwn() throws Exception {
        for (String name : TOOLS) {
            for (Path tool : real(name).limit(1).toList()) {
                executable(tools.resolve(name), "exec '" + tool + "' \"$@\"\n");
            }
        }
        executable(tools.resolve("mvn"), FAKE_MAVEN.formatted("3.8.7"));
        environment.put("PATH", tools.toString());
        environment.put("HOME", home.toString());
        environment.put("MVNW_JVMS", systems + "/*");
        environment.put("MVNW_HOME", kept.toString());
        environment.put("MVNW_ARCHIVE", temp.toUri() + "archive");
    }

    @Test
    void takesTheJdkOfJavaHomeWhenItIsNewEnough() throws Exception {
        jdk(systems.resolve("26"), "26.0.1");
        Path own = jdk(home.resolve("my jdk"), "25.0.3");
        environment.put("JAVA_HOME", own.toString());
        assertThat(run().out()).contains("\n" + own + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.8.0_402", "17.0.15", "24-ea", ""})
    void passesOverAnOlderJavaHome(String version) throws Exception {
        Path newer = jdk25();
        environment.put("JAVA_HOME", jdk(home.resolve("old"), version).toString());
        assertThat(run().out()).contains("\n" + newer + "\n");
    }

    @Test
    void passesOverAFolderWithoutACompiler() throws Exception {
        Files.delete(jdk(systems.resolve("25-jre"), "25.0.3").resolve("bin/javac"));
        Path whole = jdk(systems.resolve("25-whole"), "25.0.3");
        assertThat(run().out()).contains("\n" + whole + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"25", "25.0.3", "26-ea", "100.1"})
    void findsAJdkAmongTheSystemsFolders(String version) throws Exception {
        jdk(systems.resolve("17"), "17.0.15");
        Path newer = jdk(systems.resolve("25 or so"), version);
        jdk(home.resolve(".sdkman/candidates/java/25"), "25.0.3");
        assertThat(run().out()).contains("\n" + newer + "\n");
    }

    @Test
    void findsOneOfSdkman() throws Exception {
        Path one = jdk(home.resolve(".sdkman/candidates/java/25-tem"), "25.0.3");
        javaOnThePathIsOf(jdk(home.resolve("on the path"), "25.0.3"));
        assertThat(run().out()).contains("\n" + one + "\n");
    }

    @Test
    void findsTheJdkOfJavaOnThePath() throws Exception {
        Path one = jdk(home.resolve("on the path"), "25.0.3");
        javaOnThePathIsOf(one);
        assertThat(run().out()).contains("\n" + one + "\n");
    }

    @Test
    void asksTheCompilerWhereThereIsNoReleaseFile() throws Exception {
        Path bare = jdk25();
        Files.delete(bare.resolve("release"));
        executable(bare.resolve("bin/javac"), "echo javac 25.0.3 >&2\n");
        assertThat(run().out()).contains("\n" + bare + "\n");
    }

    @Test
    void saysInOneLineThatNoJdkIsThere() throws Exception {
        Path old = jdk(systems.resolve("17"), "17.0.15");
        environment.put("JAVA_HOME", old.toString());
        javaOnThePathIsOf(old);
        assertThat(complaint(run()))
                .startsWith("mvnw: no JDK 25 or later: install one, or set JAVA_HOME")
                .contains("JAVA_HOME=" + old, systems + "/*", home + "/.sdkman");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.8.6", "3.8.7", "3.10.0", "4.0.0-rc-4"})
    void usesTheMavenOnThePath(String version) throws Exception {
        jdk25();
        executable(tools.resolve("mvn"), FAKE_MAVEN.formatted(version));
        Outcome outcome = run();
        assertThat(outcome.out()).startsWith("Maven " + version + "\n");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.status()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.9.9", "3.6.3", "3.8.5", "5.0.0"})
    void fetchesThePinnedMavenWhenTheOneOnThePathIsTooOld(String version) throws Exception {
        movesMavenToTheArchive();
        executable(tools.resolve("mvn"), FAKE_MAVEN.formatted(version));
        Outcome outcome = run("verify");
        assertThat(outcome.out()).startsWith("Maven 3.9.16\n").endsWith("\nverify\n");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void fetchesWithWgetWhereThereIsNoCurl() throws Exception {
        movesMavenToTheArchive();
        Files.delete(tools.resolve("curl"));
        executable(tools.resolve("wget"), "cat \"${4#file://}\" >\"$3\"\n");
        assertThat(run().out()).startsWith("Maven 3.9.16\n");
    }

    @Test
    void usesAFetchedMavenWithoutTheNetwork() throws Exception {
        movesMavenToTheArchive();
        assertThat(run().status()).isEqualTo(7);
        Files.delete(archived);
        assertThat(run().out()).startsWith("Maven 3.9.16\n");
    }

    @Test
    void keepsOneMavenWhenSeveralRunsFetchAtOnce() throws Exception {
        movesMavenToTheArchive();
        // Held up here, no run is done before the last one has begun.
        executable(tools.resolve("mv"), "PATH=/usr/bin:/bin; sleep 1; exec mv \"$@\"\n");
        for (Process run : List.of(start("a"), start("b"), start("c"))) {
            assertThat(run.waitFor()).isEqualTo(7);
        }
        assertThat(kept.toFile().list()).containsExactly(MAVEN);
        assertThat(kept.resolve(MAVEN).toFile().list()).containsExactly("bin");
    }

    @Test
    void refusesAnArchiveWithAnotherChecksum() throws Exception {
        movesMavenToTheArchive();
        script = SCRIPT;
        assertThat(complaint(run()))
                .matches(".* expected SHA-512 [0-9a-f]{128}, found " + sha512(archived));
        assertThat(kept).isEmptyDirectory();
    }

    @Test
    void saysWhatItCouldNotFetch() throws Exception {
        movesMavenToTheArchive();
        Files.delete(archived);
        assertThat(complaint(run())).startsWith("mvnw: could not fetch " + temp.toUri());
        assertThat(kept).isEmptyDirectory();
    }

    @Test
    void saysThatThereIsNothingToFetchWith() throws Exception {
        movesMavenToTheArchive();
        Files.delete(tools.resolve("curl"));
        assertThat(complaint(run())).startsWith("mvnw: neither curl nor wget to fetch Maven with");
    }

    @Test
    void handsArgumentsOnUnchanged() throws Exception {
        jdk25();
        String[] arguments = {"-Da=b c", "", "it's \"so\"", "*", "$HOME", "a\\nb", "-v"};
        assertThat(run(arguments).out()).endsWith("\n" + String.join("\n", arguments) + "\n");
    }

    @Test
    void worksFromAnotherFolder() throws Exception {
        jdk25();
        script = Files.copy(SCRIPT, home.resolve("mvnw"));
        assertThat(run().out()).contains("\n" + temp + "\n");
    }

    private Path jdk25() throws Exception {
        return jdk(systems.resolve("jdk-25"), "25.0.3");
    }

    private static Path jdk(Path folder, String version) throws Exception {
        executable(folder.resolve("bin/javac"), "exit 1\n");
        Files.writeString(folder.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return folder;
    }

    private void javaOnThePathIsOf(Path jdk) throws Exception {
        executable(tools.resolve("java"), "echo '    java.home = " + jdk + "' >&2\n");
    }

    private static void executable(Path file, String body) throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + body);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** The script is a copy then, which expects the checksum of the fake. */
    private void movesMavenToTheArchive() throws Exception {
        jdk25();
        Files.delete(tools.resolve("mvn"));
        executable(temp.resolve(MAVEN + "/bin/mvn"), FAKE_MAVEN.formatted("3.9.16"));
        Files.createDirectories(archived.getParent());
        ProcessBuilder tar = new ProcessBuilder("tar", "-czf", archived.toString(), MAVEN);
        assertThat(tar.directory(temp.toFile()).start().waitFor()).isZero();
        script = Files.copy(SCRIPT, temp.resolve("mvnw"));
        String sum = "sha512=" + sha512(archived);
        Files.writeString(script, Files.readString(script).replaceFirst("sha512=\\w{128}", sum));
    }

    private static String sha512(Path file) throws Exception {
        byte[] sum = MessageDigest.getInstance("SHA-512").digest(Files.readAllBytes(file));
        return HexFormat.of().formatHex(sum);
    }

    private static Stream<Path> real(String tool) {
        String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        return Stream.of(path.split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, tool).toAbsolutePath())
                .filter(Files::isExecutable);
    }

    private static String complaint(Outcome outcome) {
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().lines()).hasSize(1);
        return outcome.err().strip();
    }

    private Outcome run(String... arguments) throws Exception {
        int status = start("run", arguments).waitFor();
        String out = Files.readString(temp.resolve("run.out"));
        return new Outcome(status, out, Files.readString(temp.resolve("run.err")));
    }

    private Process start(String name, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(arguments));
        command.addFirst(script.toString());
        ProcessBuilder builder = new ProcessBuilder(command).directory(temp.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.redirectOutput(temp.resolve(name + ".out").toFile());
        builder.redirectError(temp.resolve(name + ".err").toFile());
        return builder.start();
    }
}
