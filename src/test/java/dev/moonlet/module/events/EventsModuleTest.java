package dev.moonlet.module.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlet.module.Definition;
import dev.moonlet.module.Module;
import dev.moonlet.module.ModuleFunction;
import dev.moonlet.module.TestKit;
import dev.moonlet.module.signature.Types;
import dev.moonlet.operation.Operation;
import dev.moonlet.operation.events.TrialEvents;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luaj.vm2.LuaValue;

/** Scripts hear what others emit, in their own invocation and in another. */
@Timeout(30)
class EventsModuleTest {

    /** Time for what has been emitted to be heard. */
    private static final String BEGIN =
            "local events, heard = require 'events', {}"
                    + " local function pause() events.wait('never', 20) end ";

    private record Ask(boolean ends) implements Operation {}

    private static final Module ASKING =
            () ->
                    Definition.of("asking", "")
                            .with(
                                    ModuleFunction.named("ask")
                                            .takes("ends", Types.BOOLEAN)
                                            .returns(Types.BOOLEAN)
                                            .asks(
                                                    Ask.class,
                                                    given -> new Ask(given.isTrue(1)),
                                                    answer ->
                                                            LuaValue.valueOf(
                                                                    Boolean.TRUE.equals(answer))));

    private final TrialEvents trial = new TrialEvents();
    private final TestKit kit = TestKit.of(new EventsModule()).performing(trial.dispatcher());

    @AfterEach
    void leavesNoListener() {
        assertThat(trial.events().listeners()).isZero();
    }

    @Test
    void callsThoseWhoListen() {
        assertThat(
                        kit.run(
                                BEGIN
                                        + """
                                        events.on('orders.*', function(order, name)
                                          heard[#heard + 1] = name .. ' ' .. order.id
                                        end)
                                        local told = events.emit('orders.created', {id = 1})
                                        local none = events.emit('customers.created', {id = 2})
                                        events.emit('orders.paid', {id = 1})
                                        pause()
                                        return told, none, table.concat(heard, ', ')\
                                        """))
                .isEqualTo(List.of(1L, 0L, "orders.created 1, orders.paid 1"));
    }

    @Test
    void callsThemOneEventAfterTheOther() {
        assertThat(
                        kit.run(
                                BEGIN
                                        + """
                                        events.on('n', function(event)
                                          heard[#heard + 1] = 'begin ' .. event.n
                                          events.wait('never', 5)
                                          heard[#heard + 1] = 'end ' .. event.n
                                        end)
                                        events.emit('n', {n = 1})
                                        events.emit('n', {n = 2})
                                        while #heard < 4 do pause() end
                                        return table.concat(heard, ', ')\
                                        """))
                .isEqualTo("begin 1, end 1, begin 2, end 2");
    }

    @Test
    void givesEachListenerACopyOfItsOwn() {
        assertThat(
                        kit.run(
                                BEGIN
                                        + """
                                        for _ = 1, 2 do
                                          events.on('n', function(event)
                                            event.list[1] = event.list[1] + 1
                                            heard[#heard + 1] = event.list[1]
                                          end)
                                        end
                                        local payload = {list = {1}}
                                        events.emit('n', payload)
                                        payload.list[1] = 7
                                        pause()
                                        return heard[1], heard[2]\
                                        """))
                .isEqualTo(List.of(2L, 2L));
    }

    @Test
    void callsThemWhileTheInvocationWaitsForAnOperation() {
        CountDownLatch called = new CountDownLatch(1);
        TestKit asking =
                TestKit.of(new EventsModule(), ASKING)
                        .performing(trial.dispatcher())
                        .answering(
                                Ask.class,
                                ask -> {
                                    if (ask.ends) {
                                        called.countDown();
                                    } else {
                                        trial.events().emit("n", Map.of());
                                    }
                                    return ask.ends || called.await(10, TimeUnit.SECONDS);
                                });

        assertThat(
                        asking.run(
                                """
                                local ask = require 'asking'.ask
                                require 'events'.on('n', function() ask(true) end)
                                return ask(false)\
                                """))
                .isEqualTo(true);
    }

    @Test
    void endsByOffAndAfterOnce() {
        assertThat(
                        kit.run(
                                BEGIN
                                        + """
                                        local on = events.on('n', function() heard[#heard + 1] = 'on' end)
                                        events.once('n', function() heard[#heard + 1] = 'once' end)
                                        local first = events.emit('n')
                                        pause()
                                        local second = events.emit('n')
                                        pause()
                                        on:off()
                                        on:off()
                                        local third = events.emit('n')
                                        pause()
                                        table.sort(heard)
                                        return first, second, third, table.concat(heard, ' ')\
                                        """))
                .isEqualTo(List.of(2L, 1L, 0L, "on on once"));
    }

    @Test
    void tellsTheLogWhatAListenerRaisesAndCallsItAgain() {
        assertThat(
                        kit.run(
                                BEGIN
                                        + """
                                        events.on('n', function(event)
                                          heard[#heard + 1] = event.n
                                          error('no luck with ' .. event.n)
                                        end)
                                        events.emit('n', {n = 1})
                                        events.emit('n', {n = 2})
                                        pause()
                                        return #heard\
                                        """))
                .isEqualTo(2L);
        assertThat(kit.failed())
                .containsExactly("test.lua:3: no luck with 1", "test.lua:3: no luck with 2");
    }

    @Test
    void dropsTheOldestOfWhatASlowListenerHasNotHeard() {
        assertThat(
                        kit.run(
                                BEGIN
                                        + """
                                        events.on('n', function(event) heard[#heard + 1] = event.n end)
                                        for i = 1, 9 do events.emit('n', {n = i}) end
                                        while heard[#heard] ~= 9 do pause() end
                                        return #heard >= 5 and #heard <= 9\
                                        """))
                .isEqualTo(true);
        assertThat(trial.events().emitted()).isEqualTo(9);
    }

    @Test
    void waitsForTheNextEventOfAnotherInvocation() throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<@Nullable Object> waiting =
                    threads.submit(() -> kit.run("return require 'events'.wait('orders.*').id"));
            while (trial.events().listeners() == 0) {
                Thread.onSpinWait();
            }

            assertThat(kit.run("return require 'events'.emit('orders.created', {id = 7})"))
                    .isEqualTo(1L);
            assertThat(waiting.get()).isEqualTo(7L);
        }
    }

    @Test
    void hearsWhatJavaEmits() throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<@Nullable Object> waiting =
                    threads.submit(
                            () -> kit.run("local e = require 'events'.wait('n') return e.a[2].b"));
            while (trial.events().listeners() == 0) {
                Thread.onSpinWait();
            }

            trial.events().emit("n", Map.of("a", List.of(1, Map.of("b", "x"))));
            assertThat(waiting.get()).isEqualTo("x");
        }
    }

    @Test
    void waitsSoLongAtMost() {
        assertThat(
                        kit.run(
                                """
                                local event, err = require 'events'.wait('n', '10ms')
                                return event == nil, err:kind(), err:message()\
                                """))
                .isEqualTo(List.of(true, "Timeout", "no event n came in time"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    emit('a.*')                ; #1 to 'emit' ('a.*' is no name of an event: write orders.created)
                    emit('a', {1})             ; #2 to 'emit' (this has to be a table with names: put the value into a field)
                    emit('a', {b = print})     ; #2 to 'emit' (a function at b has no JSON form)
                    on('*.a', print)           ; #1 to 'on' ('*.a' means no event: write orders.created, orders.* or *)
                    wait('a b')                ; #1 to 'wait' ('a b' means no event: write orders.created, orders.* or *)
                    """)
    void refusesWhatIsNoEvent(String call, String message) {
        assertThatThrownBy(() -> kit.run("require 'events'." + call))
                .hasMessage("test.lua:1: bad argument " + message);
    }

    @Test
    void isPermittedByName() {
        Set<String> asked = new ConcurrentSkipListSet<>();
        kit.allowing((_, permission) -> {
            asked.add(permission.action() + " " + permission.resource());
            return false;
        });

        assertThat(
                        kit.run(
                                """
                                local events = require 'events'
                                local kinds = {}
                                for _, call in ipairs {
                                  function() return events.emit('a') end,
                                  function() return events.on('b.*', print) end,
                                  function() return events.wait('c') end,
                                } do
                                  local nothing, err = call()
                                  assert(nothing == nil)
                                  kinds[#kinds + 1] = err:kind()
                                end
                                return table.concat(kinds, ' ')\
                                """))
                .isEqualTo("PermissionDenied PermissionDenied PermissionDenied");
        assertThat(asked).containsExactly("events.emit a", "events.listen b.*", "events.listen c");
    }
}
