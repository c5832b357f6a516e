package dev.moonlet.revision.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlet.revision.BundleProperties;
import dev.moonlet.revision.BundleProperties.Mode;
import dev.moonlet.revision.Fetched;
import dev.moonlet.revision.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectorySourceTest {

    @TempDir Path folder;

    @Test
    void readsTheDocumentsAndTheScripts() throws IOException {
        write("config/openapi.yaml", "a");
        write("config/deeper/other.yml", "b");
        write("config/deeper/still/order.json", "{}");
        write("config/secret.txt", "c");
        write("lua/x/y.lua", "d");
        write("lua/notes.md", "e");
        write("pom.xml", "f");

        assertThat(fetch().bundle().files().keySet())
                .containsExactlyInAnyOrder(
                        "config/openapi.yaml",
                        "config/deeper/other.yml",
                        "config/deeper/still/order.json",
                        "lua/x/y.lua");
        assertThat(fetch().problems()).isEmpty();
    }

    @Test
    void readsAMountedVolumeWhoseFoldersAreLinks() throws IOException {
        write("..data/lua/x.lua", "a");
        Files.createSymbolicLink(folder.resolve("lua"), Path.of("..data/lua"));

        assertThat(fetch().bundle().files().keySet()).containsExactly("lua/x.lua");
    }

    @Test
    void leavesOutWhatIsNoRegularFileAndSaysSo() throws IOException {
        write("lua/x.lua", "a");
        Files.createSymbolicLink(folder.resolve("lua/passwd.lua"), Path.of("/etc/passwd"));
        write("lua/large.lua", "x".repeat((1 << 20) + 1));

        assertThat(fetch().bundle().files().keySet()).containsExactly("lua/x.lua");
        assertThat(fetch().problems())
                .extracting(Problem::toString)
                .containsExactlyInAnyOrder(
                        "lua/passwd.lua: is not a regular file, so it is left out",
                        "lua/large.lua: is larger than 1048576 bytes");
    }

    @Test
    void tellsContentsApart() throws IOException {
        write("lua/x.lua", "a");
        String first = fetch().bundle().id();
        write("lua/x.lua", "b");
        String second = fetch().bundle().id();
        write("lua/x.lua", "a");

        assertThat(second).isNotEqualTo(first);
        assertThat(fetch().bundle().id()).isEqualTo(first).hasSize(12);
    }

    @Test
    void findsNothingWhereNothingIs() {
        assertThat(fetch().bundle().files()).isEmpty();
        assertThat(fetch().bundle().origin()).isEqualTo(folder.toString());
    }

    private Fetched fetch() {
        return new DirectorySource(
                        new BundleProperties(folder.toString(), Duration.ZERO, Mode.STRICT))
                .fetch();
    }

    private void write(String path, String content) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.writeString(folder.resolve(path), content);
    }
}
