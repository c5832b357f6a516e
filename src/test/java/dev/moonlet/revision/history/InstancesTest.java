package dev.moonlet.revision.history;

import static dev.moonlet.revision.history.Made.activation;
import static dev.moonlet.revision.history.Made.ready;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Instances that share a database, and that at first nobody has ever used. A file of H2 belongs to
 * one, whose threads share it.
 */
class InstancesTest extends InEachDatabase {

    /** So many that a database that loses one in hundreds is found out. */
    private static final int CHOICES = 2_000;

    /** Has the tables made when they are needed, and not while an instance starts. */
    private static final String LATE = "moonlet.command=true";

    private Instance other;

    InstancesTest(Databases database) {
        super(database);
    }

    @BeforeEach
    void openAnother() {
        other = database == Databases.H2 ? instance : new Instance(url);
    }

    @AfterEach
    void closeTheOther() {
        if (other != instance) {
            other.close();
        }
    }

    @Test
    void seeWhatEachOtherHaveDone() {
        history.keep(ready("a", "return 1"));
        Choice choice =
                other.history().choose(Made.pin("a", history.choice()), activation("a", ""));

        assertThat(other.history().bundle("a")).isPresent();
        assertThat(history.choice()).isEqualTo(choice);
        assertThat(history.last()).isEqualTo(other.history().last());
    }

    @Test
    void chooseOneAfterTheOther() throws ExecutionException, InterruptedException {
        List<Boolean> chosen = atOnce(CHOICES, this::choose);

        long made = chosen.stream().filter(Boolean::booleanValue).count();
        assertThat(made).isPositive();
        assertThat(history.activations(CHOICES, 0)).hasSize((int) made);
        assertThat(history.choice().version()).isEqualTo(1 + made);
        assertThat(history.choice().activation()).isEqualTo(history.last().orElseThrow().number());
    }

    private boolean choose(int turn) {
        History mine = mine(turn);
        try {
            mine.choose(Made.pin("a", mine.choice()), activation("a", ""));
            return true;
        } catch (HistoryConflict late) {
            return false;
        }
    }

    @Test
    void keepWhileTheyPrune() throws ExecutionException, InterruptedException {
        List<Boolean> kept =
                atOnce(
                        60,
                        turn -> {
                            String id = "r" + turn % 7;
                            mine(turn).keep(ready(id, "return " + turn % 3));
                            mine(turn).activated(activation(id, ""));
                            mine(turn).prune(1);
                            return true;
                        });

        assertThat(kept).containsOnly(true);
        history.prune(1);
        assertThat(history.list(9, 0))
                .hasSizeBetween(1, 3)
                .allMatch(each -> history.bundle(each.id()).isPresent());
        assertThat(contents()).isBetween(1L, 3L);
    }

    @RepeatedTest(5)
    void makeTheTablesAtOnce(@TempDir Path unused)
            throws ExecutionException, InterruptedException, IOException {
        String fresh = database.empty(unused);
        CyclicBarrier both = new CyclicBarrier(2);
        try (Instance one = new Instance(fresh, LATE);
                Instance two = new Instance(fresh, LATE);
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            History first = one.history();
            History second = database == Databases.H2 ? first : two.history();
            List<Callable<Choice>> turns =
                    List.of(
                            () -> {
                                both.await();
                                return first.choice();
                            },
                            () -> {
                                both.await();
                                return second.choice();
                            });
            for (Future<Choice> choice : threads.invokeAll(turns)) {
                assertThat(choice.get()).isEqualTo(first.choice());
            }
        }
    }

    private History mine(int turn) {
        return turn % 2 == 0 ? history : other.history();
    }

    private static List<Boolean> atOnce(int count, Turn each)
            throws ExecutionException, InterruptedException {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Boolean>> turns =
                    IntStream.range(0, count)
                            .<Callable<Boolean>>mapToObj(turn -> () -> each.take(turn))
                            .toList();
            List<Boolean> results = new ArrayList<>();
            for (Future<Boolean> result : threads.invokeAll(turns)) {
                results.add(result.get());
            }
            return results;
        }
    }

    @FunctionalInterface
    private interface Turn {
        boolean take(int turn);
    }
}
