package dev.moonlet.module.actionbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlet.module.TestKit;
import dev.moonlet.operation.Kind;
import dev.moonlet.operation.OperationFailed;
import dev.moonlet.operation.actionbus.Actions;
import dev.moonlet.operation.actionbus.TrialActions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActionBusTest {

    private static final String BEGIN = "local bus = require 'actionbus' ";

    private final List<Map<String, @Nullable Object>> payloads = new ArrayList<>();
    private final Actions actions =
            new Actions(
                    List.of(
                            TrialActions.action("mail.send", this::send),
                            TrialActions.action(
                                    "mail.refuse",
                                    _ -> {
                                        throw new OperationFailed(Kind.RATE_LIMITED, "too many");
                                    }),
                            TrialActions.action("mail.odd", _ -> new Object())));
    private final TestKit kit =
            TestKit.of(new ActionBusModule(actions)).performing(TrialActions.dispatcher(actions));

    private @Nullable Object send(Map<String, @Nullable Object> payload) {
        payloads.add(payload);
        return payload.isEmpty() ? null : Map.of("sent", 3, "to", List.of("a", "b"));
    }

    @Test
    void callsAFunctionByItsName() {
        assertThat(
                        kit.run(
                                BEGIN
                                        + """
                                        local seen
                                        bus.register('greet', function(payload) seen = payload return 'a', 'b' end)
                                        local payload = {print}
                                        local a, b = bus.dispatch('greet', payload)
                                        return a, b, seen == payload\
                                        """))
                .isEqualTo(List.of("a", "b", true));
    }

    @Test
    void passesAnErrorOn() {
        assertThatThrownBy(() ->
                        kit.run(
                                BEGIN
                                        + "bus.register('a', function() error 'no luck' end)"
                                        + " bus.dispatch('a')"))
                .hasMessage("test.lua:1: no luck");
    }

    @Test
    void hasABeanDoWhatNoFunctionDoes() {
        assertThat(
                        kit.run(
                                BEGIN
                                        + """
                                        local result = bus.dispatch('mail.send', {text = 'x', n = {1, 2.5}})
                                        local none, err = bus.dispatch('mail.send')
                                        return result.sent, result.to[2], none == nil, err == nil\
                                        """))
                .isEqualTo(List.of(3L, "b", true, true));
        assertThat(payloads).containsExactly(Map.of("text", "x", "n", List.of(1L, 2.5)), Map.of());
    }

    @Test
    void prefersTheFunctionToTheBean() {
        assertThat(
                        kit.run(
                                BEGIN
                                        + """
                                        bus.register('mail.send', function() return 'mine' end)
                                        local mine = bus.dispatch('mail.send', {})
                                        local was, again = bus.unregister('mail.send'), bus.unregister('mail.send')
                                        return mine, was, again, bus.dispatch('mail.send', {a = 1}).sent\
                                        """))
                .isEqualTo(List.of("mine", true, false, 3L));
    }

    @Test
    void namesWhatCanBeDispatched() {
        assertThat(
                        kit.run(
                                BEGIN
                                        + """
                                        bus.register('z', print)
                                        bus.register('mail.send', print)
                                        return bus.names()\
                                        """))
                .isEqualTo(List.of("mail.odd", "mail.refuse", "mail.send", "z"));
    }

    @ParameterizedTest
    @CsvSource({
        "nothing, [[x]], NotFound, there is no action 'nothing'",
        "mail.refuse, {}, RateLimited, too many",
        "mail.odd, {}, Internal, internal error"
    })
    void saysWhatHasFailed(String name, String payload, String kind, String message) {
        assertThat(
                        kit.run(
                                BEGIN
                                        + "local value, err = bus.dispatch('"
                                        + name
                                        + "', "
                                        + payload
                                        + ") return value == nil, err:kind(), err:message()"))
                .isEqualTo(List.of(true, kind, message));
    }

    @Test
    void refusesAPayloadThatNoBeanCanTake() {
        assertThatThrownBy(() -> kit.run(BEGIN + "bus.dispatch('mail.send', {a = {print}})"))
                .hasMessage(
                        "test.lua:1: bad argument #2 to 'dispatch' (a function at a[1] has no JSON form)");
        assertThatThrownBy(() -> kit.run(BEGIN + "bus.dispatch('mail.send', 1)"))
                .hasMessage(
                        "test.lua:1: bad argument #2 to 'dispatch' (this has to be a table with"
                                + " names: put the value into a field)");
        assertThatThrownBy(() -> kit.run(BEGIN + "bus.register('', print)"))
                .hasMessage(
                        "test.lua:1: bad argument #1 to 'register' (a name is a text in UTF-8, and"
                                + " not empty)");
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
                                BEGIN
                                        + """
                                        bus.register('own', function() return 'fine' end)
                                        local value, err = bus.dispatch('mail.send')
                                        return bus.dispatch('own'), value == nil, err:kind()\
                                        """))
                .isEqualTo(List.of("fine", true, "PermissionDenied"));
        assertThat(asked).containsExactly("actionbus.dispatch mail.send");
        assertThat(payloads).isEmpty();
    }

    @Test
    void refusesTwoBeansOfOneName() {
        assertThatThrownBy(() ->
                        new Actions(
                                List.of(
                                        TrialActions.action("a", _ -> null),
                                        TrialActions.action("a", _ -> null))))
                .hasMessageEndingWith("are the action 'a': rename one");
    }
}
