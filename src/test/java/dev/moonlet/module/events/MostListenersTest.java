package dev.moonlet.module.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlet.module.TestKit;
import dev.moonlet.operation.events.TrialEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An invocation listens to no more than a bounded number of things. */
@Timeout(30)
class MostListenersTest {

    private final TestKit kit =
            TestKit.of(new EventsModule()).performing(new TrialEvents().dispatcher());

    @Test
    void listensToSoManyThingsAtMost() {
        assertThatThrownBy(() -> kit.run("for i = 1, 101 do require 'events'.on('n', print) end"))
                .hasMessageContaining("listens to 100 things already");
    }

    @Test
    void waitsForSoManyThingsAtMost() {
        assertThat(
                        kit.run(
                                """
                                local events, heard, sent = require 'events', 0, nil
                                for _ = 1, 101 do
                                  setTimeout(function() events.wait('n') heard = heard + 1 end)
                                end
                                repeat
                                  events.wait('never', 5)
                                  events.emit('n')
                                until heard == 99
                                return heard\
                                """))
                .isEqualTo(99L);
        assertThat(kit.failed()).hasSize(2);
        assertThat(kit.failed())
                .allSatisfy(failure ->
                        assertThat(failure)
                                .isEqualTo(
                                        "test.lua:3: bad argument #1 to 'wait' (the invocation"
                                                + " listens to 100 things already, which is the"
                                                + " most)"));
    }
}
