package dev.moonlet.revision.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class OpeningTest extends InEachDatabase {

    OpeningTest(Databases database) {
        super(database);
    }

    @Test
    void makesTheTablesBeforeAnybodyAsksForThem() {
        await().ignoreExceptionsInstanceOf(DataAccessException.class)
                .untilAsserted(() -> assertThat(choices()).isOne());
    }

    private long choices() {
        return instance.sql().sql("select count(*) from moonlet_choice").query(Long.class).single();
    }
}
