package dev.moonlet.revision.history;

import static dev.moonlet.revision.history.Made.activation;
import static dev.moonlet.revision.history.Made.ready;
import static dev.moonlet.revision.history.Made.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlet.revision.Bundle;
import dev.moonlet.revision.Revision;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is remembered of revisions. */
class KeepTest extends InEachDatabase {

    KeepTest(Databases database) {
        super(database);
    }

    @Test
    void keepsAllThatThereIsToKnowOfARevision() {
        Instant before = Instant.now().minusMillis(1);
        Revision revision = ready("a", "return 1");

        history.keep(revision);

        KeptRevision kept = history.find("a").orElseThrow();
        assertThat(kept)
                .isEqualTo(
                        new KeptRevision(
                                1,
                                "a",
                                "git@example.com:hello.git main",
                                Optional.of(Made.COMMIT),
                                kept.preparedAt(),
                                false,
                                revision.report(),
                                revision.traits(),
                                revision.bundle().hashes()));
        assertThat(kept.preparedAt()).isBetween(before, Instant.now());
        assertThat(history.find("b")).isEmpty();
    }

    @Test
    void givesTheContentBackAsItWas() {
        Bundle bundle = ready("a", "return 1").bundle();
        history.keep(ready("a", "return 1"));

        Bundle kept = history.bundle("a").orElseThrow();

        assertThat(kept.files()).containsExactlyInAnyOrderEntriesOf(bundle.files());
        assertThat(kept.origin()).isEqualTo(bundle.origin());
        assertThat(kept.id()).isEqualTo("a");
        assertThat(kept.commit()).isEqualTo(bundle.commit());
        assertThat(history.bundle("b")).isEmpty();
    }

    @Test
    void keepsABundleOfADirectoryWhichHasNoCommit() {
        Bundle bundle = Bundle.of("/srv", Map.of("lua/a.lua", new byte[100_000]));
        Revision made = ready("a", "");
        history.keep(new Revision(bundle, Map.of(), List.of(), made.traits(), made.report()));

        assertThat(history.find(bundle.id()).orElseThrow().commit()).isEmpty();
        assertThat(history.bundle(bundle.id()).orElseThrow().hash()).isEqualTo(bundle.hash());
    }

    @Test
    void keepsNoContentOfARefusedRevision() {
        history.keep(refused("a", "return"));

        assertThat(history.find("a").orElseThrow().refused()).isTrue();
        assertThat(history.bundle("a")).isEmpty();
    }

    @Test
    void doesNotLoseTheContentWhenTheRevisionIsRefusedLater() {
        history.keep(ready("a", "return 1"));
        history.keep(refused("a", "return 1"));

        assertThat(history.find("a").orElseThrow().refused()).isTrue();
        assertThat(history.bundle("a")).isPresent();
    }

    @Test
    void replacesTheContentOfARevisionThatIsReadyWithAnother() {
        history.keep(ready("a", "return 1"));
        history.keep(ready("a", "return 2"));

        assertThat(history.bundle("a").orElseThrow().hash())
                .isEqualTo(ready("a", "return 2").bundle().hash());
    }

    @Test
    void listsWhatWasPreparedLastFirst() {
        List.of("a", "b", "c", "a").forEach(id -> history.keep(ready(id, "return 1")));

        assertThat(history.list(9, 0)).extracting(Summary::id).containsExactly("a", "c", "b");
        assertThat(history.list(1, history.list(1, 0).getFirst().number()))
                .singleElement()
                .satisfies(summary -> {
                    assertThat(summary.id()).isEqualTo("c");
                    assertThat(summary.commit()).contains(Made.COMMIT);
                    assertThat(summary.problems()).isEqualTo(2);
                });
    }

    @Test
    void keepsTheContentOfRevisionsThatHaveTheSameOnce() {
        history.keep(ready("a", "return 1"));
        history.keep(ready("b", "return 1"));

        assertThat(contents()).isEqualTo(1);
    }

    @Test
    void isThereAfterARestart() {
        history.keep(ready("a", "return 1"));
        Choice choice = history.choose(Made.pin("a", history.choice()), activation("a", ""));

        instance.close();
        instance = new Instance(url);

        assertThat(instance.history().bundle("a")).isPresent();
        assertThat(instance.history().choice()).isEqualTo(choice);
    }

    @Test
    void worksBesideTheTablesOfOthers() {
        instance.sql().sql("create table orders (id integer)").update();

        history.keep(ready("a", "return 1"));

        assertThat(history.bundle("a")).isPresent();
    }
}
