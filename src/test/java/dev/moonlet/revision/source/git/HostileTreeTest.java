package dev.moonlet.revision.source.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlet.revision.Fetched;
import dev.moonlet.revision.Problem;
import dev.moonlet.revision.SourceFailed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileTreeTest {

    private static final String FILE = "100644";
    private static final String FOLDER = "40000";
    private static final String LINK = "120000";
    private static final String SUBMODULE = "160000";

    @TempDir Path folder;

    private GitRepository repository;

    @BeforeEach
    void makeARepository() throws IOException {
        repository = GitRepository.in(folder.resolve("remote"));
    }

    @Test
    void takesOnlyRegularFiles() throws IOException, SourceFailed {
        String blob = repository.blob("a");
        String commit = repository.commitTree(repository.tree(FILE, blob, "x"));
        serve(
                entry(LINK, repository.blob("/etc"), "etc"),
                entry(LINK, repository.blob("/etc/passwd"), "passwd.lua"),
                entry("100755", blob, "run.lua"),
                entry(SUBMODULE, commit, "shared"),
                entry(FILE, blob, "x.lua"));

        assertThat(fetch().bundle().files()).containsOnlyKeys("lua/run.lua", "lua/x.lua");
        assertThat(problems())
                .containsExactly(
                        "lua/etc: is a symbolic link, so it is left out",
                        "lua/passwd.lua: is a symbolic link, so it is left out",
                        "lua/shared: is a submodule, so it is left out");
    }

    @Test
    void saysThatAFolderIsALinkOrASubmodule() throws IOException, SourceFailed {
        String commit = repository.commitTree(repository.tree(FILE, repository.blob("a"), "x"));
        repository.commitTree(
                tree(
                        entry(LINK, repository.blob("/etc"), "config"),
                        entry(SUBMODULE, commit, "lua")));

        assertThat(fetch().bundle().files()).isEmpty();
        assertThat(problems())
                .containsExactly(
                        "config: is a symbolic link and not a folder",
                        "lua: is a submodule and not a folder");
    }

    @Test
    void refusesNamesThatLeadElsewhere() throws IOException, SourceFailed {
        String blob = repository.blob("a");
        String script = repository.tree(FILE, blob, "x.lua");
        serve(
                entry(FOLDER, repository.tree(FOLDER, script, ".."), "a"),
                entry(FOLDER, repository.tree(FILE, blob, "../up.lua"), "b"),
                entry(FOLDER, repository.tree(FILE, blob, "/abs.lua"), "c"),
                entry(FOLDER, repository.tree(FILE, blob, "C:x.lua"), "d"),
                entry(FOLDER, repository.tree(FILE, blob, "a\\b.lua"), "e"),
                entry(FOLDER, repository.tree(FILE, blob, "line\nbreak.lua"), "f"),
                entry(FILE, blob, "x.lua"));

        assertThat(fetch().bundle().files()).containsOnlyKeys("lua/x.lua");
        assertThat(problems())
                .allMatch(problem -> problem.endsWith("every system has: rename it"))
                .extracting(problem -> problem.substring(0, problem.indexOf(": is")))
                .containsExactly(
                        "lua/a/../x.lua",
                        "lua/b/../up.lua",
                        "lua/c//abs.lua",
                        "lua/d/C:x.lua",
                        "lua/e/a\\b.lua",
                        "lua/f/line?break.lua");
    }

    @Test
    void refusesNamesThatDifferInTheirCaseOnly() throws IOException, SourceFailed {
        String blob = repository.blob("a");
        serve(entry(FILE, blob, "A.lua"), entry(FILE, blob, "a.lua"));

        assertThat(fetch().bundle().files()).containsOnlyKeys("lua/A.lua");
        assertThat(problems())
                .containsExactly(
                        "lua/a.lua: differs from lua/A.lua in its case only: rename one of them");
    }

    @Test
    void refusesWhatIsTooLargeAndPointersOfLfs() throws IOException, SourceFailed {
        repository
                .with("lua/large.lua", "x".repeat((1 << 20) + 1))
                .with("lua/x.lua", "a")
                .with(
                        "lua/pointer.lua",
                        "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n")
                .commit("one");

        assertThat(fetch().bundle().files()).containsOnlyKeys("lua/x.lua");
        assertThat(problems())
                .containsExactly(
                        "lua/large.lua: is larger than 1048576 bytes",
                        "lua/pointer.lua: is a pointer of Git LFS: keep the file itself in the"
                                + " repository");
    }

    @Test
    void comesToAnEndWithTreesThatHoldEachOther() throws IOException, SourceFailed {
        String tree = repository.tree(FILE, repository.blob("a"), "x.txt");
        for (int depth = 0; depth < 12; depth++) {
            byte[][] entries = new byte[10][];
            for (int i = 0; i < entries.length; i++) {
                entries[i] = entry(FOLDER, tree, "f" + i);
            }
            tree = tree(entries);
        }
        repository.commitTree(repository.tree(FOLDER, tree, "lua"));

        assertThat(problems()).containsExactly("lua: has more than 100000 entries");
    }

    @Test
    void comesToAnEndInTheDepth() throws IOException, SourceFailed {
        String tree = repository.tree(FILE, repository.blob("a"), "x.lua");
        for (int depth = 0; depth < 70; depth++) {
            tree = repository.tree(FOLDER, tree, "f");
        }
        repository.commitTree(repository.tree(FOLDER, tree, "lua"));

        assertThat(problems()).singleElement().asString().endsWith("/f: is deeper than 64 folders");
    }

    @Test
    void refusesANameThatIsTooLong() throws IOException, SourceFailed {
        serve(entry(FILE, repository.blob("a"), "x".repeat(5000) + ".lua"));

        assertThat(problems())
                .singleElement()
                .asString()
                .hasSizeLessThan(200)
                .endsWith("…: has a name of more than 1000 bytes");
    }

    @Test
    void refusesAnObjectThatIsNotAsGitMakesThem() throws IOException {
        String blob = repository.blob("a");
        serve(entry(FILE, blob, "x.lua"), entry(FILE, blob, "x.lua"));

        assertThatThrownBy(this::fetch)
                .isInstanceOf(SourceFailed.class)
                .hasMessageContaining("has an object that is not as git makes them (")
                .hasMessageContaining("duplicate entry names");
    }

    private void serve(byte[]... entries) throws IOException {
        repository.commitTree(repository.tree(FOLDER, tree(entries), "lua"));
    }

    private String tree(byte[]... entries) throws IOException {
        ByteArrayOutputStream tree = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            tree.write(entry);
        }
        return repository.object("tree", tree.toByteArray());
    }

    private static byte[] entry(String mode, String id, String name) throws IOException {
        ByteArrayOutputStream entry = new ByteArrayOutputStream();
        entry.write((mode + " " + name + "\0").getBytes(UTF_8));
        entry.write(HexFormat.of().parseHex(id));
        return entry.toByteArray();
    }

    private Fetched fetch() throws SourceFailed {
        return new TrialSource(folder.resolve("data"))
                .with("uri", repository.uri())
                .source()
                .fetch();
    }

    private List<String> problems() throws SourceFailed {
        return fetch().problems().stream().map(Problem::toString).toList();
    }
}
