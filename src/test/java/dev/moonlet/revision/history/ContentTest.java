package dev.moonlet.revision.history;

import static dev.moonlet.revision.history.Made.ready;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was in a bundle is given back, or nothing. */
class ContentTest extends InEachDatabase {

    ContentTest(Databases database) {
        super(database);
    }

    @Test
    void refusesContentThatIsNotWhatWasKeptUntilItIsKeptAgain() {
        history.keep(ready("a", "return 1"));
        tamper(Archive.pack(ready("a", "os.exit()").bundle().files()));

        assertThatThrownBy(() -> history.bundle("a"))
                .isInstanceOf(HistoryFailed.class)
                .hasMessageContaining("content of revision a")
                .hasMessageContaining("is not what was kept");

        history.keep(ready("a", "return 1"));
        assertThat(history.bundle("a")).isPresent();
    }

    @Test
    void refusesContentThatIsLargerThanAny() {
        history.keep(ready("a", "return 1"));
        tamper(Archive.pack(Map.of("lua/a.lua", new byte[Archive.LARGEST])));

        assertThatThrownBy(() -> history.bundle("a"))
                .isInstanceOf(HistoryFailed.class)
                .hasMessageContaining("larger than any");
    }

    @Test
    void refusesContentThatIsNoArchive() {
        history.keep(ready("a", "return 1"));
        byte[] archive = Archive.pack(ready("a", "return 1").bundle().files());
        tamper(Arrays.copyOf(archive, archive.length / 4));

        assertThatThrownBy(() -> history.bundle("a"))
                .isInstanceOf(HistoryFailed.class)
                .hasMessageContaining("content is broken");
    }

    private void tamper(byte[] archive) {
        instance.sql()
                .sql("update moonlet_content set archive = :archive")
                .param("archive", archive)
                .update();
    }
}
