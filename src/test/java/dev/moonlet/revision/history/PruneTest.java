package dev.moonlet.revision.history;

import static dev.moonlet.revision.history.Made.activation;
import static dev.moonlet.revision.history.Made.ready;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is forgotten. */
class PruneTest extends InEachDatabase {

    PruneTest(Databases database) {
        super(database);
    }

    @Test
    void prunesTheOldestThatNobodyNeeds() {
        List.of("chosen", "old", "older", "last", "first", "x", "y", "z")
                .forEach(id -> history.keep(ready(id, "return '%s'".formatted(id))));
        List.of("old", "older", "last", "older", "last", "last")
                .forEach(id -> history.activated(activation(id, "")));
        history.choose(Made.pin("chosen", history.choice()), activation("last", ""));

        assertThat(history.prune(2)).isEqualTo(3);

        assertThat(history.list(9, 0))
                .extracting(Summary::id)
                .containsExactly("z", "y", "last", "older", "chosen");
        assertThat(contents()).isEqualTo(5);
        assertThat(history.activations(9, 0)).hasSize(7);
        assertThat(history.bundle("chosen")).isPresent();
    }

    @Test
    void leavesWhatWasReadyHoweverMuchIsRefused() {
        history.keep(ready("a", "return 1"));
        history.keep(ready("b", "return 2"));
        List.of("x", "y", "z").forEach(id -> history.keep(Made.refused(id, "return '" + id + "'")));

        assertThat(history.prune(2)).isEqualTo(1);

        assertThat(history.list(9, 0)).extracting(Summary::id).containsExactly("z", "y", "b", "a");
    }

    @Test
    void leavesContentThatAnotherRevisionHasWhenItPrunes() {
        history.keep(ready("a", "return 1"));
        history.keep(ready("b", "return 1"));

        assertThat(history.prune(1)).isEqualTo(1);

        assertThat(history.find("a")).isEmpty();
        assertThat(history.bundle("b")).isPresent();
    }
}
