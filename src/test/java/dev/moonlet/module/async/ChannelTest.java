package dev.moonlet.module.async;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlet.module.TestClock;
import dev.moonlet.module.TestKit;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Values that go from coroutine to coroutine. */
class ChannelTest {

    private final TestKit kit =
            TestKit.of(new AsyncModule()).at(new TestClock(Instant.parse("2026-01-01T00:00:00Z")));

    private @Nullable Object run(String script) {
        return kit.run("local async = require 'async' " + script);
    }

    @Test
    void handsValuesOverInTheirOrder() {
        assertThat(
                        run(
                                """
                                local ch, seen = async.channel(), {}
                                async.spawn(function()
                                  for i = 1, 3 do ch:send(i) end
                                  ch:close()
                                end)
                                for value in function() return (ch:receive()) end do
                                  seen[#seen + 1] = value
                                end
                                return table.concat(seen, ' '), ch:receive()\
                                """))
                .isEqualTo(Arrays.asList("1 2 3", null, false));
    }

    @Test
    void takesSoManyInAdvance() {
        assertThat(
                        run(
                                """
                                local ch, sent = async.channel(2), 0
                                async.spawn(function()
                                  for i = 1, 4 do ch:send(i) sent = i end
                                end)
                                async.sleep(1)
                                local before = sent
                                local first = ch:receive()
                                async.sleep(1)
                                return before, first, sent, ch:receive(), ch:receive(), ch:receive()\
                                """))
                .isEqualTo(List.of(2L, 1L, 3L, 2L, 3L, 4L, true));
    }

    @Test
    void refusesWhatIsSentWhenItIsClosed() {
        assertThatThrownBy(() -> run("local ch = async.channel(1) ch:close() ch:send(1)"))
                .hasMessage("test.lua:1: the channel is closed");
        assertThat(
                        run(
                                """
                                local ch = async.channel()
                                local h = async.spawn(function() ch:send(1) end)
                                async.sleep(1)
                                ch:close()
                                local _, e = h:join()
                                return e:message()\
                                """))
                .asString()
                .endsWith("the channel is closed");
    }

    @Test
    void givesWhatWasSentBeforeItWasClosed() {
        assertThat(
                        run(
                                """
                                local ch = async.channel(2)
                                ch:send('a') ch:close()
                                local a, open = ch:receive()
                                return a, open, ch:receive()\
                                """))
                .isEqualTo(Arrays.asList("a", true, null, false));
    }

    @Test
    void selectsWhatComesFirst() {
        assertThat(
                        run(
                                """
                                local a, b = async.channel(), async.channel()
                                async.spawn(function() async.sleep(20) a:send('a') end)
                                async.spawn(function() async.sleep(10) b:send('b') end)
                                local i, value, open = async.select({a, b})
                                local j, next = async.select({a, b})
                                return i, value, open, j, next\
                                """))
                .isEqualTo(List.of(2L, "b", true, 1L, "a"));
    }

    @Test
    void selectsSendingToo() {
        assertThat(
                        run(
                                """
                                local full, free = async.channel(0), async.channel(1)
                                local i = async.select({{channel = full, send = 1}, {channel = free, send = 2}})
                                return i, (free:receive())\
                                """))
                .isEqualTo(List.of(2L, 2L));
    }

    @Test
    void stopsSelectingAfterATime() {
        assertThat(
                        run(
                                """
                                local ch = async.channel()
                                local i, e = async.select({ch}, '1s')
                                local j, f = async.select({ch}, 0)
                                async.spawn(function() ch:send('late') end)
                                return i, e:kind(), f:kind(), (ch:receive())\
                                """))
                .isEqualTo(Arrays.asList(null, "Timeout", "Timeout", "late"));
    }

    @Test
    void namesADeadlock() {
        assertThatThrownBy(() -> run("async.channel():receive()"))
                .hasMessage(
                        "test.lua:1: deadlock: test.run waits, and nothing is left that could wake"
                                + " it");
    }
}
