package dev.moonlet.module.events;

import dev.moonlet.lua.Coroutine;
import dev.moonlet.lua.Tasks;
import dev.moonlet.lua.value.LuaInt;
import dev.moonlet.module.Arguments;
import dev.moonlet.module.Definition;
import dev.moonlet.module.Durations;
import dev.moonlet.module.ErrorValue;
import dev.moonlet.module.Module;
import dev.moonlet.module.ModuleClass;
import dev.moonlet.module.ModuleFunction;
import dev.moonlet.module.Waiting;
import dev.moonlet.module.json.JsonValues;
import dev.moonlet.module.signature.Types;
import dev.moonlet.operation.Answer;
import dev.moonlet.operation.Kind;
import dev.moonlet.operation.events.Event;
import dev.moonlet.operation.events.EventNames;
import dev.moonlet.operation.events.EventOperation;
import dev.moonlet.operation.events.Subscription;
import java.time.Duration;
import java.util.Optional;
import org.luaj.vm2.Varargs;
import org.springframework.stereotype.Component;

/** What has happened, for all who listen: {@code events.emit(name, payload)}. */
@Component
final class EventsModule implements Module {

    /** Each holds some memory that no script is charged for. */
    private static final int MOST_LISTENERS = 100;

    private static final String NAME = "name";

    @Override
    public Definition definition() {
        return Definition.of("events", "Tells all who listen in this JVM what has happened.")
                .classes(ModuleClass.IO)
                .with(emit())
                .with(
                        listening("on", false)
                                .described(
                                        "Has a function called with the payload and the name of"
                                                + " each event of a name, one after the other, as"
                                                + " long as the invocation goes on. A name that"
                                                + " ends with .* means all that begin so; * means"
                                                + " all."))
                .with(listening("once", true).described("The same, for the first event only."))
                .with(
                        ModuleFunction.named("wait")
                                .described(
                                        "Waits for the next event of a name, so long at most, and"
                                                + " returns its payload.")
                                .takes(NAME, Types.STRING)
                                .takes("timeout", Types.optional(Durations.TYPE))
                                .returnsOrFails(Types.TABLE)
                                .does(EventsModule::await)
                                .waiting())
                .with(Listener.TYPE);
    }

    private static ModuleFunction emit() {
        return ModuleFunction.named("emit")
                .described(
                        "Tells all who listen, each with a copy of the payload, which has to have"
                                + " a JSON form; returns how many they are, and waits for none.")
                .takes(NAME, Types.STRING)
                .takes("payload", Types.optional(Types.TABLE))
                .returnsOrFails(Types.INTEGER)
                .asks(
                        EventOperation.Emit.class,
                        given -> new EventOperation.Emit(name(given), JsonValues.fields(given, 2)),
                        told -> LuaInt.of(told instanceof Integer number ? number : 0));
    }

    private static ModuleFunction listening(String name, boolean once) {
        return ModuleFunction.named(name)
                .takes(NAME, Types.STRING)
                .takes("heard", Types.FUNCTION)
                .returnsOrFails(Listener.TYPE)
                .does(given -> new Listener(pattern(given), given.value(2), once).listen())
                .waiting();
    }

    private static Varargs await(Arguments given) {
        Optional<Duration> patience =
                given.has(2) ? Optional.of(Durations.of(given, 2)) : Optional.empty();
        Tasks tasks = Coroutine.running().tasks();
        Waiting waiting = new Waiting();
        Subscription subscription = new Subscription(pattern(given), waiting::tell);
        Runnable end = subscription::close;
        tasks.listen(end);
        try {
            return Coroutine.await(new EventOperation.Listen(subscription))
                            instanceof Answer.Failed(var kind, String message)
                    ? ErrorValue.failure(kind, message)
                    : event(subscription, waiting, patience);
        } finally {
            tasks.hush(end);
        }
    }

    private static Varargs event(
            Subscription subscription, Waiting waiting, Optional<Duration> patience) {
        waiting.await(patience);
        Event event = subscription.poll();
        return event == null
                ? ErrorValue.failure(
                        Kind.TIMEOUT, "no event %s came in time".formatted(subscription.pattern()))
                : JsonValues.of(event.payload());
    }

    private static String name(Arguments given) {
        if (!EventNames.isName(given.text(1))) {
            throw given.wrong(
                    1,
                    "'%s' is no name of an event: write orders.created".formatted(given.text(1)));
        }
        return given.text(1);
    }

    private static String pattern(Arguments given) {
        if (!EventNames.isPattern(given.text(1))) {
            throw given.wrong(
                    1,
                    "'%s' means no event: write orders.created, orders.* or *"
                            .formatted(given.text(1)));
        }
        if (Coroutine.running().tasks().sources() >= MOST_LISTENERS) {
            throw given.wrong(
                    1,
                    "the invocation listens to %d things already, which is the most"
                            .formatted(MOST_LISTENERS));
        }
        return given.text(1);
    }
}
