package dev.moonlet.revision.history;

import static dev.moonlet.revision.history.Made.activation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was served, and what operators want to be. */
class ActivationsTest extends InEachDatabase {

    ActivationsTest(Databases database) {
        super(database);
    }

    @Test
    void tellsActivations() {
        assertThat(history.last()).isEmpty();

        long first = history.activated(activation("a", ""));
        long second = history.activated(activation("b", "a"));

        Activation made = activation("b", "a");
        assertThat(history.last())
                .contains(
                        new Activation(
                                second,
                                "b",
                                "a",
                                made.who(),
                                made.why(),
                                made.kind(),
                                made.instance(),
                                made.at()));
        assertThat(history.activations(9, second))
                .extracting(Activation::number)
                .containsExactly(first);
    }

    @Test
    void takesAnyTextForAReason() {
        Activation odd =
                new Activation(0, "a", "", "\0", "\0", Activation.Kind.PINNED, "", Instant.EPOCH);

        history.activated(odd);

        assertThat(history.last().orElseThrow().why()).isEqualTo("\ufffd");
    }

    @Test
    void leavesTheChoiceToTheSourceAtFirst() {
        Choice choice = history.choice();

        assertThat(choice).isEqualTo(new Choice(Optional.empty(), false, "", 0, choice.version()));
    }

    @Test
    void keepsAChoiceWithItsActivation() {
        Choice made = Made.pin("a", history.choice());

        Choice choice = history.choose(made, activation("a", ""));

        assertThat(history.choice()).isEqualTo(choice);
        assertThat(choice.revision()).contains("a");
        assertThat(choice.pinned()).isTrue();
        assertThat(choice.head()).isEqualTo("head");
        assertThat(choice.activation()).isEqualTo(history.last().orElseThrow().number());
    }

    @Test
    void refusesAChoiceThatWasMadeOfAnOlderOne() {
        Choice old = history.choice();
        history.choose(Made.pin("a", old), activation("a", ""));

        assertThatThrownBy(() -> history.choose(Made.pin("b", old), activation("b", "")))
                .isInstanceOf(HistoryConflict.class)
                .hasMessageContaining("choose again");
        assertThat(history.choice().revision()).contains("a");
        assertThat(history.activations(9, 0)).hasSize(1);
    }

    @Test
    void releasesTheChoiceThatIsMeantOnly() {
        Choice first = history.choose(Made.pin("a", history.choice()), activation("a", ""));
        Choice second = history.choose(Made.pin("b", first), activation("b", "a"));

        history.followed(activation("c", "b"), first);
        assertThat(history.choice()).isEqualTo(second);
        history.followed(activation("c", "b"), second);
        assertThat(history.choice().revision()).isEmpty();
        assertThat(history.choice().pinned()).isFalse();
        assertThat(history.activations(9, 0)).hasSize(4);
    }
}
