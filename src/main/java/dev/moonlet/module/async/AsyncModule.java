package dev.moonlet.module.async;

import dev.moonlet.lua.Coroutine;
import dev.moonlet.lua.value.LuaInt;
import dev.moonlet.lua.value.Table;
import dev.moonlet.module.Arguments;
import dev.moonlet.module.Definition;
import dev.moonlet.module.Durations;
import dev.moonlet.module.ErrorValue;
import dev.moonlet.module.Module;
import dev.moonlet.module.ModuleClass;
import dev.moonlet.module.ModuleFunction;
import dev.moonlet.module.signature.Field;
import dev.moonlet.module.signature.Type;
import dev.moonlet.module.signature.Types;
import dev.moonlet.operation.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;
import org.springframework.stereotype.Component;

/** Waiting, and doing several things while others wait. */
@Component
final class AsyncModule implements Module {

    private static final Type FUNCTIONS = Types.array(Types.FUNCTION);

    private static final Type CASE =
            Types.union(
                    Channel.TYPE,
                    Types.record(
                            "async.Send",
                            new Field("channel", Channel.TYPE, "where it is sent"),
                            new Field("send", Types.ANY, "what is sent")));

    @Override
    public Definition definition() {
        return Definition.of(
                        "async", "Waits without holding a thread, and does several things at once.")
                .classes(ModuleClass.TIME, ModuleClass.WORKFLOW)
                .with(
                        ModuleFunction.named("sleep")
                                .described("Waits so long: milliseconds, or a text like '10s'.")
                                .takes("duration", Durations.TYPE)
                                .returns(Types.BOOLEAN)
                                .does(AsyncModule::sleep)
                                .waiting())
                .with(
                        of("all", "Calls functions at once; returns the first result of each.")
                                .returnsOrFails(Types.TABLE)
                                .does(given -> Together.all(given.table(1))))
                .with(
                        of(
                                        "any",
                                        "Calls functions at once; returns what the first returns that does well.")
                                .returns(Types.ANY, Types.ANY)
                                .does(given -> Together.any(some(given))))
                .with(
                        of("race", "Calls functions at once; returns what the first comes to.")
                                .returns(Types.ANY, Types.ANY)
                                .does(given -> Together.race(some(given))))
                .with(map())
                .with(spawn())
                .with(timeout())
                .with(channel())
                .with(select())
                .with(Handle.TYPE)
                .with(Channel.TYPE);
    }

    private static ModuleFunction of(String name, String description) {
        return ModuleFunction.named(name)
                .described(description)
                .takes("functions", FUNCTIONS)
                .waiting();
    }

    private static ModuleFunction map() {
        return ModuleFunction.named("map")
                .described(
                        "Calls a function for each item and its place, so many at once; returns"
                                + " the first result of each.")
                .takes("list", Types.TABLE)
                .takes("each", Types.FUNCTION)
                .takes("concurrency", Types.INTEGER, LuaInt.of(10))
                .returnsOrFails(Types.TABLE)
                .does(given -> Together.map(given.table(1), given.value(2), positive(given, 3)))
                .waiting();
    }

    private static ModuleFunction spawn() {
        return ModuleFunction.named("spawn")
                .described("Calls a function beside this one.")
                .takes("each", Types.FUNCTION)
                .takesRest(Types.ANY)
                .returns(Handle.TYPE)
                .does(given -> Handle.spawn(given.value(1), given.from(2)))
                .waiting();
    }

    private static ModuleFunction timeout() {
        return ModuleFunction.named("timeout")
                .described(
                        "Calls a function, and ends it if it takes too long: then it returns nil"
                                + " and an error of the kind Timeout.")
                .takes("duration", Durations.TYPE)
                .takes("called", Types.FUNCTION)
                .takesRest(Types.ANY)
                .returns(Types.ANY, Types.ANY)
                .does(given ->
                        Together.timeout(Durations.of(given, 1), given.value(2), given.from(3)))
                .waiting();
    }

    private static ModuleFunction channel() {
        return ModuleFunction.named("channel")
                .described("Makes a channel that takes so many values in advance.")
                .takes("room", Types.INTEGER, LuaInt.of(0))
                .returns(Channel.TYPE)
                .does(given -> {
                    if (given.integer(1) < 0) {
                        throw given.wrong(1, "a channel can't have less room than none");
                    }
                    return Channel.TYPE.of(new Channel(given.integer(1)));
                })
                .waiting();
    }

    private static ModuleFunction select() {
        return ModuleFunction.named("select")
                .described(
                        "Waits for the first of several channels, so long at most; returns which"
                                + " it was, the value that was received, and whether the channel"
                                + " was open.")
                .takes("cases", Types.array(CASE))
                .takes("timeout", Types.optional(Durations.TYPE))
                .returns(Types.optional(Types.INTEGER), Types.ANY, Types.BOOLEAN)
                .does(AsyncModule::select)
                .waiting();
    }

    private static Varargs sleep(Arguments given) {
        Coroutine.running().tasks().sleep(Durations.of(given, 1));
        return LuaValue.TRUE;
    }

    private static Varargs select(Arguments given) {
        List<Selection.Case> cases = new ArrayList<>();
        Table list = some(given);
        for (int i = 1; i <= list.rawlen(); i++) {
            cases.add(toCase(list.rawget(i)));
        }
        Optional<Duration> patience =
                given.has(2) ? Optional.of(Durations.of(given, 2)) : Optional.empty();
        return Selection.of(cases)
                .choose(patience)
                .map(choice ->
                        LuaValue.varargsOf(
                                LuaInt.of(choice.index()),
                                choice.value(),
                                LuaValue.valueOf(choice.open())))
                .orElseGet(() -> ErrorValue.failure(Kind.TIMEOUT, "nothing came in time"));
    }

    private static Selection.Case toCase(LuaValue one) {
        return one instanceof Table send
                ? Selection.Case.sending(
                        Channel.TYPE.content(send.rawget("channel")), send.rawget("send"))
                : Selection.Case.receiving(Channel.TYPE.content(one));
    }

    private static Table some(Arguments given) {
        if (given.table(1).rawlen() == 0) {
            throw given.wrong(1, "the list is empty");
        }
        return given.table(1);
    }

    private static long positive(Arguments given, int i) {
        if (given.integer(i) < 1) {
            throw given.wrong(i, "it has to be 1 at least");
        }
        return given.integer(i);
    }
}
