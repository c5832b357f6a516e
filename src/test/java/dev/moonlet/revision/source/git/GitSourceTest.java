package dev.moonlet.revision.source.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlet.revision.Commit;
import dev.moonlet.revision.Fetched;
import dev.moonlet.revision.SourceFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitSourceTest {

    @TempDir Path folder;

    private GitRepository repository;

    @BeforeEach
    void makeARepository() throws IOException {
        repository = GitRepository.in(folder.resolve("remote"));
    }

    @Test
    void takesTheBundleOfTheDefaultBranch() throws IOException, SourceFailed {
        repository
                .with("config/openapi.yaml", "a")
                .with("lua/x/y.lua", "b")
                .with("lua/notes.md", "c")
                .with("pom.xml", "d");
        String commit = repository.commit("Say hello\n\nWith a reason.");
        GitSource source = trial().source();

        Fetched fetched = source.fetch();

        assertThat(source.look()).isEqualTo(commit);
        assertThat(fetched.problems()).isEmpty();
        assertThat(fetched.bundle().id()).isEqualTo(commit.substring(0, 12));
        assertThat(fetched.bundle().origin()).isEqualTo(repository.uri());
        assertThat(fetched.bundle().files()).containsOnlyKeys("config/openapi.yaml", "lua/x/y.lua");
        assertThat(fetched.bundle().file("lua/x/y.lua").orElseThrow())
                .isEqualTo("b".getBytes(UTF_8));
        assertThat(fetched.bundle().commit())
                .contains(
                        new Commit(
                                commit,
                                "Olga Ray <olga@example.com>",
                                Instant.parse("2026-01-02T03:04:05Z"),
                                "Say hello\n\nWith a reason.\n"));
    }

    @Test
    void takesABranchBeforeATagOfTheSameName() throws IOException, SourceFailed {
        repository.with("lua/x.lua", "tag").commit("one");
        repository.git("tag", "v1");
        repository.git("checkout", "-q", "-b", "v1");
        repository.with("lua/x.lua", "branch").commit("two");
        repository.git("checkout", "-q", "main");

        assertThat(script(trial().with("ref", "v1").source())).isEqualTo("branch");
        assertThat(script(trial().with("ref", "refs/tags/v1").source())).isEqualTo("tag");
    }

    @Test
    void takesTheCommitOfAnAnnotatedTag() throws IOException, SourceFailed {
        String commit = repository.with("lua/x.lua", "tagged").commit("one");
        repository.git("tag", "-a", "-m", "first", "v1");
        repository.with("lua/x.lua", "later").commit("two");
        GitSource source = trial().with("ref", "v1").source();

        assertThat(source.look()).isEqualTo(commit);
        assertThat(script(source)).isEqualTo("tagged");
        assertThat(source.fetch().bundle().id()).isEqualTo(commit.substring(0, 12));
    }

    @Test
    void takesACommitThatIsNoTip() throws IOException, SourceFailed {
        String commit = repository.with("lua/x.lua", "old").commit("one");
        repository.with("lua/x.lua", "new").commit("two");
        GitSource source = trial().with("ref", commit).source();

        assertThat(script(source)).isEqualTo("old");

        Files.move(repository.folder(), folder.resolve("gone"));
        assertThat(source.look()).isEqualTo(commit);
        assertThat(script(source)).isEqualTo("old");
    }

    @Test
    void takesASubfolder() throws IOException, SourceFailed {
        repository.with("lua/x.lua", "root").with("teams/orders/lua/x.lua", "orders").commit("one");

        assertThat(script(trial().with("path", "/teams/orders/").source())).isEqualTo("orders");
        assertThatThrownBy(() -> trial().with("path", "teams/none").source().fetch())
                .isInstanceOf(SourceFailed.class)
                .hasMessageContaining("has no folder 'teams/none' in commit ")
                .hasMessageContaining("moonlet.bundle.git.path");
    }

    @Test
    void noticesANewCommitAndNothingElse() throws IOException, SourceFailed {
        repository.with("lua/x.lua", "one").commit("one");
        GitSource source = trial().source();
        String first = source.look();

        assertThat(source.look()).isEqualTo(first);
        assertThat(script(source)).isEqualTo("one");

        repository.with("lua/x.lua", "two").commit("two");

        assertThat(source.look()).isNotEqualTo(first);
        assertThat(script(source)).isEqualTo("two");
    }

    @Test
    void followsAForcePush() throws IOException, SourceFailed {
        repository.with("lua/x.lua", "one").commit("one");
        GitSource source = trial().source();
        assertThat(script(source)).isEqualTo("one");

        repository.git("checkout", "-q", "--orphan", "other");
        repository.with("lua/x.lua", "other").commit("other");
        repository.git("branch", "-q", "-M", "other", "main");

        assertThat(script(source)).isEqualTo("other");
        assertThat(source.look()).isEqualTo(repository.head());
    }

    @Test
    void keepsTheLastCommitAndNoOther() throws IOException, SourceFailed {
        repository.with("lua/x.lua", "one").commit("one");
        GitSource source = trial().source();
        source.fetch();
        Files.createDirectory(copy().resolveSibling("part-of-a-killed-service"));
        String second = repository.with("lua/x.lua", "two").commit("two");

        source.fetch();

        assertThat(copy().getFileName()).hasToString(second);
    }

    @Test
    void fetchesNothingThatItHas() throws IOException, SourceFailed {
        repository.with("lua/x.lua", "one").commit("one");
        trial().source().fetch();
        Object kept = Files.readAttributes(copy(), BasicFileAttributes.class).fileKey();

        assertThat(script(trial().source())).isEqualTo("one");
        assertThat(Files.readAttributes(copy(), BasicFileAttributes.class).fileKey())
                .isEqualTo(kept);
    }

    @Test
    void fetchesAnewWhatIsBroken() throws IOException, SourceFailed {
        repository.with("lua/x.lua", "one").commit("one");
        GitSource source = trial().source();
        source.fetch();
        deleteObjects(copy().resolve("objects"));

        assertThat(script(source)).isEqualTo("one");

        for (Path pack : packs(copy())) {
            pack.toFile().setWritable(true);
            Files.write(pack, new byte[(int) Files.size(pack)]);
        }

        assertThat(script(source)).isEqualTo("one");
    }

    private TrialSource trial() {
        return new TrialSource(folder.resolve("data")).with("uri", repository.uri());
    }

    private static String script(GitSource source) throws SourceFailed {
        return new String(source.fetch().bundle().file("lua/x.lua").orElseThrow(), UTF_8);
    }

    /** The only one there is. */
    private Path copy() throws IOException {
        try (Stream<Path> own = Files.list(folder.resolve("data/git"))) {
            try (Stream<Path> copies = Files.list(own.findFirst().orElseThrow())) {
                List<Path> all = copies.toList();
                assertThat(all).hasSize(1);
                return all.getFirst();
            }
        }
    }

    private static List<Path> packs(Path copy) throws IOException {
        try (Stream<Path> all = Files.list(copy.resolve("objects/pack"))) {
            return all.filter(each -> each.toString().endsWith(".pack")).toList();
        }
    }

    private static void deleteObjects(Path objects) throws IOException {
        try (Stream<Path> all = Files.walk(objects)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                Files.delete(each);
            }
        }
    }
}
